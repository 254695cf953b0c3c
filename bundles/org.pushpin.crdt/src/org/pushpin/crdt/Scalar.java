// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A leaf value. The ten types are Automerge's; {@link Unknown} carries a value of a type that this version does not know, so that it
 * survives being loaded and saved. Immutable, compares by content, bit for bit in the case of {@link F64}.
 */
public sealed interface Scalar extends Value, Content {

    record Null() implements Scalar {
    }

    record Bool(boolean value) implements Scalar {
    }

    /** A signed 64-bit integer. */
    record Int(long value) implements Scalar {
    }

    /** An unsigned 64-bit integer; {@code bits} read with {@link Long#toUnsignedString(long)}. */
    record Uint(long bits) implements Scalar {
        @Override
        public String toString() {
            return "Uint[" + Long.toUnsignedString(bits) + "]";
        }
    }

    record F64(double value) implements Scalar {
    }

    record Str(String value) implements Scalar {
        public Str {
            Objects.requireNonNull(value);
        }
    }

    /** A counter's current value: what it was put with plus all increments. */
    record Counter(long value) implements Scalar {
    }

    /** Milliseconds since 1970-01-01T00:00Z. */
    record Timestamp(long millis) implements Scalar {
    }

    /** An immutable byte string. */
    final class Bytes implements Scalar {
        private final byte[] bytes;

        public Bytes(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /** The bytes themselves, for encoders: not to be modified. */
        byte[] shared() {
            return bytes;
        }

        public int length() {
            return bytes.length;
        }

        public byte[] toByteArray() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes b && Arrays.equals(bytes, b.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Bytes[" + HexFormat.of().formatHex(bytes) + "]";
        }
    }

    /** A value of a type code (10 to 15) that this version does not know, as its raw bytes. */
    record Unknown(int typeCode, Bytes bytes) implements Scalar {
        public Unknown {
            Objects.requireNonNull(bytes);
            if (typeCode < 10 || typeCode > 15) {
                throw new IllegalArgumentException("type code " + typeCode);
            }
        }
    }

    Null NULL = new Null();

    static Scalar of(String value) {
        return new Str(value);
    }

    static Scalar of(long value) {
        return new Int(value);
    }

    static Scalar of(boolean value) {
        return new Bool(value);
    }

    static Scalar of(double value) {
        return new F64(value);
    }

    static Scalar of(byte[] value) {
        return new Bytes(value);
    }
}
