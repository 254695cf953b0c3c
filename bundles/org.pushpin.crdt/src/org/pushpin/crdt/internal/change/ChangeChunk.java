// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.Deflate;

/**
 * A change as its bytes, checked: {@link ChangeOps} can read its operations without an error. Immutable, any thread. Costs its bytes, its
 * hash and a few words; operations are never held decoded.
 */
public final class ChangeChunk {
    private final byte[] bytes;
    private final byte[] hash;
    private final int body;
    private final ActorId[] actors;
    private final int depsFrom;
    private final int depCount;
    private final long seq;
    private final long startOp;
    private final long time;
    private final int messageFrom;
    private final int messageLength;
    private final int tableFrom;
    private final int extraFrom;
    private final int opCount;
    private final boolean canonical;

    /** Takes the arrays over. */
    ChangeChunk(Chunk chunk, ChangeHead head, int extraFrom, int opCount, boolean canonical) {
        this.bytes = chunk.bytes();
        this.hash = chunk.hash();
        this.body = chunk.body();
        this.actors = head.actors;
        this.depsFrom = head.depsFrom;
        this.depCount = head.depCount;
        this.seq = head.seq;
        this.startOp = head.startOp;
        this.time = head.time;
        this.messageFrom = head.messageFrom;
        this.messageLength = head.messageLength;
        this.tableFrom = head.tableFrom;
        this.extraFrom = extraFrom;
        this.opCount = opCount;
        this.canonical = canonical;
    }

    public ChangeHash hash() {
        return ChangeHash.of(hash);
    }

    /** The 32 bytes of the hash, not to be modified. */
    public byte[] hashBytes() {
        return hash;
    }

    /** The author. */
    public ActorId actor() {
        return actors[0];
    }

    /** How many actors the change names, the author included. */
    public int actorCount() {
        return actors.length;
    }

    /** An actor by its number in the columns; 0 is the author. */
    public ActorId actor(int number) {
        return actors[number];
    }

    /** From 1. */
    public long seq() {
        return seq;
    }

    /** The counter of the first operation, from 1. */
    public long startOp() {
        return startOp;
    }

    /** The counter of the last operation; {@code startOp() - 1} if there is none. */
    public long maxOp() {
        return startOp + opCount - 1;
    }

    /** Seconds, as the author says. */
    public long time() {
        return time;
    }

    /** Null for none. */
    public String message() {
        return messageLength == 0 ? null : new String(bytes, messageFrom, messageLength, StandardCharsets.UTF_8);
    }

    public int depCount() {
        return depCount;
    }

    /** Where in {@link #bytes()} the 32 bytes of a dependency begin; they ascend. */
    public int depFrom(int index) {
        return depsFrom + index * ChangeHash.LENGTH;
    }

    public ChangeHash dep(int index) {
        return ChangeHash.of(Arrays.copyOfRange(bytes, depFrom(index), depFrom(index + 1)));
    }

    /** Ascending. */
    public List<ChangeHash> deps() {
        return IntStream.range(0, depCount).mapToObj(this::dep).toList();
    }

    public int opCount() {
        return opCount;
    }

    /** Whether {@link ChangeWriter} writes exactly these bytes when given what they say; otherwise they must be kept. */
    public boolean isCanonical() {
        return canonical;
    }

    public boolean hasExtra() {
        return extraFrom < bytes.length;
    }

    /** The bytes after the columns. */
    public byte[] extra() {
        return Arrays.copyOfRange(bytes, extraFrom, bytes.length);
    }

    /** The chunk of type 1, not to be modified. */
    public byte[] bytes() {
        return bytes;
    }

    /** One chunk: type 1, or type 2 where deflating makes it smaller; a new array. */
    public byte[] compact(Deflate deflate) {
        return Chunk.compact(bytes, body, deflate);
    }

    int tableFrom() {
        return tableFrom;
    }

    ActorId[] actors() {
        return actors;
    }
}
