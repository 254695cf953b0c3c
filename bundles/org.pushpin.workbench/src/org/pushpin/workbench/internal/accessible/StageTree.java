// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;

import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.AccessibleList;
import org.pushpin.scene.Stage;
import org.pushpin.ui.StageCanvas;

/** The nodes of a stage that were asked for, and what they are made of now: the plane's, then what lies above it. */
final class StageTree {

    static final Accessible GONE = Accessible.of("", Role.GROUP, "", new Rect(0, 0, 0, 0))
            .states(Set.of(Accessible.State.OUT_OF_SIGHT));

    private final StageCanvas canvas;
    private final Optional<GtkNodes> gtk;
    private final StageNode root;
    private boolean heard;
    private Accessible plane;
    private Accessible all;
    private AccessibleList.Keys planeKeys;
    private AccessibleList.Keys keys = new AccessibleList.Keys(List.of());

    StageTree(StageCanvas canvas) {
        this.canvas = canvas;
        gtk = SWT.getPlatform().equals("gtk") ? Optional.of(new GtkNodes(canvas)) : Optional.empty();
        root = new StageNode(this, canvas.getAccessible(), gtk.map(GtkNodes::root).orElse(0L));
    }

    StageCanvas canvas() {
        return canvas;
    }

    Stage stage() {
        return canvas.stage();
    }

    StageNode root() {
        return root;
    }

    /** A client asks. */
    void hear() {
        heard = true;
    }

    /** Whether a client has ever asked: else nothing needs to be said. */
    boolean heard() {
        return heard;
    }

    /** The root with all that is below it; the same as long as the stage shows the same. */
    Accessible present() {
        Accessible now = stage().accessible();
        if (now != plane) {
            plane = now;
            all = now.children(children(now));
        }
        return all;
    }

    private List<Accessible> children(Accessible now) {
        List<Accessible> controls = stage().controls();
        AccessibleList cards = (AccessibleList) now.children();
        List<String> above = controls.stream().map(Accessible::key).toList();
        boolean same = cards.keys() == planeKeys && keys.all().subList(planeKeys.all().size(), keys.all().size()).equals(above);
        if (!same) {
            List<String> both = new ArrayList<>(cards.keys().all());
            both.addAll(above);
            keys = new AccessibleList.Keys(both);
            planeKeys = cards.keys();
        }
        return AccessibleList.each(keys, key -> controls.stream().filter(control -> control.key().equals(key)).findFirst()
                .orElseGet(() -> now.child(key).orElse(GONE)));
    }

    /** The keys down to the innermost node at a place on the screen. */
    List<String> at(int x, int y) {
        Point at = canvas.toControl(x, y);
        org.pushpin.content.Point point = new org.pushpin.content.Point(at.x, at.y);
        for (Accessible control : stage().controls()) {
            if (control.bounds().contains(point)) {
                List<String> way = new ArrayList<>(List.of(control.key()));
                control.children().stream().filter(part -> part.bounds().contains(point)).findFirst()
                        .ifPresent(part -> way.add(part.key()));
                return way;
            }
        }
        return stage().accessibleAt(at.x, at.y);
    }

    long adopt(long parent, int index) {
        return gtk.map(nodes -> nodes.child(parent, index)).orElse(0L);
    }

    void release(long handle) {
        gtk.ifPresent(nodes -> nodes.release(handle));
    }

    void added(StageNode parent, int index, StageNode child) {
        gtk.ifPresent(nodes -> nodes.added(parent.handle(), index, child.handle()));
    }

    void removed(StageNode parent, StageNode child) {
        gtk.ifPresent(nodes -> nodes.removed(parent.handle(), Math.max(0, child.index()), child.handle()));
    }
}
