// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;

/** Scalars as the value columns hold them: a type code and raw bytes ({@code package-info}, "Values"). */
public final class ScalarCodec {
    public static final int NULL = 0;
    public static final int FALSE = 1;
    public static final int TRUE = 2;
    public static final int UINT = 3;
    public static final int INT = 4;
    public static final int F64 = 5;
    public static final int STR = 6;
    public static final int BYTES = 7;
    public static final int COUNTER = 8;
    public static final int TIMESTAMP = 9;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final Scalar.Bool[] BOOLS = {new Scalar.Bool(false), new Scalar.Bool(true)};
    private static final Scalar.Str[] ASCII = new Scalar.Str[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = new Scalar.Str(String.valueOf(c));
        }
    }

    private ScalarCodec() {
    }

    /** A string, shared if it is one ASCII character. */
    public static Scalar.Str text(String text) {
        return text.length() == 1 && text.charAt(0) < 128 ? ASCII[text.charAt(0)] : new Scalar.Str(text);
    }

    /** A string from bytes that are known to be UTF-8, shared if it is one ASCII character. */
    public static Scalar.Str text(byte[] bytes, int from, int length) {
        return length == 1 ? ASCII[bytes[from]] : new Scalar.Str(new String(bytes, from, length, StandardCharsets.UTF_8));
    }

    /** Length and type as the meta column holds them. */
    public static long meta(int length, int type) {
        return (long) length << 4 | type;
    }

    public static int type(long meta) {
        return (int) meta & 15;
    }

    /** The length that a meta value claims, in bytes; up to 2⁶⁰. */
    public static long length(long meta) {
        return meta >>> 4;
    }

    /** Appends the raw bytes and returns length and type as the meta column holds them. */
    public static long write(Scalar value, ByteWriter raw) {
        int from = raw.size();
        int type = switch (value) {
            case Scalar.Null n -> NULL;
            case Scalar.Bool b -> b.value() ? TRUE : FALSE;
            case Scalar.Uint u -> {
                raw.writeUnsigned(u.bits());
                yield UINT;
            }
            case Scalar.Int i -> writeSigned(i.value(), raw, INT);
            case Scalar.F64 f -> writeDouble(f.value(), raw);
            case Scalar.Str s -> {
                raw.writeText(s.value());
                yield STR;
            }
            case Scalar.Bytes b -> writeBytes(b, raw, BYTES);
            case Scalar.Counter c -> writeSigned(c.value(), raw, COUNTER);
            case Scalar.Timestamp t -> writeSigned(t.millis(), raw, TIMESTAMP);
            case Scalar.Unknown u -> writeBytes(u.bytes(), raw, u.typeCode());
        };
        return meta(raw.size() - from, type);
    }

    private static int writeSigned(long value, ByteWriter raw, int type) {
        raw.writeSigned(value);
        return type;
    }

    private static int writeBytes(Scalar.Bytes value, ByteWriter raw, int type) {
        raw.write(value.toByteArray());
        return type;
    }

    private static int writeDouble(double value, ByteWriter raw) {
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < 64; shift += 8) {
            raw.writeByte((int) (bits >>> shift));
        }
        return F64;
    }

    /** Reads a value. @param meta length and type from the meta column */
    public static Scalar read(long meta, ByteReader raw) throws MalformedException {
        int from = check(meta, raw);
        return value(type(meta), raw.bytes(), from, raw.position() - from);
    }

    /** Skips a value after checking that {@link #value} can read it, and returns where it began. */
    public static int check(long meta, ByteReader raw) throws MalformedException {
        long length = length(meta);
        if (length > raw.remaining()) {
            throw new MalformedException("a value longer than its column");
        }
        int from = raw.position();
        int end = from + (int) length;
        switch (type(meta)) {
            case NULL, FALSE, TRUE -> {
            }
            case UINT -> raw.readUnsigned();
            case INT, COUNTER, TIMESTAMP -> raw.readSigned();
            case F64 -> raw.skip(Double.BYTES);
            case STR -> raw.skipText((int) length);
            default -> raw.skip((int) length);
        }
        if (raw.position() != end) {
            throw new MalformedException(raw.position() < end ? "a value longer than its type" : "not enough data");
        }
        return from;
    }

    /** The value in a range that {@link #check} accepted. */
    public static Scalar value(int type, byte[] bytes, int from, int length) {
        return switch (type) {
            case NULL -> Scalar.NULL;
            case FALSE -> BOOLS[0];
            case TRUE -> BOOLS[1];
            case UINT -> new Scalar.Uint(unsigned(bytes, from, length));
            case INT -> new Scalar.Int(signed(bytes, from, length));
            case F64 -> new Scalar.F64(Double.longBitsToDouble((long) LONG.get(bytes, from)));
            case STR -> text(bytes, from, length);
            case BYTES -> bytes(bytes, from, length);
            case COUNTER -> new Scalar.Counter(signed(bytes, from, length));
            case TIMESTAMP -> new Scalar.Timestamp(signed(bytes, from, length));
            default -> new Scalar.Unknown(type, bytes(bytes, from, length));
        };
    }

    private static Scalar.Bytes bytes(byte[] bytes, int from, int length) {
        return new Scalar.Bytes(Arrays.copyOfRange(bytes, from, from + length));
    }

    private static long unsigned(byte[] bytes, int from, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (long) (bytes[from + i] & 0x7f) << 7 * i;
        }
        return value;
    }

    private static long signed(byte[] bytes, int from, int length) {
        long value = unsigned(bytes, from, length);
        int bits = 7 * length;
        return bits < 64 && (bytes[from + length - 1] & 0x40) != 0 ? value | -1L << bits : value;
    }
}
