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
import org.pushpin.crdt.internal.column.Utf8;
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
            type(object, element, numbers);
        } else if (ops.deleteRun() > 0 && random.nextInt(4) > 0) {
            delete(object, element);
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
            type(object, element, numbers);
        } else {
            delete(object, element);
        }
    }

    /** In one piece or two. */
    private void type(long object, long reference, int[] numbers) {
        int first = random.nextBoolean() ? ops.textRun() : random.nextInt(ops.textRun());
        int end = ops.valueFrom();
        for (int i = 0; i < first; i++) {
            end += Utf8.length(ops.bytes()[end]);
        }
        if (first > 0) {
            writer.textRun(object, reference, ops.bytes(), ops.valueFrom(), end - ops.valueFrom(), first);
        }
        if (first < ops.textRun()) {
            long before = first == 0 ? reference : Ids.of(ops.counter() + first - 1, numbers[0]);
            writer.textRun(object, before, ops.bytes(), end, ops.valueFrom() + ops.valueLength() - end, ops.textRun() - first);
        }
    }

    /** The same. One deletion may be said to go either way. */
    private void delete(long object, long element) {
        int first = random.nextBoolean() ? ops.deleteRun() : random.nextInt(ops.deleteRun());
        int rest = ops.deleteRun() - first;
        int anyway = random.nextBoolean() ? 1 : -1;
        if (first > 0) {
            writer.deleteRun(object, element, first, first == 1 ? anyway : ops.stride());
        }
        if (rest > 0) {
            writer.deleteRun(object, Ids.plus(element, first * ops.stride()), rest, rest == 1 ? anyway : ops.stride());
        }
    }
}
