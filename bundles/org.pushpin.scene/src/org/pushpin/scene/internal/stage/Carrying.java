// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.pushpin.content.Ability;
import org.pushpin.content.BlobRef;
import org.pushpin.content.Fields;
import org.pushpin.content.Point;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.render.Rendered;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * Cards that are dragged out of the window, to another board or another program: as cards, text, HTML, and as files where
 * they are files. Files are written aside while the drag goes on, and taken away when the stage closes. Ui thread.
 */
final class Carrying {

    /** How far outside the pointer must be, in points. */
    private static final double OUTSIDE = 6;
    private static final int MOST_FILES = 50;
    private static final int LONGEST_NAME = 120;

    private final Core core;
    private final Pointing pointing;
    private final Outgoing outgoing;
    private final List<Path> written = new CopyOnWriteArrayList<>();
    private Point start = Point.ORIGIN;

    Carrying(Core core, Pointing pointing, Outgoing outgoing) {
        this.core = core;
        this.pointing = pointing;
        this.outgoing = outgoing;
    }

    /** After each event of the pointer. */
    void pointer(PointerEvent event) {
        boolean outside = event.x() < -OUTSIDE || event.y() < -OUTSIDE || event.x() > core.width + OUTSIDE || event.y() > core.height + OUTSIDE;
        Optional<Point> from = pointing.carried();
        if (!outside || event.kind() != PointerEvent.Kind.MOVE || from.isEmpty()) return;
        start = from.get();
        Transfer content = outgoing.cards();
        Supplier<List<Path>> files = files();
        pointing.cancel();
        core.host.dragOut(content, files);
    }

    void carry(double x, double y, boolean letGo) {
        PointerEvent.Kind kind = letGo ? PointerEvent.Kind.UP : PointerEvent.Kind.MOVE;
        pointing.carry(start, new PointerEvent(kind, x, y, PointerEvent.Button.LEFT, 0, Modifiers.NONE), letGo);
    }

    void end() {
        if (pointing.busy()) pointing.cancel();
    }

    // files

    /** Begins to write them. @return those that are there; null where nothing selected is a file */
    private Supplier<List<Path>> files() {
        List<Path> ready = new CopyOnWriteArrayList<>();
        List<SceneItem> items = core.selected(Ability.SELECT);
        int begun = 0;
        for (SceneItem item : items.subList(0, Math.min(MOST_FILES, items.size()))) {
            if (item.rendered().doc().isPresent() && write(item.rendered(), ready)) begun++;
        }
        return begun == 0 ? null : () -> List.copyOf(ready);
    }

    private boolean write(Rendered card, List<Path> ready) {
        Fields fields = Fields.root(card.doc().orElseThrow());
        Optional<org.pushpin.crypto.BlobId> blob = BlobRef.parse(fields.string("blob"));
        if (blob.isEmpty() || core.services.repo().blobs().find(blob.get()).isEmpty()) return false;
        try {
            Path folder = Files.createTempDirectory("pushpin-drag-");
            Path file = folder.resolve(name(fields.string("name")));
            written.addAll(List.of(file, folder));
            long size = core.services.repo().blobs().find(blob.get()).orElseThrow().size();
            core.services.repo().blobs().exportTo(blob.get(), file, done -> core.host.execute(() -> progress(file, done, size)))
                    .thenAccept(path -> ready.add(file));
            return true;
        } catch (IOException full) {
            core.host.notice(core.messages().get("out.failed", String.valueOf(full.getMessage())));
            return false;
        }
    }

    private void progress(Path file, long done, long size) {
        String name = String.valueOf(file.getFileName());
        core.host.notice(done >= size ? "" : core.messages().get("out.part", name, (int) (100 * done / Math.max(1, size))));
    }

    /** A name from a stranger's document as a name of a file in a folder, and nothing else. */
    static String name(String wanted) {
        String plain = wanted.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").strip();
        String bounded = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        String visible = bounded.replaceFirst("^[.\\s]+", "");
        return visible.isEmpty() ? "file" : visible;
    }

    void close() {
        List<Path> all = new ArrayList<>(written);
        core.services.lane().execute(() -> all.forEach(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException stays) {
                System.getLogger(Carrying.class.getName()).log(System.Logger.Level.DEBUG, "a file for a drag stays");
            }
        }));
    }
}
