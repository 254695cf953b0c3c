// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/** Scalars as the value columns hold them: a type code and raw bytes ({@code package-info}, "Values"). */
final class ScalarCodec {
    private static final int NULL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int UINT = 3;
    private static final int INT = 4;
    private static final int F64 = 5;
    private static final int STR = 6;
    private static final int BYTES = 7;
    private static final int COUNTER = 8;
    private static final int TIMESTAMP = 9;
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
    static Scalar.Str text(String text) {
        return text.length() == 1 && text.charAt(0) < 128 ? ASCII[text.charAt(0)] : new Scalar.Str(text);
    }

    /** Appends the raw bytes and returns length and type as the meta column holds them. */
    static long write(Scalar value, ByteWriter raw) {
        int from = raw.size();
        int type = switch (value) {
            case Scalar.Null n -> NULL;
            case Scalar.Bool b -> b.value() ? TRUE : FALSE;
            case Scalar.Uint u -> {
                raw.writeUnsigned(u.bits());
                yield UINT;
            }
            case Scalar.Int i -> writeSigned(i.value(), raw, INT);
            case Scalar.F64 f -> {
                long bits = Double.doubleToRawLongBits(f.value());
                for (int shift = 0; shift < 64; shift += 8) {
                    raw.writeByte((int) (bits >>> shift));
                }
                yield F64;
            }
            case Scalar.Str s -> {
                raw.writeText(s.value());
                yield STR;
            }
            case Scalar.Bytes b -> {
                raw.write(b.shared());
                yield BYTES;
            }
            case Scalar.Counter c -> writeSigned(c.value(), raw, COUNTER);
            case Scalar.Timestamp t -> writeSigned(t.millis(), raw, TIMESTAMP);
            case Scalar.Unknown u -> {
                raw.write(u.bytes().shared());
                yield u.typeCode();
            }
        };
        return (long) (raw.size() - from) << 4 | type;
    }

    private static int writeSigned(long value, ByteWriter raw, int type) {
        raw.writeSigned(value);
        return type;
    }

    /** @param meta length and type from the meta column */
    static Scalar read(long meta, ByteReader raw) throws MalformedException {
        long length = meta >>> 4;
        if (length > raw.remaining()) {
            throw new MalformedException("a value longer than its column");
        }
        ByteReader in = raw.slice((int) length);
        Scalar value = read((int) (meta & 15), in);
        if (!in.isAtEnd()) {
            throw new MalformedException("a value longer than its type");
        }
        return value;
    }

    private static Scalar read(int type, ByteReader in) throws MalformedException {
        return switch (type) {
            case NULL -> Scalar.NULL;
            case FALSE -> BOOLS[0];
            case TRUE -> BOOLS[1];
            case UINT -> new Scalar.Uint(in.readUnsigned());
            case INT -> new Scalar.Int(in.readSigned());
            case F64 -> readDouble(in);
            case STR -> text(in.readString(in.remaining()));
            case BYTES -> new Scalar.Bytes(in.readBytes(in.remaining()));
            case COUNTER -> new Scalar.Counter(in.readSigned());
            case TIMESTAMP -> new Scalar.Timestamp(in.readSigned());
            default -> new Scalar.Unknown(type, new Scalar.Bytes(in.readBytes(in.remaining())));
        };
    }

    private static Scalar readDouble(ByteReader in) throws MalformedException {
        long bits = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            bits |= (long) in.readByte() << shift;
        }
        return new Scalar.F64(Double.longBitsToDouble(bits));
    }
}
