// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.Limits;

/** What stands before the columns of a change; read again and again. One thread. */
final class ChangeHead {
    private final ActorCache cache = new ActorCache();
    int depsFrom;
    int depCount;
    ActorId[] actors;
    long seq;
    long startOp;
    long time;
    int messageFrom;
    int messageLength;
    int tableFrom;
    /** Whether the other actors ascend. */
    boolean canonical;

    /** Reads all up to the column table. */
    void read(ByteReader in) throws MalformedException {
        readDeps(in);
        ActorId[] author = cache.readSole(in);
        seq = in.readCounter();
        startOp = in.readCounter();
        time = in.readSigned();
        if (!Limits.isTime(time)) {
            throw new MalformedException("a change with a time beyond its limit");
        }
        messageLength = in.readCount(in.remaining());
        messageFrom = in.skipText(messageLength);
        int others = in.readCount(Math.min(in.remaining() / 2, Limits.ACTORS));
        canonical = true;
        actors = others == 0 ? author : readActors(in, author[0], others);
        tableFrom = in.position();
    }

    private void readDeps(ByteReader in) throws MalformedException {
        depCount = in.readCount(in.remaining() / ChangeHash.LENGTH);
        depsFrom = in.skip(depCount * ChangeHash.LENGTH);
        for (int i = 1; i < depCount; i++) {
            int at = depsFrom + i * ChangeHash.LENGTH;
            byte[] bytes = in.bytes();
            if (Arrays.compareUnsigned(bytes, at - ChangeHash.LENGTH, at, bytes, at, at + ChangeHash.LENGTH) >= 0) {
                throw new MalformedException("dependencies out of order");
            }
        }
    }

    private ActorId[] readActors(ByteReader in, ActorId author, int others) throws MalformedException {
        ActorId[] read = new ActorId[others + 1];
        read[0] = author;
        for (int i = 1; i <= others; i++) {
            read[i] = cache.read(in);
            canonical &= i == 1 || read[i - 1].compareTo(read[i]) < 0;
        }
        boolean unique = canonical ? Arrays.binarySearch(read, 1, others + 1, author) < 0
                : new HashSet<>(List.of(read)).size() == read.length;
        if (!unique) {
            throw new MalformedException("an actor twice");
        }
        return read;
    }
}
