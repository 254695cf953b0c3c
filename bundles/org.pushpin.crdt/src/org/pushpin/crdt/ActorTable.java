// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The actors of a chunk, by number. */
final class ActorTable {
    private final List<ActorId> actors;
    private final Map<ActorId, Integer> numbers = new HashMap<>();
    private ActorId last;
    private int lastNumber;

    ActorTable(List<ActorId> actors) {
        this.actors = actors;
        for (int i = 0; i < actors.size(); i++) {
            numbers.put(actors.get(i), i);
        }
    }

    int number(ActorId actor) {
        if (actor != last) {
            lastNumber = numbers.get(actor);
            last = actor;
        }
        return lastNumber;
    }

    List<ActorId> actors() {
        return actors;
    }
}
