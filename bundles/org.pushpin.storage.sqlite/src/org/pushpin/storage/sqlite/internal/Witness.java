// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

import org.pushpin.storage.StorageException;

/**
 * Bears witness of how much of the journal had been fsynced: SQLite cannot tell a journal whose end was damaged from one whose end
 * was being written in a crash. After each commit has returned, the journal's salts and number of frames are put, without an fsync,
 * into the file {@code profile.db-kept}; so what it says has been true whenever it can be read. The package's description has the
 * layout. Costs a read and a write of a few bytes per commit. Confined to whoever writes.
 */
final class Witness implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Witness.class.getName());
    private static final int MAGIC = 0x50507731;
    private static final int LENGTH = 20;

    /** Where the index of the journal (-shm) has the number of frames and the salts: SQLite's "WAL-mode file format", section 2.1. */
    private static final int INDEX = 48;
    private static final int FRAMES_AT = 16;
    private static final int SALTS_AT = 32;

    private final Path database;
    private final FileChannel kept;
    private FileChannel index;

    private Witness(Path database, FileChannel kept) {
        this.database = database;
        this.kept = kept;
    }

    private static Path sibling(Path database, String suffix) {
        return database.resolveSibling(database.getFileName() + suffix);
    }

    /**
     * Looks, before SQLite does, whether the journal holds what it must. If not, it says so and sets a copy of it aside; afterwards
     * there is no testimony, as SQLite may remove the journal.
     */
    static Witness question(Path database, DamageReport damage) throws StorageException {
        Path journal = sibling(database, "-wal");
        Path file = sibling(database, "-kept");
        try {
            if (Files.notExists(file)) {
                OwnerOnly.createFile(file);
            }
            var witness = new Witness(database, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
            if (witness.misses(Journal.read(journal))) {
                setAside(journal);
                damage.report("The journal of the profile's database is damaged: what was saved last may be missing.");
            }
            witness.dismiss();
            return witness;
        } catch (IOException failure) {
            throw new StorageException("The profile's journal cannot be used: " + failure.getMessage(), failure);
        }
    }

    private boolean misses(Journal journal) throws IOException {
        ByteBuffer testimony = ByteBuffer.allocate(LENGTH);
        kept.read(testimony, 0);
        if (journal.damaged() || testimony.getInt(0) != MAGIC || testimony.getInt(LENGTH - 4) != sum(testimony)) {
            return journal.damaged();
        }
        long frames = Integer.toUnsignedLong(testimony.getInt(12));
        boolean same = journal.salts() == testimony.getLong(4);
        return frames > 0 && (same ? journal.committed() < frames : journal == Journal.EMPTY);
    }

    private static void setAside(Path journal) throws IOException {
        if (Files.exists(journal)) {
            Files.copy(journal, sibling(journal, ".damaged"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** To be called when a commit has returned. A failure costs the testimony only. */
    void committed() {
        try {
            if (index == null) {
                index = FileChannel.open(sibling(database, "-shm"), StandardOpenOption.READ);
            }
            ByteBuffer header = ByteBuffer.allocate(INDEX).order(ByteOrder.nativeOrder());
            if (index.read(header, 0) == INDEX) { // in it salts stand as in the journal
                write(header.duplicate().getLong(SALTS_AT), header.getInt(FRAMES_AT));
            }
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.DEBUG, "the journal has no witness: {0}", failure.getMessage());
        }
    }

    /** To be called before the journal is emptied or removed; durable, else its absence would look like a loss. */
    void dismiss() throws IOException {
        write(0, 0);
        kept.force(true);
    }

    private void write(long salts, int frames) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH).putInt(MAGIC).putLong(salts).putInt(frames);
        bytes.putInt(sum(bytes)).flip();
        kept.write(bytes, 0);
    }

    private static int sum(ByteBuffer bytes) {
        var sum = new CRC32();
        sum.update(bytes.array(), 0, LENGTH - 4);
        return (int) sum.getValue();
    }

    @Override
    public void close() throws IOException {
        kept.close();
        if (index != null) {
            index.close();
        }
    }
}
