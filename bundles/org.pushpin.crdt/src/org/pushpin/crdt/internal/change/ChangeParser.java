// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.Limits;

/**
 * Reads change chunks ({@code package-info}) and checks every row. One instance serves a batch, so that what its changes have in common
 * is allocated once. O(runs of the change's columns). One thread.
 */
public final class ChangeParser {
    private final ChangeHead head = new ChangeHead();
    private final ByteReader in = new ByteReader();
    private final ChangeOps ops = new ChangeOps();

    /** @param chunk of type {@link Chunk#CHANGE}; its bytes are copied unless it fills its array */
    public ChangeChunk parse(Chunk chunk) throws MalformedException {
        Chunk own = chunk.from() == 0 && chunk.end() == chunk.bytes().length ? chunk
                : new Chunk(chunk.type(), chunk.hash(), chunk.copy(), 0, chunk.body() - chunk.from(), chunk.end() - chunk.from());
        in.reset(own.bytes(), own.body(), own.end());
        head.read(in);
        int extraFrom = ops.open(own.bytes(), head.tableFrom, own.end(), head.actors, head.startOp);
        checkOps(own.end() - own.body());
        int rows = ops.rows();
        if (head.seq == 0 || head.startOp == 0 || head.startOp + rows - 1 > Limits.MAX_COUNTER) {
            throw new MalformedException("a change with counters out of range");
        }
        return new ChangeChunk(own, head, extraFrom, rows, head.canonical && ops.isCanonical());
    }

    /** Every step is checked as it is read. A step costs as much as its predecessors, but a run of deletions, which costs as one. */
    private void checkOps(int length) throws MalformedException {
        long most = Limits.steps(length);
        for (long steps = 0; ops.step();) {
            steps += ops.deleteRun() > 0 ? 1 : Math.max(1, ops.predCount());
            if (steps > most) {
                throw new MalformedException("more operations than so few bytes may hold");
            }
        }
    }
}
