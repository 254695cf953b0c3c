// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.StorageException;

/**
 * Blobs as files named by their ids. A blob is visible once its manifest is in the table; its file has been fsynced and renamed
 * before. What does not match its hashes goes back among the downloads, where its good chunks need not be fetched again. Any
 * thread; memory is a few chunks.
 */
final class FileBlobs implements BlobStore {

    private final Path folder;
    private final BlobTable table;
    private final DamageReport damage;
    private final RecentChunks recent = new RecentChunks();
    private final Changes changes = new Changes();
    private final Set<BlobId> downloading = new HashSet<>();

    private FileBlobs(Path folder, BlobTable table, DamageReport damage) {
        this.folder = folder;
        this.table = table;
        this.damage = damage;
    }

    /** Creates the folders and removes imports that a crash has left. */
    static FileBlobs open(Path folder, BlobTable table, DamageReport damage) throws StorageException {
        var blobs = new FileBlobs(folder, table, damage);
        try {
            createFolders(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(imports(folder))) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
            return blobs;
        } catch (IOException failure) {
            throw new StorageException("The profile's folder of files cannot be written: " + failure.getMessage(), failure);
        }
    }

    /** Their names are durable afterwards, also where a process was killed between making one and syncing it. */
    static void createFolders(Path folder) throws IOException {
        OwnerOnly.createFolder(folder);
        OwnerOnly.createFolder(imports(folder));
        OwnerOnly.createFolder(partial(folder));
        Durable.syncFolder(folder);
        Durable.syncFolder(folder.toAbsolutePath().getParent());
    }

    /** Removes all files, where there is no database that knows them. */
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static Path imports(Path folder) {
        return folder.resolve("import");
    }

    static Path partial(Path folder) {
        return folder.resolve("partial");
    }

    static Path file(Path folder, BlobId blob) {
        String name = blob.toString();
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    /** Where the content of a blob is, if it is here. */
    Path file(BlobId blob) {
        return file(folder, blob);
    }

    @Override
    public Import begin() throws IOException {
        return new FileImport(this, Files.createTempFile(imports(folder), "blob", "", OwnerOnly.fileAttributes(folder)));
    }

    @Override
    public Download download(BlobManifest manifest) throws IOException {
        BlobId blob = manifest.blob();
        synchronized (this) {
            if (!downloading.add(blob)) {
                throw new IOException("the file " + blob + " is being fetched already");
            }
            changes.happened(blob);
        }
        boolean begun = false;
        try {
            Download download = manifest(blob).isPresent() ? FileDownload.whole(this, manifest)
                    : FileDownload.goOn(this, manifest, partial(folder).resolve(blob.toString()));
            begun = true;
            return download;
        } finally {
            if (!begun) {
                ended(blob);
            }
        }
    }

    synchronized void ended(BlobId blob) {
        downloading.remove(blob);
        changes.happened(blob);
    }

    @Override
    public Optional<BlobManifest> manifest(BlobId blob) throws IOException {
        long moment = recent.moment();
        Optional<BlobManifest> known = recent.manifest(blob);
        if (known.isEmpty()) {
            known = table.get(blob);
            known.ifPresent(manifest -> recent.remember(blob, manifest, moment));
        }
        return known;
    }

    @Override
    public List<BlobId> list() throws IOException {
        return table.list();
    }

    @Override
    public List<Kept> kept() throws IOException {
        long moment = changes.now();
        return KeptFiles.list(folder, table.lengths(), moment);
    }

    /** The row goes first: without it nobody reads the file, and what a crash leaves is found by {@link #kept}. */
    @Override
    public synchronized boolean remove(Kept kept) throws IOException {
        BlobId blob = kept.blob();
        if (downloading.contains(blob) || !changes.unchangedSince(blob, kept.moment())) {
            return false;
        }
        switch (kept.form()) {
            case WHOLE -> {
                table.remove(blob);
                recent.forget(blob);
                Files.deleteIfExists(file(blob));
            }
            case PARTIAL -> Files.deleteIfExists(partial(folder).resolve(blob.toString()));
            case REMAINS -> {
                if (table.get(blob).isPresent()) {
                    return false;
                }
                Files.deleteIfExists(file(blob));
            }
        }
        return true;
    }

    /** Gives a synced file its name and makes it visible; a file that is there already may be damaged, so it is replaced. */
    synchronized void publish(Path synced, BlobManifest manifest) throws IOException {
        Path target = file(manifest.blob());
        OwnerOnly.createFolder(target.getParent());
        changes.happened(manifest.blob());
        Durable.publish(synced, target);
        table.put(manifest);
    }

    @Override
    public int read(BlobId blob, long offset, ByteBuffer target) throws IOException {
        if (offset < 0) {
            throw new IllegalArgumentException("offset " + offset);
        }
        BlobManifest manifest = manifest(blob).orElseThrow(() -> new NoSuchFileException("the file " + blob + " is not here"));
        if (offset >= manifest.length()) {
            return -1;
        }
        int read = 0;
        while (target.hasRemaining() && offset + read < manifest.length()) {
            long at = offset + read;
            Bytes chunk = chunk(blob, manifest, (int) (at / BlobManifest.CHUNK_BYTES));
            int from = (int) (at % BlobManifest.CHUNK_BYTES);
            Bytes part = chunk.slice(from, Math.min(chunk.length(), from + target.remaining()));
            part.writeTo(target);
            read += part.length();
        }
        return read;
    }

    private Bytes chunk(BlobId blob, BlobManifest manifest, int index) throws IOException {
        Optional<Bytes> known = recent.chunk(blob, index);
        if (known.isPresent()) {
            return known.get();
        }
        long moment = recent.moment();
        Bytes chunk = ChunkFile.read(file(blob), manifest, index);
        if (!manifest.matches(index, chunk)) {
            chunk = lookAgain(blob, manifest, index);
        }
        recent.remember(blob, index, chunk, moment);
        return chunk;
    }

    /** It may have been removed, or replaced by a whole one, while it was read; else it is damaged. */
    private synchronized Bytes lookAgain(BlobId blob, BlobManifest manifest, int index) throws IOException {
        if (table.get(blob).isEmpty()) {
            recent.forget(blob);
            throw new NoSuchFileException("the file " + blob + " is not here any more");
        }
        Bytes chunk = ChunkFile.read(file(blob), manifest, index);
        if (!manifest.matches(index, chunk)) {
            setAside(blob);
            throw new IOException("the file " + blob + " is damaged and was set aside; it has to be fetched again");
        }
        return chunk;
    }

    private void setAside(BlobId blob) throws IOException {
        damage.report("The file " + blob + " is damaged and was set aside; it has to be fetched again.");
        changes.happened(blob);
        table.remove(blob);
        recent.forget(blob);
        try {
            Files.move(file(blob), partial(folder).resolve(blob.toString()), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            // Nothing to keep: the file itself is what was lost.
        }
    }
}
