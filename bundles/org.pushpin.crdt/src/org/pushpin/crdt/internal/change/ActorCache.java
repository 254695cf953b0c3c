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

    private byte[] recentBytes;
    private ActorId[] recent;
    /** Null until there is a second actor. */
    private byte[][] bytes;
    private ActorId[][] soles;

    ActorId read(ByteReader in) throws MalformedException {
        return readSole(in)[0];
    }

    /** An actor, alone in an array that is not to be modified. */
    ActorId[] readSole(ByteReader in) throws MalformedException {
        int from = in.skipActor();
        int end = in.position();
        if (!isSame(recentBytes, in, from, end)) {
            find(in, from, end);
        }
        return recent;
    }

    private static boolean isSame(byte[] known, ByteReader in, int from, int end) {
        return known != null && Arrays.equals(known, 0, known.length, in.bytes(), from, end);
    }

    private void find(ByteReader in, int from, int end) {
        if (recent != null && bytes == null) {
            bytes = new byte[SIZE][];
            soles = new ActorId[SIZE][];
            int slot = slot(recentBytes, 0, recentBytes.length);
            bytes[slot] = recentBytes;
            soles[slot] = recent;
        }
        int slot = bytes == null ? -1 : slot(in.bytes(), from, end);
        if (slot < 0 || !isSame(bytes[slot], in, from, end)) {
            recentBytes = Arrays.copyOfRange(in.bytes(), from, end);
            recent = new ActorId[] {ActorId.of(recentBytes)};
            if (slot >= 0) {
                bytes[slot] = recentBytes;
                soles[slot] = recent;
            }
        } else {
            recentBytes = bytes[slot];
            recent = soles[slot];
        }
    }

    private static int slot(byte[] bytes, int from, int end) {
        int hash = end - from;
        for (int i = from; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        return (hash ^ hash >>> 16) & SIZE - 1;
    }
}
