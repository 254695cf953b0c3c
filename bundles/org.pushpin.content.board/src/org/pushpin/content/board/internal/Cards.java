// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.pushpin.content.Fields;
import org.pushpin.crdt.Read;

/** A board's cards in a snapshot or an edit. Reading them is linear in their number. */
record Cards(Optional<Fields> map) {

    static final String CARDS = "cards";

    static Cards of(Read board) {
        return new Cards(Fields.root(board).map(CARDS));
    }

    /** The entry with this key, shown or removed. */
    Optional<Card> card(String key) {
        return map.flatMap(cards -> cards.map(key).map(fields -> new Card(key, fields)));
    }

    /** The entry with this key, if it is shown. */
    Optional<Card> shown(String key) {
        return card(key).filter(Card::shown);
    }

    /** Those that are shown, from the lowest to the highest. */
    List<Card> shown() {
        List<Card> cards = new ArrayList<>();
        for (String key : keys().toList()) shown(key).ifPresent(cards::add);
        cards.sort(Card.BY_HEIGHT);
        return cards;
    }

    private Stream<String> keys() {
        return map.stream().flatMap(cards -> cards.doc().keys(cards.map()).stream());
    }

    /** How many cards there are; frames are not counted. */
    int count() {
        return (int) keys().filter(key -> shown(key).filter(card -> !card.isFrame()).isPresent()).count();
    }

    /** Just above everything that is shown. */
    double top() {
        List<Card> cards = shown();
        return cards.isEmpty() ? 1 : Math.floor(cards.getLast().z()) + 1;
    }
}
