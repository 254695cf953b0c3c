// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;

/** Reads and writes single chunks of files; nothing here verifies. */
final class ChunkFile {

    /** What is written of a file before it is synced, so that neither memory nor a last sync has to take gigabytes at once. */
    static final int SYNCED = 32 << 20;

    private ChunkFile() {}

    /** The chunk, shorter if the file is; nothing if there is no file. */
    static Bytes read(Path file, BlobManifest manifest, int index) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel, manifest, index);
        } catch (NoSuchFileException absent) {
            return Bytes.EMPTY;
        }
    }

    static Bytes read(FileChannel channel, BlobManifest manifest, int index) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(manifest.chunkLength(index));
        long at = start(index);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, at + buffer.position());
        }
        return Bytes.copy(buffer.flip());
    }

    static void write(FileChannel channel, int index, Bytes content) throws IOException {
        ByteBuffer buffer = content.asBuffer();
        while (buffer.hasRemaining()) {
            channel.write(buffer, start(index) + buffer.position());
        }
    }

    static long start(int index) {
        return (long) index * BlobManifest.CHUNK_BYTES;
    }
}
