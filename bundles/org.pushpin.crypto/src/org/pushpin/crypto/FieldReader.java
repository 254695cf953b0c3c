// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/** Reads big-endian fields. Too few bytes are a {@link FormatException} that names what was being read. */
final class FieldReader {
    private static final int CRITICAL = 0xff00;

    private final Bytes bytes;
    private final String what;
    private int at;

    FieldReader(Bytes bytes, String what) {
        this.bytes = bytes;
        this.what = what;
    }

    /** Four ASCII letters that begin a format. */
    void magic(String expected) throws FormatException {
        if (!bytes(expected.length()).equals(Bytes.utf8(expected))) {
            throw new FormatException("this is no " + what);
        }
    }

    /** A suite byte, which must be 1. */
    void suite() throws FormatException {
        int suite = u8();
        if (suite != 1) {
            throw new UnsupportedFormatException(what + " suite " + suite);
        }
    }

    /** A byte that is zero in this version. */
    void reserved() throws FormatException {
        if (u8() != 0) {
            throw new FormatException("the " + what + " has a reserved byte that is not 0");
        }
    }

    /** Two bytes of flags: none is critical that this version knows, so the high byte must be 0. */
    int flags() throws FormatException {
        int flags = u16();
        if ((flags & CRITICAL) != 0) {
            throw new UnsupportedFormatException(what + " with critical flag " + Integer.toHexString(flags & CRITICAL));
        }
        return flags;
    }

    int u8() throws FormatException {
        return bytes(1).at(0);
    }

    int u16() throws FormatException {
        return (int) number(Short.BYTES);
    }

    long u32() throws FormatException {
        return number(Integer.BYTES);
    }

    /** Eight bytes; values past 2⁶³ − 1 come out negative. */
    long u64() throws FormatException {
        return number(Long.BYTES);
    }

    /** Like {@link #bytes}, without keeping the source alive. */
    Bytes copy(int length) throws FormatException {
        return Bytes.of(bytes(length).toByteArray());
    }

    private long number(int length) throws FormatException {
        Bytes digits = bytes(length);
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | digits.at(i);
        }
        return value;
    }

    Bytes bytes(int length) throws FormatException {
        if (length > bytes.length() - at) {
            throw new FormatException("the " + what + " ends too early");
        }
        at += length;
        return bytes.slice(at - length, at);
    }

    int remaining() {
        return bytes.length() - at;
    }

    Bytes rest() throws FormatException {
        return bytes(remaining());
    }

    void end() throws FormatException {
        if (remaining() != 0) {
            throw new FormatException("the " + what + " has " + remaining() + " bytes too many");
        }
    }
}
