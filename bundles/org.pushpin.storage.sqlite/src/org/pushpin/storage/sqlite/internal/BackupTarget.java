// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Transfer;
import org.pushpin.storage.Write;
import org.pushpin.storage.sqlite.internal.backup.Record;
import org.pushpin.storage.sqlite.internal.backup.RecordReader;

/**
 * Restores a backup: the database under another name, the files under theirs. When all has been read and the hash is right, the
 * database gets its name, and that makes the profile. Files that are not whole in the backup are left as downloads that have begun.
 */
final class BackupTarget {

    private static final String DRAFT = Database.FILE + ".restoring";

    private final Path profile;
    private final Path draft;
    private final Path blobs;
    private final List<BlobId> missing = new ArrayList<>();

    private BackupTarget(Path profile) {
        this.profile = profile;
        this.draft = profile.resolve(DRAFT);
        this.blobs = profile.resolve("blobs");
    }

    static void restore(InputStream source, Path profile, List<Write> changes, Transfer progress) throws StorageException, IOException {
        if (Files.exists(profile.resolve(Database.FILE))) {
            throw new StorageException("There is a profile in " + profile + " already. Restore into an empty folder.");
        }
        var target = new BackupTarget(profile);
        boolean restored = false;
        try {
            target.restore(new RecordReader(source, progress), changes);
            restored = true;
        } catch (SQLException failure) {
            throw Failures.explain(failure);
        } catch (IOException failure) {
            throw Failures.explain(failure, profile); // before what fills the disk is removed
        } finally {
            if (!restored) {
                target.remove();
            }
        }
    }

    private void restore(RecordReader in, List<Write> changes) throws StorageException, IOException, SQLException {
        Database.useNativeLibraryFolder(profile);
        remove();
        OwnerOnly.createFile(draft);
        Record first = readDatabase(in);
        refuseDamaged();
        readFiles(in, first);
        try (Session session = Database.at(draft).session()) {
            change(session, changes);
        }
        Durable.sync(draft);
        Durable.publish(draft, profile.resolve(Database.FILE));
    }

    /** @return the record after the last one of the database */
    private Record readDatabase(RecordReader in) throws StorageException, IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            Record record = in.next();
            while (record.kind() == Record.Kind.DATABASE) {
                ByteBuffer part = record.payload().asBuffer();
                while (part.hasRemaining()) {
                    channel.write(part);
                }
                record = in.next();
            }
            return record;
        }
    }

    /** Whoever made it, it is used only if its tables are ours and all of it is whole. */
    private void refuseDamaged() throws StorageException, SQLException {
        if (draft.toFile().length() == 0) {
            throw RecordReader.damaged("it holds no database");
        }
        try (Session session = Database.at(draft).session()) {
            Schema.check(session);
            if (!Check.isWhole(session)) {
                throw RecordReader.damaged("parts of its database are lost or mixed up");
            }
        }
    }

    private void readFiles(RecordReader in, Record first) throws StorageException, IOException, SQLException {
        try (Session session = Database.at(draft).session()) {
            FileBlobs.createFolders(blobs);
            for (Record record = first; record.kind() != Record.Kind.END;) {
                if (record.kind() != Record.Kind.FILE) {
                    throw RecordReader.damaged("its parts are not in order");
                }
                record = readFile(session, new BlobId(record.payload()), in);
            }
        }
    }

    /** @return the record after the last one of the file */
    private Record readFile(Session session, BlobId blob, RecordReader in) throws StorageException, IOException, SQLException {
        Optional<BlobManifest> manifest = BlobTable.manifest(session, blob);
        if (manifest.isEmpty()) {
            throw RecordReader.damaged("it holds a file that its database does not know");
        }
        Path partial = FileBlobs.partial(blobs).resolve(blob.toString());
        Files.deleteIfExists(partial);
        OwnerOnly.createFile(partial);
        int chunks = 0;
        Record record = in.next();
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            for (; record.kind() == Record.Kind.CHUNK; record = in.next()) {
                chunks = keep(channel, manifest.get(), record.payload(), chunks);
            }
            channel.force(true);
        }
        if (chunks == manifest.get().chunks().size()) {
            Path file = FileBlobs.file(blobs, blob);
            OwnerOnly.createFolder(file.getParent());
            Durable.publish(partial, file);
        } else {
            missing.add(blob);
        }
        return record;
    }

    private static int keep(FileChannel channel, BlobManifest manifest, Bytes payload, int chunks) throws StorageException, IOException {
        int index = payload.asBuffer().getInt();
        Bytes content = payload.slice(Integer.BYTES, payload.length());
        if (index < chunks || !manifest.matches(index, content)) {
            throw RecordReader.damaged("a file in it is not what was written");
        }
        ChunkFile.write(channel, index, content);
        return chunks + 1;
    }

    private void change(Session session, List<Write> changes) throws SQLException {
        session.run("BEGIN IMMEDIATE");
        for (BlobId blob : missing) {
            session.update("DELETE FROM blob WHERE id = ?", blob.hash());
        }
        var writes = new Writes(session, new DamageReport());
        for (Write write : changes) {
            writes.apply(write);
        }
        session.run("COMMIT");
    }

    /** What this attempt, or one that a crash ended, has made. */
    private void remove() throws IOException {
        Files.deleteIfExists(draft);
        Files.deleteIfExists(draft.resolveSibling(DRAFT + "-journal"));
        FileBlobs.remove(blobs);
    }
}
