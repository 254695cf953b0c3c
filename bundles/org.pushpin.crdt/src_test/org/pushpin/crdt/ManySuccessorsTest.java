// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.internal.column.BooleanWriter;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.ColumnsWriter;
import org.pushpin.crdt.internal.column.DeltaWriter;
import org.pushpin.crdt.internal.column.RleWriter;
import org.pushpin.crdt.internal.column.TextWriter;
import org.pushpin.crdt.internal.op.Action;

/** How many operations may succeed one that is in a document: as many as its bytes are worth, and no more. */
final class ManySuccessorsTest {
    private static final ActorId A = ActorId.parse("aa");

    /** A document of one put that so many deletions of one author succeed, all made by one change: a hundred bytes. */
    private static byte[] document(int successors) {
        ColumnsWriter changes = new ColumnsWriter().add(ColumnSpec.CHANGE_ACTOR, number(0)).add(ColumnSpec.CHANGE_SEQ, counters(1, 1))
                .add(ColumnSpec.CHANGE_MAX_OP, counters(1 + successors, 1)).add(ColumnSpec.CHANGE_TIME, counters(0, 1))
                .add(ColumnSpec.CHANGE_DEPS_COUNT, number(0)).add(ColumnSpec.CHANGE_EXTRA_META, number(7));
        TextWriter keys = new TextWriter();
        keys.append("x");
        BooleanWriter inserts = new BooleanWriter(false);
        inserts.append(false);
        RleWriter actors = new RleWriter();
        actors.append(0, successors);
        ColumnsWriter ops = new ColumnsWriter().add(ColumnSpec.KEY_STRING, keys.finish()).add(ColumnSpec.ID_ACTOR, number(0))
                .add(ColumnSpec.ID_COUNTER, counters(1, 1)).add(ColumnSpec.INSERT, inserts.finish()).add(ColumnSpec.ACTION, number(Action.SET))
                .add(ColumnSpec.VALUE_META, number(0)).add(ColumnSpec.SUCC_COUNT, number(successors))
                .add(ColumnSpec.SUCC_ACTOR, actors.finish()).add(ColumnSpec.SUCC_COUNTER, counters(2, successors));
        ByteWriter body = new ByteWriter().writeUnsigned(1).writePrefixed(A.toByteArray()).writeUnsigned(0);
        changes.writeTable(body);
        ops.writeTable(body);
        changes.writeData(body);
        ops.writeData(body);
        return Chunk.of(Chunk.DOCUMENT, body, new ChunkHasher()).bytes();
    }

    private static ByteWriter number(long value) {
        RleWriter column = new RleWriter();
        column.append(value);
        return column.finish();
    }

    private static ByteWriter counters(long first, int count) {
        DeltaWriter column = new DeltaWriter();
        column.append(first);
        column.appendSteps(1, count - 1);
        return column.finish();
    }

    @Test
    void fewBytesHoldFewSuccessors() {
        byte[] bomb = document(4_000_000);
        assertTrue(bomb.length < 120);
        assertEquals("more operations than so few bytes may hold", assertThrows(MalformedException.class, () -> Doc.load(bomb)).getMessage());
    }

    /** All of it is read: only the heads, which it does not name, are missed. */
    @Test
    void aHundredThousandAndMoreAreRead() {
        byte[] bytes = document(150_000);
        assertEquals("the heads do not match the changes", assertThrows(MalformedException.class, () -> Doc.load(bytes)).getMessage());
    }
}
