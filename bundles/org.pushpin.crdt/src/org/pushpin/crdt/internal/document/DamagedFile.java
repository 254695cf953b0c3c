// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.ArrayList;
import java.util.List;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkReader;

/** Finds the chunks of a file in which some bytes may be wrong or missing. One thread. */
public final class DamagedFile {
    /** Places where nothing can be read, before the rest is given up: each costs a look at what seems to be a chunk. */
    private static final int PROBLEMS = 100;
    private static final byte[] MAGIC = {(byte) 0x85, 0x6f, 0x4a, (byte) 0x83};
    private static final int CHECKSUM = 4;

    /**
     * A chunk, or what was left out.
     *
     * @param from where it begins
     * @param chunk null if nothing can be read here
     * @param problem null if the chunk is whole; that it is says nothing of what it means
     */
    public record Part(int from, Chunk chunk, String problem) {
    }

    private final byte[] bytes;
    private final ChunkReader in;
    private final List<Part> parts = new ArrayList<>();

    private DamagedFile(byte[] bytes, ChunkReader in) {
        this.bytes = bytes;
        this.in = in;
    }

    /** The parts of a file in their order. @param in inflates what must be; its place is lost */
    public static List<Part> parts(byte[] bytes, ChunkReader in) {
        DamagedFile file = new DamagedFile(bytes, in);
        int at = 0;
        int problems = 0;
        while (at < bytes.length && problems < PROBLEMS) {
            int count = file.parts.size();
            at = file.read(at);
            problems += file.parts.get(count).problem == null ? 0 : 1;
        }
        return file.parts;
    }

    /** Reads a part and answers where the next may begin. */
    private int read(int from) {
        in.reset(bytes, from, bytes.length);
        try {
            parts.add(new Part(from, in.read(), null));
            return in.position();
        } catch (MalformedException e) {
            Chunk document = document(from);
            parts.add(new Part(from, document, e.getMessage()));
            return document == null ? next(from + 1) : document.end();
        }
    }

    /** A document chunk whose checksum is wrong; null if it is anything else. */
    private Chunk document(int from) {
        ByteReader head = new ByteReader(bytes, from, bytes.length);
        try {
            head.skip(MAGIC.length);
            head.skip(CHECKSUM);
            int type = head.readByte();
            int length = head.readCount(head.remaining());
            int body = head.skip(length);
            return type == Chunk.DOCUMENT && isMagic(from) ? new Chunk(type, new byte[0], bytes, from, body, body + length) : null;
        } catch (MalformedException e) {
            return null;
        }
    }

    private int next(int from) {
        int at = from;
        while (at < bytes.length && !isMagic(at)) {
            at++;
        }
        return at;
    }

    private boolean isMagic(int at) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }
}
