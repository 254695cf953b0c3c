// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

/** All strings and texts of a document, conflicting ones too: what can be said of it without knowing its type. */
final class DocumentStrings {

    private static final String REMOVED = "removed";
    private static final Scalar MARKED = new Scalar.Bool(true);

    private final Doc document;
    private final Predicate<String> visitor;
    private final Deque<ObjectValue> todo = new ArrayDeque<>();
    private final boolean removedToo;
    private boolean more = true;

    private DocumentStrings(Doc document, boolean removedToo, Predicate<String> visitor) {
        this.document = document;
        this.removedToo = removedToo;
        this.visitor = visitor;
    }

    /** Gives them object by object, a map's by its keys, until the visitor has seen enough. Linear in the document. */
    static void visit(Doc document, Predicate<String> visitor) {
        new DocumentStrings(document, true, visitor).run();
    }

    /** The same without what is in maps that are marked as removed, as a card is that was taken off its board. */
    static void visitPresent(Doc document, Predicate<String> visitor) {
        new DocumentStrings(document, false, visitor).run();
    }

    private void run() {
        todo.add(new ObjectValue(ObjectId.ROOT, ObjectType.MAP));
        while (!todo.isEmpty() && more) {
            ObjectValue object = todo.poll();
            switch (object.type()) {
                case MAP, TABLE -> map(object.id());
                case LIST -> list(object.id());
                case TEXT -> string(document.text(object.id()));
            }
        }
    }

    private void map(ObjectId map) {
        if (removedToo || !document.get(map, REMOVED).filter(MARKED::equals).isPresent()) {
            document.keys(map).forEach(key -> document.getAll(map, key).forEach(this::visit));
        }
    }

    private void list(ObjectId list) {
        for (int i = 0; i < document.length(list) && more; i++) {
            document.getAll(list, i).forEach(this::visit);
        }
    }

    private void visit(Value value) {
        if (value instanceof ObjectValue object) {
            todo.add(object);
        } else if (value instanceof Scalar.Str string) {
            string(string.value());
        }
    }

    private void string(String string) {
        more = more && (string.isEmpty() || visitor.test(string));
    }
}
