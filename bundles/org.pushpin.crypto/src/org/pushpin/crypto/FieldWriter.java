// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.nio.ByteBuffer;

/** Writes big-endian fields into a buffer of a known size. */
final class FieldWriter {
    private final ByteBuffer buffer;

    FieldWriter(int size) {
        buffer = ByteBuffer.allocate(size);
    }

    FieldWriter u8(int value) {
        buffer.put((byte) value);
        return this;
    }

    FieldWriter u16(int value) {
        buffer.putShort((short) value);
        return this;
    }

    FieldWriter u32(long value) {
        buffer.putInt((int) value);
        return this;
    }

    FieldWriter u64(long value) {
        buffer.putLong(value);
        return this;
    }

    FieldWriter bytes(Bytes value) {
        value.writeTo(buffer);
        return this;
    }

    /** The bytes; every one must have been written. */
    Bytes done() {
        if (buffer.hasRemaining()) {
            throw new IllegalStateException(buffer.remaining() + " bytes are missing");
        }
        return Bytes.wrap(buffer.array());
    }
}
