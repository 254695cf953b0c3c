// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.util.zip.Deflater;

/**
 * Writes raw DEFLATE where that helps and a reader with {@link Limits} accepts it. One instance serves many chunks;
 * {@link #beginChunk()} begins the count of the next. Holds native memory from its first use until closed. One thread.
 */
public final class Deflate implements AutoCloseable {
    /** Automerge deflates columns of at least this many bytes, and change chunks of more. */
    public static final int MIN_SIZE = 256;

    private final int level;
    private Deflater deflater;
    private long chunk;

    /** Of the level that Automerge uses. */
    public Deflate() {
        this(6);
    }

    /** @param level 1 (fast) to 9 (small) */
    public Deflate(int level) {
        this.level = level;
    }

    public void beginChunk() {
        chunk = 0;
    }

    /** Appends the deflated form to {@code out}, or nothing and returns false for "leave as it is". */
    public boolean deflate(byte[] source, int from, int length, ByteWriter out) {
        if (chunk + length > Limits.INFLATED) {
            return false;
        }
        int start = out.size();
        run(source, from, length, out);
        int small = out.size() - start;
        if (small >= length || Limits.isBeyondRatio(length, small)) {
            out.truncate(start);
            return false;
        }
        chunk += length;
        return true;
    }

    /** The deflated form of all of an array, be it longer or not to be accepted. */
    public byte[] whole(byte[] source) {
        ByteWriter out = new ByteWriter(source.length);
        run(source, 0, source.length, out);
        return out.toByteArray();
    }

    private void run(byte[] source, int from, int length, ByteWriter out) {
        if (deflater == null) {
            deflater = new Deflater(level, true);
        } else {
            deflater.reset();
        }
        deflater.setInput(source, from, length);
        deflater.finish();
        byte[] buffer = new byte[Math.min(length, 8192)];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
    }

    @Override
    public void close() {
        if (deflater != null) {
            deflater.end();
            deflater = null;
        }
    }
}
