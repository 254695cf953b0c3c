// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held: JPEG's APP1 segment with a TIFF directory (Exif 2.32 §4.5.4, §4.6.2). */
final class ExifOrientation {

    /** The segment is within the first 64 KiB or so. */
    static final int ENOUGH = 128 * 1024;
    private static final int UPRIGHT = 1;

    private ExifOrientation() {
    }

    /** 1 to 8; 1 where nothing is said, or nothing sensible. */
    static int read(byte[] start) {
        ByteBuffer in = ByteBuffer.wrap(start);
        if (start.length < 4 || in.getShort(0) != (short) 0xFFD8) return UPRIGHT;
        int at = 2;
        while (at + 4 <= start.length && (start[at] & 0xFF) == 0xFF) {
            int marker = start[at + 1] & 0xFF;
            int length = in.getShort(at + 2) & 0xFFFF;
            if (marker == 0xDA || length < 2) return UPRIGHT;
            if (marker == 0xE1 && length >= 16 && at + 2 + length <= start.length && in.getInt(at + 4) == 0x45786966) {
                return directory(in.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int directory(ByteBuffer tiff) {
        if (tiff.limit() < 14) return UPRIGHT;
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        if (at < 8 || at > tiff.limit() - 2) return UPRIGHT;
        int count = tiff.getShort(at) & 0xFFFF;
        for (int i = 0; i < count && at + 2 + 12 * (i + 1) <= tiff.limit(); i++) {
            int entry = at + 2 + 12 * i;
            if (tiff.getShort(entry) != 0x0112) continue;
            int turn = tiff.getShort(entry + 8);
            return turn >= 1 && turn <= 8 ? turn : UPRIGHT;
        }
        return UPRIGHT;
    }
}
