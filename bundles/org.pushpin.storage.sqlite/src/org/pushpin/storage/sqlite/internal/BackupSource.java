// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Transfer;
import org.pushpin.storage.sqlite.internal.backup.Record;
import org.pushpin.storage.sqlite.internal.backup.RecordWriter;

/**
 * Takes a backup: SQLite copies the database as of one moment into a file beside it, which goes out first and is removed; then come
 * the files that it knows. Needs room for the copy. Commits go on; the journal is not emptied while SQLite copies.
 */
final class BackupSource {

    /** Beside the database; one that a crash has left is removed by the next opening. */
    static final String COPY = "profile.db.backup";

    private final Database database;
    private final FileBlobs blobs;

    BackupSource(Database database, FileBlobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    void write(OutputStream target, Transfer progress) throws StorageException, IOException {
        Path copy = database.file().resolveSibling(COPY);
        try {
            copy(copy, progress);
            var out = new RecordWriter(target, progress);
            writeDatabase(copy, out);
            writeFiles(copy, out);
            out.end();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void copy(Path copy, Transfer progress) throws StorageException, IOException {
        Files.deleteIfExists(copy);
        OwnerOnly.createFile(copy);
        progress.moved(0);
        try (Session session = database.session()) {
            session.update("VACUUM INTO ?", copy.toAbsolutePath().toString());
        } catch (SQLException failure) {
            throw Failures.explain(failure);
        }
        progress.moved(0);
    }

    private static void writeDatabase(Path copy, RecordWriter out) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(Record.PART);
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.READ)) {
            while (channel.read(part) >= 0 || part.position() > 0) {
                out.write(Record.Kind.DATABASE, Bytes.copy(part.flip()));
                part.clear();
            }
        }
    }

    private void writeFiles(Path copy, RecordWriter out) throws StorageException, IOException {
        try (Session session = Database.at(copy).session()) {
            for (BlobId blob : BlobTable.ids(session)) {
                Optional<BlobManifest> manifest = BlobTable.manifest(session, blob);
                if (manifest.isPresent()) { // else it is damaged, and left out
                    writeFile(manifest.get(), out);
                }
            }
        } catch (SQLException failure) {
            throw Failures.explain(failure);
        }
    }

    /** A chunk that is not as it was is left out: whoever restores fetches it from a peer. */
    private void writeFile(BlobManifest manifest, RecordWriter out) throws IOException {
        BlobId blob = manifest.blob();
        out.write(Record.Kind.FILE, blob.hash());
        for (int index = 0; index < manifest.chunks().size(); index++) {
            Bytes chunk = ChunkFile.read(blobs.file(blob), manifest, index);
            if (manifest.matches(index, chunk)) {
                out.write(Record.Kind.CHUNK, Bytes.copy(ByteBuffer.allocate(Integer.BYTES).putInt(0, index)), chunk);
            }
        }
    }
}
