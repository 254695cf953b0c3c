// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pushpin.crdt.Content;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Span;
import org.pushpin.crdt.Value;

/**
 * What a person sees of the document of an {@link UndoWorld}: values only, no ids. Every character, block, value and element is a token
 * that only one act of one replica ever made, so that it is known who made it and who took it away.
 *
 * @param text characters and blocks in order
 * @param marks by character: what it is marked with
 * @param others values of keys, and of the list
 */
record UndoView(List<String> text, Map<String, String> marks, Set<String> others, long count) {

    static final String MARK = "bold";

    static UndoView of(Read read) {
        List<String> text = new ArrayList<>();
        Map<String, String> marks = new HashMap<>();
        for (Span span : read.spans(object(read, "text"))) {
            switch (span) {
                case Span.Text piece -> piece.text().codePoints().mapToObj(Character::toString).forEach(character -> {
                    text.add(character);
                    if (piece.marks().containsKey(MARK)) {
                        marks.put(character, ((Scalar.Str) piece.marks().get(MARK)).value());
                    }
                });
                case Span.Block block -> text.add(string(block.value().get("token")));
            }
        }
        Set<String> others = new LinkedHashSet<>();
        ObjectId map = object(read, "map");
        read.keys(map).forEach(key -> others.add(string((Content) scalar(read.get(map, key).orElseThrow()))));
        ObjectId list = object(read, "list");
        for (int i = 0; i < read.length(list); i++) {
            others.add(string((Content) scalar(read.get(list, i).orElseThrow())));
        }
        return new UndoView(text, marks, others, ((Scalar.Counter) read.get(ObjectId.ROOT, "count").orElseThrow()).value());
    }

    private static Scalar scalar(Value value) {
        return (Scalar) value;
    }

    private static String string(Content content) {
        return ((Scalar.Str) content).value();
    }

    static ObjectId object(Read read, String key) {
        return ((ObjectValue) read.get(ObjectId.ROOT, key).orElseThrow()).id();
    }

    /** Whether a token is a character or a block. */
    static boolean isOfText(String token) {
        return token.codePointCount(0, token.length()) == 1 || token.startsWith("block");
    }

    Set<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>(text);
        tokens.addAll(others);
        return tokens;
    }
}
