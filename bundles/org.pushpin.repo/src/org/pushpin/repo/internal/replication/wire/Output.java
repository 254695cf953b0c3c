// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.SessionTag;

/** Collects the fields of a message, and copies them once. */
final class Output {
    private final List<Bytes> parts = new ArrayList<>();

    Output(int type) {
        u8(type);
    }

    Output u8(int value) {
        return bytes(Bytes.of((byte) value));
    }

    Output u16(int value) {
        return bytes(Bytes.of((byte) (value >> Byte.SIZE), (byte) value));
    }

    Output u32(long value) {
        return bytes(Bytes.of(ByteBuffer.allocate(Integer.BYTES).putInt((int) value).array()));
    }

    Output flag(boolean value) {
        return u8(value ? 1 : 0);
    }

    Output tags(List<SessionTag> tags) {
        tags.forEach(tag -> bytes(tag.bytes()));
        return this;
    }

    Output bytes(Bytes value) {
        parts.add(value);
        return this;
    }

    Bytes done() {
        return Bytes.concat(parts.toArray(Bytes[]::new));
    }
}
