// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.pushpin.content.Adjustment;
import org.pushpin.content.Fields;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/**
 * One change of a board: writes what an intent asks, field by field, and only fields that differ. Cards that are gone
 * are passed over. See the package for the rules of concurrency.
 */
final class BoardChange {

    /** The type's own verb: gives the board a ground, {@code {color: id or #rrggbb}}. */
    static final String COLOR = "color";
    /** Gives a frame or an arrow a colour, {@code {item: key, color: id or #rrggbb}}. */
    static final String PAINT = "paint";
    static final String ITEM = "item";
    /** Keeps what a file of another program says of an entry, {@code {item: key, canvas: JSON}}; no item: of the board. */
    static final String KEEP = "keep";
    static final String CANVAS = "canvas";
    /** In UTF-16 units; what is longer is not kept. */
    private static final int MOST_KEPT = 256 * 1024;

    private final Edit edit;

    BoardChange(Edit edit) {
        this.edit = edit;
    }

    void perform(Intent intent) {
        switch (intent) {
            case Intent.Insert insert -> insert(insert.cards());
            case Intent.Arrange arrange -> arrange.items().forEach(this::adjust);
            case Intent.Remove remove -> remove.keys().forEach(this::remove);
            case Intent.Lock lock -> lock.items().forEach(key -> lock(key, lock.locked()));
            case Intent.Enclose enclose -> enclose(enclose);
            case Intent.Connect connect -> new ArrowChange(edit).connect(connect);
            case Intent.Attach attach -> new ArrowChange(edit).attach(attach);
            case Intent.Order order -> new Stacking(Cards.of(edit)).order(order).forEach(this::raise);
            case Intent.Reparent reparent -> reparent(reparent.items(), reparent.frame());
            case Intent.Rename rename -> Fields.write(edit, ObjectId.ROOT, BoardType.TITLE, Summary.oneLine(rename.title()));
            case Intent.Splice splice -> Fields.splice(edit, splice);
            case Intent.Act act when act.name().equals(COLOR) -> color(act.arguments().get(COLOR));
            case Intent.Act act when act.name().equals(PAINT) -> paint(act.arguments().get(ITEM), act.arguments().get(COLOR));
            case Intent.Act act when act.name().equals(KEEP) -> keep(act.arguments().get(ITEM), act.arguments().get(CANVAS));
            default -> { } // not for boards
        }
    }

    private void keep(Scalar item, Scalar canvas) {
        if (!(canvas instanceof Scalar.Str said) || said.value().length() > MOST_KEPT) return;
        if (item instanceof Scalar.Str key) entry(key.value()).ifPresent(map -> edit.put(map, CANVAS, canvas));
        else edit.put(ObjectId.ROOT, CANVAS, canvas);
    }

    private Optional<ObjectId> entry(String key) {
        return Cards.of(edit).card(key).map(Card::id).or(() -> Arrows.of(edit).arrow(key).map(arrow -> arrow.fields().map()));
    }

    private void insert(List<Placement> cards) {
        double z = Cards.of(edit).top();
        ObjectId map = cards();
        for (Placement card : cards) {
            if (card.key().isEmpty() || Cards.of(edit).card(card.key()).isPresent()) continue;
            pin(edit.putObject(map, card.key(), ObjectType.MAP), card, z++);
        }
    }

    private void pin(ObjectId entry, Placement card, double z) {
        edit.put(entry, Card.URL, card.url().toString());
        position(entry, card.at());
        edit.put(entry, Card.WIDTH, Card.length(card.width()));
        card.height().ifPresent(height -> edit.put(entry, Card.HEIGHT, Card.length(height)));
        edit.put(entry, Card.Z, z);
    }

    private void adjust(String key, Adjustment to) {
        free(key).ifPresent(card -> {
            to.position().filter(at -> !Card.within(at).equals(card.at())).ifPresent(at -> move(card, at));
            length(card, Card.WIDTH, to.width());
            length(card, Card.HEIGHT, to.height());
            if (to.autoHeight() && card.fields().value(Card.HEIGHT).isPresent()) edit.delete(card.id(), Card.HEIGHT);
        });
    }

    /**
     * Writes x and then y, as neighbouring operations, also where one of them stays: only so do both win or both lose
     * against another move. A value that is there already is not written again, so that one is taken away first.
     */
    private void move(Card card, Point to) {
        Point at = Card.within(to);
        if (card.fields().number(Card.X).equals(OptionalDouble.of(at.x()))) edit.delete(card.id(), Card.X);
        if (card.fields().number(Card.Y).equals(OptionalDouble.of(at.y()))) edit.delete(card.id(), Card.Y);
        position(card.id(), at);
    }

    private void position(ObjectId entry, Point at) {
        edit.put(entry, Card.X, Card.within(at).x());
        edit.put(entry, Card.Y, Card.within(at).y());
    }

    private void length(Card card, String field, OptionalDouble wanted) {
        if (wanted.isEmpty()) return;
        double length = Card.length(wanted.getAsDouble());
        if (!card.fields().number(field).equals(OptionalDouble.of(length))) edit.put(card.id(), field, length);
    }

    /** The entry with this key, if it is shown and not locked. */
    private Optional<Card> free(String key) {
        return Cards.of(edit).shown(key).filter(card -> !card.locked());
    }

    private void lock(String key, boolean locked) {
        Cards.of(edit).shown(key).filter(card -> card.locked() != locked).ifPresent(card -> {
            if (locked) edit.put(card.id(), Card.LOCKED, true);
            else edit.delete(card.id(), Card.LOCKED);
        });
    }

    private void remove(String key) {
        free(key).ifPresent(card -> edit.put(card.id(), Card.REMOVED, true));
        new ArrowChange(edit).remove(key);
    }

    private void enclose(Intent.Enclose enclose) {
        if (enclose.key().isEmpty() || Cards.of(edit).card(enclose.key()).isPresent()) return;
        double z = Cards.of(edit).top();
        ObjectId entry = edit.putObject(cards(), enclose.key(), ObjectType.MAP);
        edit.put(entry, Card.KIND, Card.FRAME_KIND);
        ObjectId title = edit.putObject(entry, Card.TITLE, ObjectType.TEXT);
        Captions.write(edit, entry, title, enclose.caption());
        position(entry, enclose.at().corner());
        edit.put(entry, Card.WIDTH, Card.length(enclose.at().width()));
        edit.put(entry, Card.HEIGHT, Card.length(enclose.at().height()));
        edit.put(entry, Card.Z, z);
        reparent(Set.of(enclose.key()), enclose.within());
        reparent(enclose.items(), enclose.key());
    }

    private ObjectId cards() {
        return Fields.root(edit).object(Cards.CARDS, ObjectType.MAP)
                .orElseGet(() -> edit.putObject(ObjectId.ROOT, Cards.CARDS, ObjectType.MAP));
    }

    private void raise(String key, double z) {
        Cards.of(edit).shown(key).filter(card -> card.z() != z).ifPresent(card -> edit.put(card.id(), Card.Z, z));
    }

    /** A frame that is gone, or that lies inside what would move into it, is none. */
    private void reparent(Set<String> keys, String frame) {
        Cards cards = Cards.of(edit);
        if (!frame.isEmpty() && (cards.shown(frame).filter(Card::isFrame).isEmpty() || isWithin(frame, keys, cards))) return;
        for (String key : keys) {
            free(key).filter(card -> !card.frame().equals(frame)).ifPresent(card -> frame(card.id(), frame));
        }
    }

    private void frame(ObjectId entry, String frame) {
        if (frame.isEmpty()) edit.delete(entry, Card.FRAME);
        else edit.put(entry, Card.FRAME, frame);
    }

    private static boolean isWithin(String key, Set<String> outer, Cards cards) {
        String at = key;
        for (int depth = 0; !at.isEmpty() && depth < Frames.DEEPEST; depth++) {
            if (outer.contains(at)) return true;
            at = cards.card(at).map(Card::frame).orElse("");
        }
        return !at.isEmpty();
    }

    private void paint(Scalar item, Scalar color) {
        if (!(item instanceof Scalar.Str key) || !(color instanceof Scalar.Str name)) return;
        Optional<ObjectId> entry = Cards.of(edit).shown(key.value()).filter(Card::isFrame).map(Card::id)
                .or(() -> Arrows.of(edit).arrow(key.value()).map(arrow -> arrow.fields().map()));
        entry.ifPresent(map -> edit.put(map, Card.COLOR, Ground.of(name.value()).id()));
    }

    private void color(Scalar color) {
        if (!(color instanceof Scalar.Str name)) return;
        edit.put(ObjectId.ROOT, BoardType.BACKGROUND, Ground.of(name.value()).id());
    }
}
