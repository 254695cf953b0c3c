// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.pushpin.crdt.MalformedException;

/** A change chunk without compression, which is all that peers of the first version read in a message. */
final class PlainChunk {
    private static final int TYPE = 8;
    private static final byte PLAIN = 1;
    private static final byte COMPRESSED = 2;

    private PlainChunk() {
    }

    /** @param chunk one change chunk that this library made, compressed or not; the checksum is the same in both forms */
    static byte[] of(byte[] chunk) {
        if (chunk[TYPE] != COMPRESSED) {
            return chunk;
        }
        byte[] body = body(chunk);
        Output head = new Output();
        for (int i = 0; i < TYPE; i++) {
            head.writeByte(chunk[i]);
        }
        return head.writeByte(PLAIN).writePrefixed(body).toByteArray();
    }

    private static byte[] body(byte[] chunk) {
        Inflater inflater = new Inflater(true);
        try {
            Input in = new Input(chunk);
            in.readBytes(TYPE + 1);
            inflater.setInput(in.readBytes(in.readCount(1)));
            Output out = new Output();
            byte[] block = new byte[8192];
            for (int n = inflater.inflate(block); n > 0; n = inflater.inflate(block)) {
                out.write(block, n);
            }
            return out.toByteArray();
        } catch (DataFormatException | MalformedException e) {
            throw new IllegalArgumentException("not a change chunk", e);
        } finally {
            inflater.end();
        }
    }
}
