// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ChunkReader;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;

/** Writes a change again from what it says, as the engine would. */
public final class Recoder {
    private final ChangeWriter writer = new ChangeWriter();
    private final ChangeOps ops = new ChangeOps();
    private final Random random;

    /** @param random for the order in which the engine came to know the actors */
    public Recoder(Random random) {
        this.random = random;
    }

    public static ChangeChunk parse(byte[] bytes) throws MalformedException {
        try (ChunkReader reader = new ChunkReader()) {
            reader.reset(bytes);
            ChangeChunk chunk = new ChangeParser().parse(reader.read());
            if (!reader.isAtEnd()) {
                throw new MalformedException("more than a change");
            }
            return chunk;
        }
    }

    public byte[] recoded(ChangeChunk change) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < change.actorCount(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        Authors authors = Authors.NONE;
        int[] numbers = new int[order.size()];
        for (int actor : order) {
            numbers[actor] = authors.size();
            authors = authors.with(change.actor(actor), null);
        }
        write(change, authors, numbers);
        ChangeChunk again = writer.finish(change.seq(), change.time(), change.message(), change.extra());
        write(change, authors, numbers);
        byte[] hash = new byte[40];
        writer.finishHash(change.seq(), change.time(), change.message(), change.extra(), hash, 8);
        if (!Arrays.equals(again.hashBytes(), 0, 32, hash, 8, 40)) {
            throw new AssertionError("two hashes of one change");
        }
        return again.bytes();
    }

    private void write(ChangeChunk change, Authors authors, int[] numbers) {
        writer.begin(authors, numbers[0], change.startOp());
        for (int i = change.depCount() - 1; i >= 0; i--) {
            writer.dependency(change.bytes(), change.depFrom(i));
        }
        ops.reset(change);
        while (ops.next()) {
            append(numbers);
        }
    }

    private static long id(int actor, long counter, int[] numbers) {
        return actor < 0 ? Ids.NONE : Ids.of(counter, numbers[actor]);
    }

    private void append(int[] numbers) {
        long object = id(ops.objectActor(), ops.objectCounter(), numbers);
        long element = id(ops.keyActor(), ops.keyCounter(), numbers);
        if (ops.textRun() > 0 && random.nextInt(4) > 0) {
            writer.textRun(object, element, ops.bytes(), ops.valueFrom(), ops.valueLength(), ops.textRun());
        } else if (ops.deleteRun() > 0 && random.nextInt(4) > 0) {
            writer.deleteRun(object, element, ops.deleteRun(), ops.stride());
        } else if (ops.count() == 1) {
            long[] preds = new long[ops.predCount()];
            for (int i = 0; i < preds.length; i++) {
                preds[i] = id(ops.predActor(i), ops.predCounter(i), numbers);
            }
            if (random.nextBoolean()) {
                writer.append(object, ops.key(), element, ops.isInsert(), ops.action(), ops.value(), preds, ops.expand(), ops.mark());
            } else {
                writer.append(object, ops.key(), element, ops.isInsert(), ops.action(), ops.valueType(), ops.bytes(), ops.valueFrom(),
                        ops.valueLength(), preds, preds.length, ops.expand(), ops.mark());
            }
        } else if (ops.textRun() > 0) {
            writer.textRun(object, element, ops.bytes(), ops.valueFrom(), ops.valueLength(), ops.textRun());
        } else {
            writer.deleteRun(object, element, ops.deleteRun(), ops.stride());
        }
    }
}
