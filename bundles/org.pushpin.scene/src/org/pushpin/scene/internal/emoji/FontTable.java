// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.emoji;

import java.util.Optional;

/**
 * A stretch of a font's bytes, big-endian. What lies outside it cannot be read. Source: OpenType 1.9, "Organization of an
 * OpenType font". Immutable, if nobody writes into the bytes.
 */
record FontTable(byte[] bytes, int start, int length) {

    static FontTable of(byte[] font) {
        return new FontTable(font, 0, font.length);
    }

    /** A table of the font whose start this is; empty where it has none. */
    Optional<FontTable> table(String tag) throws DamagedFontException {
        int count = u16(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            boolean same = true;
            for (int k = 0; k < 4; k++) same &= u8(entry + k) == tag.charAt(k);
            if (same) return Optional.of(at(offset(entry + 8), offset(entry + 12)));
        }
        return Optional.empty();
    }

    FontTable at(int offset) throws DamagedFontException {
        return at(offset, length - offset);
    }

    private FontTable at(int offset, int size) throws DamagedFontException {
        if (offset < 0 || size < 0 || offset > length - size) throw new DamagedFontException("a table beyond its end");
        return new FontTable(bytes, start + offset, size);
    }

    int u8(int at) throws DamagedFontException {
        if (at < 0 || at >= length) throw new DamagedFontException("a value beyond its table");
        return bytes[start + at] & 0xFF;
    }

    int u16(int at) throws DamagedFontException {
        return u8(at) << 8 | u8(at + 1);
    }

    /** 32 bits of which the highest is not set. */
    int offset(int at) throws DamagedFontException {
        int value = u16(at) << 16 | u16(at + 2);
        if (value < 0) throw new DamagedFontException("an offset too large");
        return value;
    }
}
