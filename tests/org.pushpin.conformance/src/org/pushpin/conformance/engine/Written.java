// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.util.HexFormat;

import org.pushpin.crdt.Scalar;

/** Scalars in their written form. */
final class Written {
    private Written() {
    }

    static String of(Scalar value, boolean nanBits) {
        return switch (value) {
            case Scalar.Null n -> "null";
            case Scalar.Bool b -> Boolean.toString(b.value());
            case Scalar.Int i -> "i" + i.value();
            case Scalar.Uint u -> "u" + Long.toUnsignedString(u.bits());
            case Scalar.F64 f -> real(f.value(), nanBits);
            case Scalar.Str s -> "s" + Dump.string(s.value());
            case Scalar.Bytes b -> "b" + HexFormat.of().formatHex(b.toByteArray());
            case Scalar.Counter c -> "c" + c.value();
            case Scalar.Timestamp t -> "t" + t.millis();
            case Scalar.Unknown u -> "?" + u.typeCode();
        };
    }

    static String real(double value, boolean nanBits) {
        return !nanBits && Double.isNaN(value) ? "fNaN" : "f" + HexFormat.of().toHexDigits(Double.doubleToRawLongBits(value));
    }
}
