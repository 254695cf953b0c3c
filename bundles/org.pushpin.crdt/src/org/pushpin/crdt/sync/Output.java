// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import java.io.ByteArrayOutputStream;
import java.util.List;

import org.pushpin.crdt.ChangeHash;

/** Growing bytes. */
final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output writeByte(int b) {
        bytes.write(b);
        return this;
    }

    Output write(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    Output write(byte[] more, int length) {
        bytes.write(more, 0, length);
        return this;
    }

    Output writeUnsigned(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    Output writePrefixed(byte[] more) {
        return writeUnsigned(more.length).write(more);
    }

    Output writeHashes(List<ChangeHash> hashes) {
        writeUnsigned(hashes.size());
        hashes.forEach(hash -> write(hash.toByteArray()));
        return this;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
