// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.pushpin.crdt.MalformedException;

/**
 * Inflates raw DEFLATE within {@link Limits}, checked every 8 KiB. One instance serves a batch; {@link #beginChunk()} begins the count
 * of the next chunk. Holds native memory from its first use until closed. One thread.
 */
public final class Inflate implements AutoCloseable {
    private static final int STEP = 8192;

    private final InflateBudget budget;
    private Inflater inflater;
    private long chunk;

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
        begin(source, from, length);
        byte[] out = new byte[Math.min(Math.max(length * 3, 64), STEP)];
        int size = 0;
        try {
            while (!inflater.finished()) {
                if (size == out.length) {
                    out = Arrays.copyOf(out, Math.min(out.length * 2, Math.max(Limits.INFLATED, out.length) + STEP));
                }
                int count = inflater.inflate(out, size, Math.min(STEP, out.length - size));
                if (count == 0 && !inflater.finished()) {
                    throw new MalformedException("a truncated deflate stream");
                }
                size += count;
                account(count, size, length);
            }
        } catch (DataFormatException e) {
            throw new MalformedException("a broken deflate stream");
        }
        if (inflater.getRemaining() > 0) {
            throw new MalformedException("data after the end of a deflate stream");
        }
        return size == out.length ? out : Arrays.copyOf(out, size);
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
