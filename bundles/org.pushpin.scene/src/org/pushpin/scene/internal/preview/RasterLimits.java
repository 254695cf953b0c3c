// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How large a picture may be: those that are read line by line, and so take memory for what is wanted only, may be larger
 * than those whose decoder holds all of it. Sources: PNG (ISO 15948) §11.2.2, JPEG (ITU-T T.81) annex B, WebP (RFC 9649) §2.
 */
final class RasterLimits {

    static final long MOST_STREAMED = 256_000_000;
    static final long MOST_HELD = 32_000_000;
    static final int LONGEST_SIDE = 65_535;

    /** Segments of a JPEG before its frame, and chunks of a WebP, that are looked at. */
    private static final int MOST_PARTS = 10_000;

    private RasterLimits() {
    }

    /** How many pixels are decoded of this file. */
    static long mostPixels(PictureDecoder.Source source, PictureFormat format) throws IOException {
        try (InputStream file = source.open(); DataInputStream in = new DataInputStream(file)) {
            boolean streamed = switch (format) {
                case PNG -> in.skipBytes(28) == 28 && in.read() == 0;
                case JPEG -> isSequential(in);
                case GIF, WEBP, SVG -> false;
            };
            return streamed ? MOST_STREAMED : MOST_HELD;
        }
    }

    private static boolean isSequential(DataInputStream in) throws IOException {
        in.skipNBytes(2);
        for (int i = 0; i < MOST_PARTS; i++) {
            if (in.read() != 0xFF) return false;
            int marker = in.read();
            while (marker == 0xFF) marker = in.read();
            if (marker == 0xC0 || marker == 0xC1) return true;
            if (marker < 0xC0 || marker == 0xC2) return false;
            int length = in.readUnsignedShort();
            in.skipNBytes(Math.max(0, length - 2));
        }
        return false;
    }

    /** Whether no picture inside claims to be larger than the one that the file claims to be. */
    static boolean isConsistent(PictureDecoder.Source source, int width, int height) throws IOException {
        try (InputStream file = source.open(); DataInputStream in = new DataInputStream(file)) {
            in.skipNBytes(12);
            byte[] head = new byte[8 + 30];
            for (int i = 0; i < MOST_PARTS; i++) {
                if (in.readNBytes(head, 0, 8) < 8) return true;
                ByteBuffer chunk = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
                long length = chunk.getInt(4) & 0xFFFF_FFFFL;
                int read = in.readNBytes(head, 8, (int) Math.min(length, 30));
                if (isLarger(chunk, read, width, height)) return false;
                boolean end = in.skip(length - read + (length & 1)) < length - read;
                if (end) return true;
            }
        }
        return false;
    }

    private static boolean isLarger(ByteBuffer chunk, int read, int width, int height) {
        int kind = chunk.getInt(0);
        if (kind == 0x20385056 && read >= 10) { // VP8
            return (chunk.getShort(8 + 6) & 0x3FFF) > width || (chunk.getShort(8 + 8) & 0x3FFF) > height;
        }
        if (kind == 0x4C385056 && read >= 5) { // VP8L
            int sizes = chunk.getInt(8 + 1);
            return (sizes & 0x3FFF) + 1 > width || (sizes >> 14 & 0x3FFF) + 1 > height;
        }
        if (kind == 0x464D4E41 && read >= 30) { // ANMF, with a chunk of its own behind 16 bytes
            int w = (chunk.getInt(8 + 6) & 0xFFFFFF) + 1;
            int h = (chunk.getInt(8 + 9) & 0xFFFFFF) + 1;
            ByteBuffer inner = chunk.slice(8 + 16, chunk.capacity() - 24).order(ByteOrder.LITTLE_ENDIAN);
            return w > width || h > height || isLarger(inner, read - 24, width, height);
        }
        return false;
    }
}
