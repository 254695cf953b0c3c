// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.pushpin.crdt.internal.op.Op;

/**
 * What an operation overwrote: those of its register that it succeeds, ascending. Registers with a long history are turned around once, and
 * remembered by their array. One thread.
 */
final class Predecessors {
    private static final int LONG = 24;

    private final Map<Op[], Turned> turned = new IdentityHashMap<>();

    long[] of(Op[] register, long id) {
        if (isLong(register)) {
            return turned.computeIfAbsent(register, Turned::of).of(id);
        }
        long[] preds = Op.NONE;
        for (Op op : register) {
            if (op.isSucceededBy(id)) {
                preds = with(preds, op.id());
            }
        }
        return preds;
    }

    private static boolean isLong(Op[] register) {
        int links = register.length;
        for (int i = 0; i < register.length && links <= LONG; i++) {
            links += register[i].succ().length;
        }
        return links > LONG;
    }

    /** @param later all successors in the register, ascending as numbers @param from by successor, where its predecessors begin */
    private record Turned(long[] later, int[] from, long[] preds) {
        static Turned of(Op[] register) {
            long[] links = Arrays.stream(register).flatMapToLong(op -> Arrays.stream(op.succ())).sorted().toArray();
            long[] later = Arrays.stream(links).distinct().toArray();
            int[] from = new int[later.length + 1];
            for (long link : links) {
                from[Arrays.binarySearch(later, link) + 1]++;
            }
            for (int i = 0; i < later.length; i++) {
                from[i + 1] += from[i];
            }
            int[] next = from.clone();
            long[] preds = new long[links.length];
            for (Op op : register) {
                for (long link : op.succ()) {
                    preds[next[Arrays.binarySearch(later, link)]++] = op.id();
                }
            }
            return new Turned(later, from, preds);
        }

        long[] of(long id) {
            int at = Arrays.binarySearch(later, id);
            return at < 0 ? Op.NONE : Arrays.copyOfRange(preds, from[at], from[at + 1]);
        }
    }

    private static long[] with(long[] ids, long id) {
        long[] more = Arrays.copyOf(ids, ids.length + 1);
        more[ids.length] = id;
        return more;
    }
}
