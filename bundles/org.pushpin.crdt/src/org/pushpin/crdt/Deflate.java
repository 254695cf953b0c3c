// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Raw DEFLATE, bounded when it inflates. One instance per chunk: it counts what the chunk inflates to. */
final class Deflate {
    /** What is at least this long is deflated, as in Automerge. */
    private static final int MIN_SIZE = 256;

    private long inflated;

    private static ByteWriter deflate(byte[] bytes, int length) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            ByteWriter out = new ByteWriter(length / 2 + 64);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out;
        } finally {
            deflater.end();
        }
    }

    /**
     * Deflates, unless that does not help or a reader with these limits would refuse the result.
     *
     * @return null for "leave as it is"
     */
    ByteWriter deflateWithinLimits(byte[] bytes, int length) {
        if (length < MIN_SIZE || inflated + length > Limits.INFLATED) {
            return null;
        }
        ByteWriter small = deflate(bytes, length);
        if (small.size() >= length || isBeyondRatio(length, small.size())) {
            return null;
        }
        inflated += length;
        return small;
    }

    private static boolean isBeyondRatio(long size, long compressed) {
        return size > Limits.RATIO_FREE && size > Limits.RATIO * compressed;
    }

    byte[] inflate(byte[] compressed) throws MalformedException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(compressed);
            ByteWriter out = new ByteWriter(Math.min(compressed.length * 3 + 64, 1 << 16));
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw new MalformedException("a truncated deflate stream");
                }
                out.write(buffer, 0, count);
                account(count, out.size(), compressed.length);
            }
            if (inflater.getRemaining() > 0) {
                throw new MalformedException("data after the end of a deflate stream");
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new MalformedException("a broken deflate stream");
        } finally {
            inflater.end();
        }
    }

    private void account(int count, long size, long compressed) throws MalformedException {
        inflated += count;
        if (inflated > Limits.INFLATED || isBeyondRatio(size, compressed)) {
            throw new MalformedException("compressed data that inflates beyond its limit");
        }
    }
}
