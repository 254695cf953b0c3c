// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.storage.BlobStore;

/** A blob on its way in: content gathers in one chunk of memory, and chunk by chunk in a file without a name of its own. */
final class FileImport implements BlobStore.Import {

    private final FileBlobs blobs;
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer chunk = ByteBuffer.allocate(BlobManifest.CHUNK_BYTES);
    private final List<Bytes> hashes = new ArrayList<>();
    private long length;
    private boolean closed;

    FileImport(FileBlobs blobs, Path file) throws IOException {
        this.blobs = blobs;
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
        checkOpen();
        while (source.hasRemaining()) {
            int taken = Math.min(source.remaining(), chunk.remaining());
            chunk.put(source.slice(source.position(), taken));
            source.position(source.position() + taken);
            if (!chunk.hasRemaining()) {
                keepChunk();
            }
        }
    }

    private void keepChunk() throws IOException {
        if (hashes.size() == BlobManifest.MAX_CHUNKS) {
            throw new IOException("the file is larger than " + BlobManifest.MAX_LENGTH + " bytes, the most that a file may have");
        }
        Bytes content = Bytes.copy(chunk.flip());
        closed = true; // for good, if the disk refuses
        try {
            ChunkFile.write(channel, hashes.size(), content);
            if ((length + content.length()) / ChunkFile.SYNCED > length / ChunkFile.SYNCED) {
                channel.force(false);
            }
        } catch (IOException failure) {
            throw Failures.explain(failure, file);
        }
        closed = false;
        hashes.add(BlobManifest.chunkHash(content));
        length += content.length();
        chunk.clear();
    }

    @Override
    public BlobManifest finish() throws IOException {
        checkOpen();
        if (chunk.position() > 0) {
            keepChunk();
        }
        var manifest = new BlobManifest(length, hashes);
        channel.force(true);
        channel.close();
        blobs.publish(file, manifest);
        closed = true;
        return manifest;
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("this import is closed");
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        channel.close();
        Files.deleteIfExists(file);
    }
}
