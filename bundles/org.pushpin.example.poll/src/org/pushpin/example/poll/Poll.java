// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.example.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Fields;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;

/**
 * A poll's document, read from a snapshot or an edit:
 * {question: TEXT, options: LIST of {label: TEXT, votes: COUNTER}}. Counters add up what people count at the same time.
 */
record Poll(Read document) {

    static final String QUESTION = "question";
    static final String OPTIONS = "options";
    static final String LABEL = "label";
    static final String VOTES = "votes";

    /** @param index in the list, until the document changes */
    record Option(int index, Fields fields) {

        ObjectId id() {
            return fields.map();
        }

        String label() {
            return fields.string(LABEL);
        }

        long votes() {
            return Math.clamp(fields.whole(VOTES).orElse(0), 0, 1_000_000_000_000L);
        }
    }

    String question() {
        return Fields.root(document).string(QUESTION);
    }

    Optional<ObjectId> list() {
        return Fields.root(document).object(OPTIONS, ObjectType.LIST);
    }

    /** What is not a map is passed over. */
    List<Option> options() {
        List<Option> options = new ArrayList<>();
        int length = list().map(document::length).orElse(0);
        for (int i = 0; i < length; i++) option(i).ifPresent(options::add);
        return options;
    }

    private Optional<Option> option(int index) {
        return document.get(list().orElseThrow(), index)
                .filter(value -> value instanceof ObjectValue object && object.type() == ObjectType.MAP)
                .map(value -> new Option(index, new Fields(document, ((ObjectValue) value).id())));
    }

    Optional<Option> option(String id) {
        return options().stream().filter(option -> option.id().toString().equals(id)).findFirst();
    }
}
