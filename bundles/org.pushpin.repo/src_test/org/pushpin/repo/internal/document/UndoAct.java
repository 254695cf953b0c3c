// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One thing that happens in an {@link UndoWorld}; {@code a} and {@code b} say where and how much, modulo what there is. */
record UndoAct(int replica, Kind kind, int a, int b) {

    /** What happens. */
    enum Kind {
        TYPE, ERASE, BLOCK, MARK, UNMARK, PUT, DELETE, INSERT, REMOVE, REPLACE, COUNT, GROUP, UNDO, REDO, SYNC
    }

    private static final Kind[] OFTEN = {Kind.TYPE, Kind.TYPE, Kind.TYPE, Kind.ERASE, Kind.ERASE, Kind.MARK, Kind.MARK, Kind.UNMARK,
        Kind.BLOCK, Kind.PUT, Kind.PUT, Kind.DELETE, Kind.INSERT, Kind.INSERT, Kind.REMOVE, Kind.REPLACE, Kind.COUNT, Kind.GROUP,
        Kind.UNDO, Kind.UNDO, Kind.UNDO, Kind.UNDO, Kind.UNDO, Kind.REDO, Kind.REDO, Kind.REDO, Kind.SYNC, Kind.SYNC, Kind.SYNC, Kind.SYNC};

    /** A script, as a function of the seed. */
    static List<UndoAct> script(long seed, int replicas, int length) {
        Random random = new Random(seed);
        List<UndoAct> script = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            script.add(new UndoAct(random.nextInt(replicas), OFTEN[random.nextInt(OFTEN.length)], random.nextInt(1000), random.nextInt(1000)));
        }
        return script;
    }
}
