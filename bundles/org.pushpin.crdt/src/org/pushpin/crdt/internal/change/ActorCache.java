// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.util.Arrays;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ByteReader;

/** Gives equal actors of a batch as one object, as far as there is room: an entry gives way to another. One thread. */
final class ActorCache {
    private static final int SIZE = 256;

    private final byte[][] bytes = new byte[SIZE][];
    private final ActorId[][] soles = new ActorId[SIZE][];

    ActorId read(ByteReader in) throws MalformedException {
        return readSole(in)[0];
    }

    /** An actor, alone in an array that is not to be modified. */
    ActorId[] readSole(ByteReader in) throws MalformedException {
        int from = in.skipActor();
        int end = in.position();
        int hash = end - from;
        for (int i = from; i < end; i++) {
            hash = hash * 31 + in.bytes()[i];
        }
        int slot = (hash ^ hash >>> 16) & SIZE - 1;
        if (bytes[slot] == null || !Arrays.equals(bytes[slot], 0, bytes[slot].length, in.bytes(), from, end)) {
            bytes[slot] = Arrays.copyOfRange(in.bytes(), from, end);
            soles[slot] = new ActorId[] {ActorId.of(bytes[slot])};
        }
        return soles[slot];
    }
}
