// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.pushpin.crdt.MalformedException;

/**
 * Inflates raw DEFLATE within {@link Limits}, checked every 8 KiB. One instance serves a batch; {@link #beginChunk()} begins the count
 * of the next chunk. Holds native memory from its first use until closed. One thread.
 */
public final class Inflate implements AutoCloseable {
    private static final int STEP = 8192;
    private static final int BLOCK = 1 << 16;

    private final InflateBudget budget;
    private Inflater inflater;
    private long chunk;
    /** What {@link #fill} filled, and the block that it filled last. */
    private final List<byte[]> blocks = new ArrayList<>();
    private byte[] last;
    private int lastSize;

    public Inflate() {
        this(null);
    }

    /** @param budget shared by several chunks, or null */
    public Inflate(InflateBudget budget) {
        this.budget = budget;
    }

    public void beginChunk() {
        chunk = 0;
    }

    /** Returns all of one stream, which must fill the range exactly. */
    public byte[] inflate(byte[] source, int from, int length) throws MalformedException {
        byte[] out = new byte[fill(source, from, length)];
        drain(out, 0);
        return out;
    }

    /** Inflates all of one stream, which must fill the range exactly, and returns its size; {@link #drain} then gives it. */
    int fill(byte[] source, int from, int length) throws MalformedException {
        begin(source, from, length);
        blocks.clear();
        last = new byte[Math.min(Math.max(length * 3, 64), STEP)];
        lastSize = 0;
        int size = 0;
        try {
            while (!inflater.finished()) {
                if (lastSize == last.length) {
                    blocks.add(last);
                    last = new byte[Math.min(last.length * 2, BLOCK)];
                    lastSize = 0;
                }
                int count = inflater.inflate(last, lastSize, Math.min(STEP, last.length - lastSize));
                if (count == 0 && !inflater.finished()) {
                    throw new MalformedException("a truncated deflate stream");
                }
                lastSize += count;
                size += count;
                account(count, size, length);
            }
        } catch (DataFormatException e) {
            throw new MalformedException("a broken deflate stream");
        }
        if (inflater.getRemaining() > 0) {
            throw new MalformedException("data after the end of a deflate stream");
        }
        return size;
    }

    /** Writes what {@link #fill} inflated. */
    void drain(byte[] target, int from) {
        int at = from;
        for (byte[] block : blocks) {
            System.arraycopy(block, 0, target, at, block.length);
            at += block.length;
        }
        System.arraycopy(last, 0, target, at, lastSize);
        blocks.clear();
        last = null;
    }

    private void begin(byte[] source, int from, int length) {
        if (inflater == null) {
            inflater = new Inflater(true);
        } else {
            inflater.reset();
        }
        inflater.setInput(source, from, length);
    }

    private void account(int count, long size, long compressed) throws MalformedException {
        chunk += count;
        if (chunk > Limits.INFLATED || Limits.isBeyondRatio(size, compressed)) {
            throw new MalformedException("compressed data that inflates beyond its limit");
        }
        if (budget != null) {
            budget.spend(count);
        }
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
    }
}
