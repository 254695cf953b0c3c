// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

import org.pushpin.crypto.DocumentId;

/**
 * What waits to be indexed: each document once, with the time when it is due. One that nobody has said the type of waits until
 * nothing else is due, because what links to it may be among the rest. Any thread.
 */
final class Backlog {

    private final Map<DocumentId, Todo> waiting = new HashMap<>();
    private final PriorityQueue<Todo> queue = new PriorityQueue<>(Comparator.comparingLong(Todo::due).thenComparingLong(Todo::number));
    private final Set<DocumentId> postponed = new LinkedHashSet<>();
    private long numbers;

    /**
     * A document to index.
     *
     * @param due in nanoseconds of {@link System#nanoTime}'s kind
     * @param read whether it must be read, however it is known; else only if its types or their makers are others
     * @param last whether there is no point in postponing it
     */
    record Todo(DocumentId document, long due, boolean read, boolean last, long number) {}

    /** Adds a document, or has it done earlier if it waits already. */
    synchronized void add(DocumentId document, long due, boolean read) {
        Todo present = waiting.get(document);
        postponed.remove(document);
        if (present == null) {
            put(new Todo(document, due, read, false, numbers++));
        } else if (due < present.due() || read && !present.read() || present.last()) {
            put(new Todo(document, Math.min(due, present.due()), read || present.read(), false, present.number()));
        }
    }

    private void put(Todo todo) {
        waiting.put(todo.document(), todo);
        queue.add(todo);
    }

    /**
     * Takes the next document that is due; null if none is.
     *
     * @param all whether those that were postponed come, too, if no other is due
     */
    synchronized Todo take(long now, boolean all) {
        Todo next = next();
        if ((next == null || next.due() > now) && all && !postponed.isEmpty()) {
            List<DocumentId> rest = new ArrayList<>(postponed);
            postponed.clear();
            rest.forEach(document -> put(new Todo(document, now, true, true, numbers++)));
            next = next();
        }
        if (next == null || next.due() > now) {
            return null;
        }
        queue.remove();
        waiting.remove(next.document());
        return next;
    }

    /** The first in the queue that was not replaced; null if it is empty. */
    private Todo next() {
        while (!queue.isEmpty() && waiting.get(queue.peek().document()) != queue.peek()) {
            queue.remove();
        }
        return queue.peek();
    }

    /** Puts a document off until nothing else waits. */
    synchronized void postpone(DocumentId document) {
        if (!waiting.containsKey(document)) {
            postponed.add(document);
        }
    }

    /** Makes everything due. */
    synchronized void hurry(long now) {
        List.copyOf(waiting.values()).forEach(todo -> {
            if (todo.due() > now) {
                put(new Todo(todo.document(), now, todo.read(), todo.last(), todo.number()));
            }
        });
    }

    synchronized int size() {
        return waiting.size() + postponed.size();
    }

    /** When the next document is due; {@link Long#MAX_VALUE} if none waits, {@link Long#MIN_VALUE} if at once. */
    synchronized long due() {
        Todo next = next();
        return !postponed.isEmpty() ? Long.MIN_VALUE : next == null ? Long.MAX_VALUE : next.due();
    }
}
