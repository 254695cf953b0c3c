// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Palette;
import org.pushpin.content.Place;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.content.Styled;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.CursorShape;
import org.pushpin.scene.Mark;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.arrange.Guide;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.render.SceneItem;

/** Says what a pointer does where: which gesture begins, what is pressed, opened or edited. */
public final class Pointing {

    private final Core core;
    private final Performer performer;
    private final TextEditing editing;
    public final PenMode pen;
    private Gesture gesture;
    private Point last;
    private String editWhenShown = "";

    public Pointing(Core core, Performer performer, TextEditing editing) {
        this.core = core;
        this.performer = performer;
        this.editing = editing;
        pen = new PenMode(core, performer);
    }

    /** Where the pointer is, in points; empty while it is elsewhere. */
    public Optional<Point> last() {
        return Optional.ofNullable(last);
    }

    public Optional<Rect> marquee() {
        return gesture instanceof MarqueeGesture marquee ? marquee.area() : Optional.empty();
    }

    public List<Guide> guides() {
        return gesture == null ? List.of() : gesture.guides();
    }

    public List<Mark> marks(Palette palette) {
        return gesture == null ? List.of() : gesture.marks(palette);
    }

    /** The only selected card, while an arrow can be begun beside it. */
    public Optional<SceneItem> connectable() {
        boolean can = core.scene().flatMap(s -> s.canvas()).filter(c -> c.can().contains(Ability.CONNECT)).isPresent();
        if (!can || busy() || core.selection.size() != 1 || editing.active()) return Optional.empty();
        return core.selected(Ability.CONNECT).stream().findFirst();
    }

    /** The only selected arrow. */
    private Optional<Edge> arrow() {
        boolean one = !busy() && core.selection.size() == 1 && !editing.active();
        return one ? core.item(core.selection.iterator().next()).flatMap(core.arrows::edge) : Optional.empty();
    }

    /** Where the ends of the only selected arrow can be taken: its first and its last, in points. */
    public List<Rect> ends() {
        return arrow().flatMap(core.arrows::route).map(route -> List.of(dot(route.from()), dot(route.to())))
                .orElse(List.of());
    }

    private Rect dot(Point end) {
        Rect at = core.camera.points(new Rect(end.x(), end.y(), 0, 0));
        return at.grown(Port.SIZE / 2).moved(-Port.SIZE / 2, -Port.SIZE / 2);
    }

    /** The gesture of what stands beside a card, or at an arrow's end. */
    private Optional<Gesture> connection(PointerEvent event) {
        Point pointer = new Point(event.x(), event.y());
        List<Rect> ends = ends();
        for (int i = ends.size() - 1; i >= 0; i--) {
            if (ends.get(i).center().distance(pointer) <= Port.SIZE) {
                return Optional.of(new ConnectGesture(core, performer, this, arrow().orElseThrow(), i == 1, event));
            }
        }
        return connectable().filter(card -> Port.at(core.camera.points(core.shown(card)), pointer).isPresent())
                .map(card -> new ConnectGesture(core, performer, this, card, event));
    }

    /** Where the cards that are dragged were taken, in board units; empty while none are. */
    public Optional<Point> carried() {
        return gesture instanceof MoveGesture move ? Optional.of(move.start()) : Optional.empty();
    }

    /** What was dragged out of sight is back. @param start as {@link #carried} told */
    public void carry(Point start, PointerEvent event, boolean letGo) {
        if (!busy() && core.selected(Ability.MOVE).isEmpty()) return;
        if (!busy()) gesture = new MoveGesture(core, performer, start);
        gesture.move(event);
        if (letGo) up(event);
    }

    public boolean busy() {
        return gesture != null;
    }

    public void cancel() {
        if (gesture != null) gesture.cancel();
        gesture = null;
        core.host.cursor(CursorShape.ARROW);
    }

    public void pointer(PointerEvent event) {
        last = event.kind() == PointerEvent.Kind.EXIT ? null : new Point(event.x(), event.y());
        switch (event.kind()) {
            case DOWN -> down(event);
            case MOVE -> {
                if (gesture != null) gesture.move(event);
                else hover(event);
            }
            case UP -> up(event);
            case EXIT -> core.host.cursor(CursorShape.ARROW);
        }
    }

    private void up(PointerEvent event) {
        Gesture ended = gesture;
        gesture = null;
        if (ended == null) return;
        ended.release(event);
        hover(event);
    }

    private void down(PointerEvent event) {
        if (gesture != null) cancel();
        boolean pans = core.hand || event.button() == PointerEvent.Button.MIDDLE;
        if (pans) gesture = new PanGesture(core, event, core.hand ? () -> { } : () -> openBehind(event));
        if (pans || event.button() != PointerEvent.Button.LEFT || core.scene().isEmpty()) return;
        Point at = core.camera.board(event.x(), event.y());
        Optional<Handle> handle = handle(event.x(), event.y());
        Optional<SceneItem> item = core.itemAt(at);
        if (item.isPresent() && pen.active(item.get())) {
            gesture = pen.draw(item.get(), at);
            return;
        }
        pen.end();
        Optional<Gesture> connection = handle.isPresent() ? Optional.empty() : connection(event);
        if (connection.isPresent()) {
            gesture = connection.get();
            return;
        }
        if (handle.isPresent()) grab(handle.get(), at, event.clicks());
        else if (item.isPresent()) downOn(item.get(), at, event);
        else downOnPaper(at, event);
    }

    /** While the space bar is held, the pointer is a hand. */
    public void hand(boolean held) {
        if (core.hand == held) return;
        core.hand = held;
        if (gesture == null) core.host.cursor(held ? CursorShape.GRAB : CursorShape.ARROW);
    }

    // handles

    /** The only selected card, if it can be resized. */
    public Optional<SceneItem> resizable() {
        if (core.selection.size() != 1 || editing.active() || pen.active()) return Optional.empty();
        return core.selected(Ability.RESIZE).stream()
                .filter(item -> item.limits().map(limits -> limits.resizable()).orElse(true)).findFirst();
    }

    private Optional<Handle> handle(double x, double y) {
        return resizable().map(core::shown).map(core.camera::points).flatMap(card -> {
            List<Handle> taking = List.of(Handle.values()).stream().filter(h -> h.takes(card, x, y)).toList();
            return taking.stream().filter(Handle::corner).findFirst().or(() -> taking.stream().findFirst());
        });
    }

    private void grab(Handle handle, Point at, int clicks) {
        SceneItem item = resizable().orElseThrow();
        boolean fit = clicks == 2 && handle.dy != 0 && handle.dx == 0 && !core.preview.autoHeight(item);
        if (fit) performer.change(core.url, new Intent.Arrange(java.util.Map.of(item.key(),
                org.pushpin.content.Adjustment.fitHeight())));
        else gesture = new ResizeGesture(core, performer, item, handle, at);
    }

    // cards

    private void downOn(SceneItem item, Point at, PointerEvent event) {
        double x = at.x() - core.shown(item).x();
        double y = at.y() - core.shown(item).y();
        boolean page = !core.isCanvas();
        Optional<Parts.Found> editor = Parts.editorAt(item, x, y).or(() -> page ? Parts.firstEditor(item)
                .filter(first -> Parts.pressable(item, x, y).isEmpty() && isTextCard(item)) : Optional.empty());
        boolean same = editing.active(item.key()) && editor.map(this::isEdited).orElse(false);
        if (editor.isPresent() && (same || page) && event.clicks() == 1 && follows(item, at, event, same)) return;
        boolean start = !same && !item.locked() && editor.isPresent() && (page || event.clicks() == 2);
        if (same || start && begin(item, editor.get())) {
            editing.press(x, y, start && !page ? 1 : event.clicks(), event.modifiers().shift() && same);
            gesture = new TextDrag(core, editing, item.key());
            return;
        }
        if (!editing.active(item.key()) || editor.isEmpty()) editing.end();
        if (event.clicks() == 2 && doubleClick(item)) return;
        press(item, at, event);
    }

    /** A task is ticked wherever the caret is; a link is followed with the command key while its text is edited. */
    private boolean follows(SceneItem item, Point at, PointerEvent event, boolean edited) {
        double x = at.x() - core.shown(item).x();
        double y = at.y() - core.shown(item).y();
        Optional<Parts.Pressable> pressed = Parts.pressable(item, x, y);
        if (pressed.isEmpty() || edited && !event.modifiers().command() && !isTick(item, x, y)) return false;
        performer.perform(pressed.get().owner().orElse(core.url), pressed.get().intent(), at);
        return true;
    }

    private static boolean isTick(SceneItem item, double x, double y) {
        return Parts.run(item, x, y).filter(run -> run.kind() == Styled.Kind.MARKER && run.intent().isPresent()).isPresent();
    }

    /** Whether a card is nothing but a text. */
    private static boolean isTextCard(SceneItem item) {
        return Parts.firstEditor(item).map(found -> !Parts.editor(found).singleLine()).orElse(false);
    }

    private boolean isEdited(Parts.Found found) {
        return editing.session().filter(s -> s.text.equals(Parts.editor(found).text())
                && found.owner().map(o -> o.url().id().equals(s.url.id())).orElse(true)).isPresent();
    }

    private boolean begin(SceneItem item, Parts.Found editor) {
        if (core.isCanvas() && item.can().contains(Ability.SELECT)) core.select(Set.of(item.key()));
        return editing.begin(item, editor);
    }

    private boolean doubleClick(SceneItem item) {
        boolean own = item.rendered().url() == null;
        Optional<Parts.Found> editor = !item.locked() && (own || isTextCard(item)) ? Parts.firstEditor(item) : Optional.empty();
        if (editor.isPresent() && begin(item, editor.get())) return true;
        return pen.begin(item) || open(item, Place.HERE);
    }

    /** The middle button opens what it is pressed on, where it does not pan. */
    private void openBehind(PointerEvent event) {
        core.itemAt(core.camera.board(event.x(), event.y())).ifPresent(item -> open(item, Place.NEW_TAB));
    }

    /** Opens what a card shows. */
    public boolean open(SceneItem item, Place place) {
        DocumentUrl url = item.rendered().url();
        if (url == null || !core.isCanvas()) return false;
        core.host.open(url, place);
        return true;
    }

    /** Begins to edit a card's text, or opens it where it has none. */
    public void editOrOpen(SceneItem item) {
        Optional<Parts.Found> editor = item.locked() ? Optional.empty() : Parts.firstEditor(item);
        boolean begun = editor.isPresent() ? begin(item, editor.get()) : pen.begin(item);
        if (!begun) open(item, Place.HERE);
    }

    private void press(SceneItem item, Point at, PointerEvent event) {
        boolean toggle = event.modifiers().command() || event.modifiers().shift();
        boolean selectable = item.can().contains(Ability.SELECT);
        boolean was = core.selection.contains(item.key());
        if (selectable && toggle) {
            Set<String> keys = new LinkedHashSet<>(core.selection);
            if (!keys.remove(item.key())) keys.add(item.key());
            core.select(keys);
        } else if (selectable && !was) {
            core.select(Set.of(item.key()));
        }
        boolean selectAlone = selectable && was && !toggle;
        gesture = new CardPress(core, performer, editing, item, at, event, selectAlone, next -> gesture = next);
    }

    // paper

    private void downOnPaper(Point at, PointerEvent event) {
        editing.end();
        boolean add = event.modifiers().shift() || event.modifiers().command();
        if (!core.isCanvas()) return;
        if (event.clicks() == 2 && !add) {
            write(at);
            return;
        }
        if (!add) core.select(Set.of());
        gesture = new MarqueeGesture(core, at, add);
    }

    /** Makes a card of text and begins to edit it as soon as it is shown. */
    void write(Point at) {
        create("text", at);
    }

    /** Makes an empty card of a type, selects it, and edits its text if it has one. */
    public void create(String type, Point at) {
        boolean drops = core.scene().flatMap(s -> s.canvas()).filter(c -> c.can().contains(Ability.DROP)).isPresent();
        if (!drops) return;
        DocumentUrl url;
        try {
            url = core.services.factory().create(type, Seed.blank());
        } catch (IllegalArgumentException missing) {
            core.host.notice(core.messages().get("missing.type", type));
            return;
        }
        Placements placements = new Placements(core.services.registry(), core.services.guard());
        double width = placements.size(type).width();
        List<String> keys = performer.insert(List.of(url), new Point(at.x() - Math.min(20, width / 2), at.y() - 20));
        selectWhenShown = Set.copyOf(keys);
        editWhenShown = keys.isEmpty() ? "" : keys.getFirst();
        scene();
    }

    private Set<String> selectWhenShown = Set.of();

    /** Selects something as soon as it is shown, and begins to edit its text. */
    public void editLater(String key) {
        editWhenShown = key;
        selectLater(List.of(key));
    }

    /** Selects cards as soon as they are shown. */
    public void selectLater(List<String> keys) {
        selectWhenShown = Set.copyOf(keys);
        scene();
    }

    /** A new scene: what waited for a card goes on. */
    public void scene() {
        core.scene().ifPresent(pen::scene);
        if (!selectWhenShown.isEmpty() && selectWhenShown.stream().allMatch(key -> core.item(key).isPresent())) {
            core.select(selectWhenShown);
            selectWhenShown = Set.of();
        }
        Optional<SceneItem> made = core.item(editWhenShown).filter(SceneItem::near);
        if (made.isEmpty()) return;
        Optional<Parts.Found> editor = Parts.firstEditor(made.get());
        editWhenShown = "";
        if (editor.isEmpty()) pen.begin(made.get());
        editor.ifPresent(found -> begin(made.get(), found));
    }

    // hover

    private void hover(PointerEvent event) {
        if (core.hand) {
            core.host.cursor(CursorShape.GRAB);
            return;
        }
        Point at = core.camera.board(event.x(), event.y());
        Optional<Handle> handle = handle(event.x(), event.y());
        if (handle.isEmpty() && connection(event).isPresent()) return;
        core.host.cursor(handle.map(Handle::cursor).orElseGet(() -> core.itemAt(at).map(item -> {
            double x = at.x() - core.shown(item).x();
            double y = at.y() - core.shown(item).y();
            boolean text = Parts.editorAt(item, x, y).isPresent()
                    && (!core.isCanvas() || editing.active(item.key()));
            boolean link = !editing.active(item.key()) && Parts.pressable(item, x, y).isPresent();
            if (text && !link && !isTick(item, x, y)) return CursorShape.TEXT;
            return Parts.pressable(item, x, y).isPresent() ? CursorShape.HAND : CursorShape.ARROW;
        }).orElse(CursorShape.ARROW)));
    }
}
