// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;

import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.storage.BlobStore;

/**
 * A blob that comes in chunks. They are written in place and not synced one by one: whoever goes on with the file verifies what it
 * holds, so no record of what has come needs to be kept or believed.
 */
final class FileDownload implements BlobStore.Download {

    private final FileBlobs blobs;
    private final BlobManifest manifest;
    private final Path file;
    private final FileChannel channel;
    private final BitSet here = new BitSet();
    private volatile long missingBytes;
    private long unsynced;
    private boolean finished;
    private boolean closed;

    private FileDownload(FileBlobs blobs, BlobManifest manifest, Path file, FileChannel channel) {
        this.blobs = blobs;
        this.manifest = manifest;
        this.file = file;
        this.channel = channel;
        this.missingBytes = manifest.length();
    }

    /** A download of what is here. */
    static FileDownload whole(FileBlobs blobs, BlobManifest manifest) {
        var download = new FileDownload(blobs, manifest, null, null);
        download.here.set(0, manifest.chunks().size());
        download.missingBytes = 0;
        download.finished = true;
        return download;
    }

    /** Creates the partial file, or verifies the one that is there: reads all of it once. */
    static FileDownload goOn(FileBlobs blobs, BlobManifest manifest, Path file) throws IOException {
        if (Files.notExists(file)) {
            OwnerOnly.createFile(file);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean begun = false;
        try {
            var download = new FileDownload(blobs, manifest, file, channel);
            download.verify();
            begun = true;
            return download;
        } finally {
            if (!begun) {
                channel.close();
            }
        }
    }

    private void verify() throws IOException {
        if (channel.size() > manifest.length()) {
            channel.truncate(manifest.length());
        }
        for (int index = 0; index < manifest.chunks().size() && ChunkFile.start(index) < channel.size(); index++) {
            if (manifest.matches(index, ChunkFile.read(channel, manifest, index))) {
                came(index);
            }
        }
    }

    private void came(int index) {
        here.set(index);
        missingBytes -= manifest.chunkLength(index);
    }

    @Override
    public long missingBytes() {
        return missingBytes;
    }

    @Override
    public List<Integer> missing() {
        var missing = new BitSet();
        missing.set(0, manifest.chunks().size());
        missing.andNot(here);
        return missing.stream().boxed().toList();
    }

    @Override
    public boolean accept(int chunk, Bytes content) throws IOException {
        if (!manifest.matches(chunk, content)) {
            return false;
        }
        if (!here.get(chunk)) {
            checkOpen();
            try {
                ChunkFile.write(channel, chunk, content);
            } catch (IOException failure) {
                throw Failures.explain(failure, file);
            }
            came(chunk);
            syncNowAndThen(content.length());
        }
        return true;
    }

    @Override
    public boolean finish() throws IOException {
        if (finished) {
            return true;
        }
        checkOpen();
        if (here.cardinality() < manifest.chunks().size()) {
            return false;
        }
        sync();
        channel.close();
        blobs.publish(file, manifest);
        finished = true;
        return true;
    }

    /** So that the last sync does not find gigabytes to write. */
    private void syncNowAndThen(int written) throws IOException {
        unsynced += written;
        if (unsynced >= ChunkFile.SYNCED) {
            unsynced = 0;
            sync();
        }
    }

    /** After a failed fsync nobody knows what is on the disk, whatever reading says: it begins anew. */
    private void sync() throws IOException {
        try {
            channel.force(true);
        } catch (IOException failure) {
            here.clear();
            missingBytes = manifest.length();
            close();
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("this download is closed");
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            if (channel != null) {
                channel.close();
            }
            blobs.ended(manifest.blob());
        }
    }
}
