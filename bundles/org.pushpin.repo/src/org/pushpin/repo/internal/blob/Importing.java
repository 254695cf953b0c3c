// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

import org.pushpin.crypto.BlobManifest;
import org.pushpin.repo.Blobs;
import org.pushpin.storage.BlobStore;

/** A file on its way in. One chunk of memory. */
final class Importing implements Lanes.Work<Blobs.Blob> {

    private final Lanes.Task<BlobStore> store;
    private final Function<BlobManifest, Blobs.Blob> arrived;
    private final Path file;
    private final LongConsumer progress;
    private final ByteBuffer buffer = ByteBuffer.allocate(BlobManifest.CHUNK_BYTES);
    private FileChannel source;
    private BlobStore.Import target;
    private long done;

    /** @param arrived is told when it is here */
    Importing(Lanes.Task<BlobStore> store, Function<BlobManifest, Blobs.Blob> arrived, Path file, LongConsumer progress) {
        this.store = store;
        this.arrived = arrived;
        this.file = file;
        this.progress = progress;
    }

    @Override
    public Optional<Blobs.Blob> step() throws IOException {
        if (target == null) {
            source = FileChannel.open(file);
            target = store.run().begin();
        }
        if (source.read(buffer.clear()) < 0) {
            return Optional.of(arrived.apply(target.finish()));
        }
        done += buffer.position();
        target.write(buffer.flip());
        progress.accept(done);
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try (FileChannel read = source; BlobStore.Import written = target) {
            source = null;
        }
    }
}
