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

    private final Doc document;
    private final Predicate<String> visitor;
    private final Deque<ObjectValue> todo = new ArrayDeque<>();
    private boolean more = true;

    private DocumentStrings(Doc document, Predicate<String> visitor) {
        this.document = document;
        this.visitor = visitor;
    }

    /** Gives them object by object, a map's by its keys, until the visitor has seen enough. Linear in the document. */
    static void visit(Doc document, Predicate<String> visitor) {
        new DocumentStrings(document, visitor).run();
    }

    private void run() {
        todo.add(new ObjectValue(ObjectId.ROOT, ObjectType.MAP));
        while (!todo.isEmpty() && more) {
            ObjectValue object = todo.poll();
            switch (object.type()) {
                case MAP, TABLE -> document.keys(object.id()).forEach(key -> document.getAll(object.id(), key).forEach(this::visit));
                case LIST -> list(object.id());
                case TEXT -> string(document.text(object.id()));
            }
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
