// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.pushpin.content.Edge;
import org.pushpin.content.Fields;
import org.pushpin.content.Item;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Patch;

/**
 * What a board shows: read whole once, and then entry by entry, as far as the document differs from the one before. It is
 * what it would be if it were read whole; what did not change are the very same items and edges. Immutable. Reading the
 * next one costs what differs, and a copy of references to all.
 */
final class Sheet {

    private static final List<String> CARD_TEXTS = List.of(Card.URL, Card.FRAME, Card.KIND, Card.TITLE, Card.COLOR);
    private static final List<String> ARROW_TEXTS = List.of(Arrow.LABEL, Arrow.COLOR, Arrow.Side.FROM.card, Arrow.Side.TO.card);

    /** Whose an object is: an entry's own, or a text's of it. */
    private record Owner(boolean arrow, String key) {}

    private final Doc doc;
    private final Look look;
    private final Optional<Fields> cards;
    private final Optional<Fields> arrows;
    private Pins pins = Pins.NONE;
    private Ledger<String, Wire> wires = Ledger.of(Map.of());
    private Ledger<ObjectId, Owner> owners = Ledger.of(Map.of());
    private List<Edge> edges = List.of();

    private Sheet(Doc doc, Look look) {
        this.doc = doc;
        this.look = look;
        cards = Fields.root(doc).map(Cards.CARDS);
        arrows = Fields.root(doc).map(Arrows.EDGES);
    }

    /** @param before of an earlier state of the document, or any other; may be null */
    static Sheet of(Doc doc, Look look, Sheet before) {
        Sheet sheet = new Sheet(doc, look);
        boolean follows = before != null && before.look.equals(look) && id(sheet.cards).equals(id(before.cards))
                && id(sheet.arrows).equals(id(before.arrows));
        if (!follows) {
            sheet.read(Changed.all(sheet));
            return sheet;
        }
        sheet.pins = before.pins;
        sheet.wires = before.wires;
        sheet.owners = before.owners;
        sheet.edges = before.edges;
        sheet.read(before.changed(doc));
        return sheet;
    }

    private static Optional<ObjectId> id(Optional<Fields> map) {
        return map.map(Fields::map);
    }

    /** From the lowest to the highest. */
    List<Item> items() {
        return pins.items();
    }

    /** By key. */
    List<Edge> edges() {
        return edges;
    }

    /** Keys of entries. */
    private record Changed(Set<String> cards, Set<String> arrows) {

        static Changed all(Sheet sheet) {
            return new Changed(keys(sheet.cards), keys(sheet.arrows));
        }

        private static Set<String> keys(Optional<Fields> map) {
            return map.map(entries -> new HashSet<>(entries.doc().keys(entries.map()))).orElseGet(HashSet::new);
        }
    }

    private Changed changed(Doc later) {
        Changed changed = new Changed(new HashSet<>(), new HashSet<>());
        for (Patch patch : later == doc ? List.<Patch>of() : doc.diff(later)) {
            Owner owner = owners.get(patch.object());
            if (owner != null) (owner.arrow ? changed.arrows : changed.cards).add(owner.key);
            else if (id(cards).filter(patch.object()::equals).isPresent()) key(patch).ifPresent(changed.cards::add);
            else if (id(arrows).filter(patch.object()::equals).isPresent()) key(patch).ifPresent(changed.arrows::add);
        }
        return changed;
    }

    private static Optional<String> key(Patch patch) {
        return Optional.ofNullable(switch (patch) {
            case Patch.PutMap put -> put.key();
            case Patch.DeleteMap delete -> delete.key();
            case Patch.Increment increment -> increment.key();
            case Patch.Conflict conflict -> conflict.key();
            default -> null;
        });
    }

    private void read(Changed changed) {
        Map<ObjectId, Owner> owned = new HashMap<>();
        Map<String, Pin> freshPins = new HashMap<>();
        for (String key : changed.cards) {
            freshPins.put(key, entry(cards, key, owned, false, CARD_TEXTS, fields -> Pin.of(new Card(key, fields), look)));
        }
        Map<String, Wire> freshWires = new HashMap<>();
        for (String key : changed.arrows) {
            freshWires.put(key, entry(arrows, key, owned, true, ARROW_TEXTS, fields -> Wire.of(new Arrow(key, fields), look)));
        }
        Pins last = pins;
        pins = pins.with(freshPins);
        wires = wires.with(freshWires);
        owners = owners.with(owned);
        boolean ends = freshPins.keySet().stream().anyMatch(key -> last.isShown(key) != pins.isShown(key));
        if (!freshWires.isEmpty() || ends) edges = shownEdges();
    }

    /** An entry, or null if there is none. @param owned is told the objects whose changes are changes of it */
    private static <T> T entry(Optional<Fields> map, String key, Map<ObjectId, Owner> owned, boolean arrow, List<String> texts,
            Function<Fields, T> read) {
        Optional<Fields> fields = map.flatMap(entries -> entries.map(key));
        if (fields.isEmpty()) return null;
        Owner owner = new Owner(arrow, key);
        owned.put(fields.get().map(), owner);
        for (String text : texts) fields.get().object(text, ObjectType.TEXT).ifPresent(id -> owned.put(id, owner));
        return read.apply(fields.get());
    }

    private List<Edge> shownEdges() {
        List<Edge> shown = new ArrayList<>();
        wires.forEach(wire -> {
            if (wire.isShown(pins::isShown)) shown.add(wire.edge());
        });
        shown.sort(Comparator.comparing(Edge::key));
        return List.copyOf(shown);
    }
}
