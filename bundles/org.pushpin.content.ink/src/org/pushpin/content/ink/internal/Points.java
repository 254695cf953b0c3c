// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Intent.Sample;

/** The points of a stroke as bytes; the layout is this package's. Bytes from outside are hostile. */
final class Points {

    static final int MOST = 50_000;
    private static final int VERSION = 1;
    private static final int PRESSURE = 1;
    private static final double GRAIN = 16;
    private static final double FARTHEST = 100_000;

    private Points() {}

    /** @param path of 1 to {@value #MOST} finite points; what is out of reach is pulled in */
    static byte[] pack(List<Sample> path) {
        boolean pressure = path.stream().anyMatch(sample -> sample.pressure() < 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(VERSION);
        out.write(pressure ? PRESSURE : 0);
        write(out, path.size());
        long x = 0;
        long y = 0;
        for (Sample sample : path) {
            long newX = Math.round(Math.clamp(sample.x(), -FARTHEST, FARTHEST) * GRAIN);
            long newY = Math.round(Math.clamp(sample.y(), -FARTHEST, FARTHEST) * GRAIN);
            write(out, zigzag(newX - x));
            write(out, zigzag(newY - y));
            if (pressure) out.write((int) Math.round(Math.clamp(sample.pressure(), 0, 1) * 255));
            x = newX;
            y = newY;
        }
        return out.toByteArray();
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private static void write(ByteArrayOutputStream out, long value) {
        long left = value;
        for (; left > 127; left >>>= 7) out.write((int) (left & 127) | 128);
        out.write((int) left);
    }

    /** Empty for what is not such bytes, whole and within the bounds. */
    static Optional<List<Sample>> unpack(byte[] bytes) {
        return new Unpacking(bytes).points();
    }

    /** Reads once. */
    private static final class Unpacking {
        private final byte[] bytes;
        private int at;
        private boolean good = true;

        Unpacking(byte[] bytes) {
            this.bytes = bytes;
        }

        Optional<List<Sample>> points() {
            if (next() != VERSION) return Optional.empty();
            int flags = next();
            long count = number();
            if (!good || flags > PRESSURE || count < 1 || count > MOST || count > bytes.length) return Optional.empty();
            List<Sample> path = new ArrayList<>((int) count);
            long x = 0;
            long y = 0;
            for (int i = 0; i < count && good; i++) {
                x += step();
                y += step();
                double pressure = flags == PRESSURE ? next() / 255.0 : 1;
                good &= Math.abs(x) <= FARTHEST * GRAIN && Math.abs(y) <= FARTHEST * GRAIN;
                path.add(new Sample(x / GRAIN, y / GRAIN, pressure, 0));
            }
            return good && at == bytes.length ? Optional.of(path) : Optional.empty();
        }

        private int next() {
            good &= at < bytes.length;
            return good ? bytes[at++] & 255 : 0;
        }

        private long number() {
            long value = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                int part = next();
                value |= (long) (part & 127) << shift;
                if (part < 128) return value;
            }
            good = false;
            return 0;
        }

        private long step() {
            long value = number();
            return value >>> 1 ^ -(value & 1);
        }
    }
}
