// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.storage.BlobStore;

/** A blob on its way into a file, which gets its name when all of it is durable. One chunk of memory. */
final class Exporting implements Lanes.Work<Path> {

    /** As the store does: so that the last sync does not take long. */
    private static final int SYNCED = 32 << 20;

    private final Lanes.Task<BlobStore> store;
    private final Consumer<BlobId> failed;
    private final BlobId blob;
    private final Path file;
    private final LongConsumer progress;
    private final ByteBuffer buffer = ByteBuffer.allocate(BlobManifest.CHUNK_BYTES);
    private Path draft;
    private FileChannel target;
    private long done;

    /** @param failed is told when it cannot be read on */
    Exporting(Lanes.Task<BlobStore> store, Consumer<BlobId> failed, BlobId blob, Path file, LongConsumer progress) {
        this.store = store;
        this.failed = failed;
        this.blob = blob;
        this.file = file.toAbsolutePath();
        this.progress = progress;
    }

    @Override
    public Optional<Path> step() throws IOException {
        BlobStore blobs = store.run();
        if (target == null) {
            begin(blobs);
        }
        if (read(blobs) < 0) {
            target.force(true);
            target.close();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            syncNames();
            return Optional.of(file);
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            done += target.write(buffer);
        }
        if (done % SYNCED == 0) {
            target.force(false);
        }
        progress.accept(done);
        return Optional.empty();
    }

    private int read(BlobStore blobs) throws IOException {
        try {
            return blobs.read(blob, done, buffer.clear());
        } catch (IOException e) {
            failed.accept(blob);
            throw e;
        }
    }

    /** Beside the file, since a name can be given in one step on one file system only. */
    private void begin(BlobStore blobs) throws IOException {
        if (blobs.manifest(blob).isEmpty()) {
            throw new NoSuchFileException("The file is not here yet.");
        }
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder.");
        }
        draft = file.resolveSibling(file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part");
        target = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Windows cannot open a folder, and makes names durable by itself. */
    private void syncNames() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (target != null) {
            target.close();
            Files.deleteIfExists(draft);
        }
    }
}
