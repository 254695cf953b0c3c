// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;

/** Reads bytes front to back. A length or count is checked against the bytes that are there before anything is allocated for it. */
final class Input {
    private final ByteBuffer bytes;

    Input(byte[] bytes) {
        this(ByteBuffer.wrap(bytes));
    }

    private Input(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int remaining() {
        return bytes.remaining();
    }

    int readByte() throws MalformedException {
        if (!bytes.hasRemaining()) {
            throw new MalformedException("not enough data");
        }
        return bytes.get() & 0xff;
    }

    /** An unsigned LEB128 in its shortest form, up to {@code limit}. */
    long readUnsigned(long limit) throws MalformedException {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            int b = readByte();
            if (shift == 63) {
                throw new MalformedException("a number of more than 63 bits");
            }
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                if (b == 0 && shift > 0) {
                    throw new MalformedException("a number with superfluous bytes");
                }
                if (value > limit) {
                    throw new MalformedException("a number beyond its limit");
                }
                return value;
            }
        }
    }

    /** A number of things, of which each takes at least {@code size} bytes. */
    int readCount(int size) throws MalformedException {
        long count = readUnsigned(Long.MAX_VALUE);
        if (count > remaining() / size) {
            throw new MalformedException("not enough data");
        }
        return (int) count;
    }

    byte[] readBytes(int length) throws MalformedException {
        byte[] copy = new byte[checked(length)];
        bytes.get(copy);
        return copy;
    }

    /** The next bytes by themselves, which are skipped here. */
    Input slice(int length) throws MalformedException {
        ByteBuffer slice = bytes.slice(bytes.position(), checked(length));
        bytes.position(bytes.position() + length);
        return new Input(slice);
    }

    private int checked(int length) throws MalformedException {
        if (length > remaining()) {
            throw new MalformedException("not enough data");
        }
        return length;
    }

    /** At most {@code limit} hashes, which are returned ascending and without repetitions whatever their order is here. */
    List<ChangeHash> readHashes(int limit) throws MalformedException {
        int count = readCount(ChangeHash.LENGTH);
        if (count > limit) {
            throw new MalformedException("more than " + limit + " hashes");
        }
        List<ChangeHash> hashes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hashes.add(ChangeHash.of(readBytes(ChangeHash.LENGTH)));
        }
        return List.copyOf(new TreeSet<>(hashes));
    }
}
