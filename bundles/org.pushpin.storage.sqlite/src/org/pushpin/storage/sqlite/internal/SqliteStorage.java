// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.NoSpaceException;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.StoredDocument;
import org.pushpin.storage.StoredEntry;
import org.pushpin.storage.StoredHeader;
import org.pushpin.storage.StoredSnapshot;
import org.pushpin.storage.StoredWriter;
import org.pushpin.storage.Transfer;
import org.pushpin.storage.Write;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * A profile's storage: one connection writes, a few read. A commit is one transaction and, in WAL mode with synchronous FULL, one
 * fsync of the WAL; {@link Checkpoints} says when the WAL is moved into the database.
 */
final class SqliteStorage implements Storage {

    private final Session writer;
    private final Readers readers;
    private final DamageReport damage;
    private final Reads reads;
    private final Writes writes;
    private final FileBlobs blobs;
    private final BackupSource backups;
    private final Witness witness;
    private final Checkpoints checkpoints;
    private final Object writing = new Object();
    private StorageException failed;
    private boolean closed;

    /** Changes tables inside a transaction. */
    @FunctionalInterface
    interface Transaction {
        void run(Session session) throws SQLException;
    }

    private SqliteStorage(Database database, Session writer, Readers readers, DamageReport damage, Witness witness)
            throws SQLException, StorageException {
        this.writer = writer;
        this.witness = witness;
        this.readers = readers;
        this.damage = damage;
        this.reads = new Reads(damage);
        this.writes = new Writes(writer, damage);
        this.blobs = FileBlobs.open(database.file().resolveSibling("blobs"), new BlobTable(this, readers), damage);
        this.backups = new BackupSource(database, blobs);
        this.checkpoints = new Checkpoints(writer, witness, database.journal(), writing);
        witness.committed();
    }

    static SqliteStorage open(Path profile) throws StorageException {
        return open(profile, SynchronousMode.FULL);
    }

    /** @param synchronous FULL, but for tests that have to lose something */
    static SqliteStorage open(Path profile, SynchronousMode synchronous) throws StorageException {
        Database database = Database.in(profile, synchronous);
        var damage = new DamageReport();
        Witness witness = Witness.question(database.file(), damage);
        Session writer = null;
        Readers readers = null;
        try {
            Migration.run(database.file());
            writer = new Check(database, damage).writer();
            readers = new Readers(database);
            return new SqliteStorage(database, writer, readers, damage, witness);
        } catch (SQLException failure) {
            closeQuietly(readers, writer, witness);
            throw Failures.explain(failure);
        } catch (StorageException failure) {
            closeQuietly(readers, writer, witness);
            throw failure;
        }
    }

    /** The witness last: closing a file of SQLite's would take away the locks that SQLite has on it. */
    private static void closeQuietly(Readers readers, Session writer, Witness witness) {
        try {
            if (readers != null) {
                readers.close();
            }
            if (writer != null) {
                writer.close();
            }
            witness.close();
        } catch (SQLException | IOException alreadyFailing) {
            System.getLogger(SqliteStorage.class.getName()).log(System.Logger.Level.DEBUG, "closing failed too", alreadyFailing);
        }
    }

    @Override
    public void commit(List<Write> all) throws StorageException {
        if (!all.isEmpty()) {
            transact(session -> {
                for (Write write : all) {
                    writes.apply(write);
                }
            });
        }
    }

    /** All of it or nothing; durable when it returns. After a failure of the database nothing more is written. */
    void transact(Transaction transaction) throws StorageException {
        synchronized (writing) {
            checkWritable();
            try {
                writer.run("BEGIN IMMEDIATE");
                writes.setAside(damage.takeUnmarked());
                transaction.run(writer);
                writer.run("COMMIT");
                checkpoints.committed();
            } catch (SQLException failure) {
                throw failed(Failures.explain(failure));
            } catch (IllegalArgumentException mistake) {
                takeBack();
                throw mistake;
            } catch (RuntimeException | Error failure) {
                poison(new StorageException("Saving failed: " + failure, failure));
                throw failure;
            }
        }
    }

    private void checkWritable() throws StorageException {
        if (closed) {
            throw new StorageException("The profile is closed.");
        }
        if (failed != null) {
            throw new StorageException("Nothing more is saved until the profile is closed and opened again, because saving failed: "
                    + failed.getMessage(), failed);
        }
    }

    /** Where there was no room, SQLite has written nothing that counts, and fsynced nothing. */
    private StorageException failed(StorageException failure) throws StorageException {
        if (failure instanceof NoSpaceException) {
            takeBack();
            return failure;
        }
        return poison(failure);
    }

    /** The caller's mistake, or a full disk, costs this transaction only. */
    private void takeBack() throws StorageException {
        rollback();
        try {
            writes.forget();
        } catch (SQLException failure) {
            throw poison(Failures.explain(failure));
        }
    }

    private StorageException poison(StorageException failure) {
        failed = failure;
        rollback();
        return failure;
    }

    /** SQLite has done it already after most failures, and then refuses to. */
    private void rollback() {
        try {
            writer.run("ROLLBACK");
        } catch (SQLException done) {
            System.getLogger(SqliteStorage.class.getName()).log(System.Logger.Level.DEBUG, "rolled back already", done);
        }
    }

    @Override
    public List<DocumentId> documents() throws StorageException {
        return readers.ask(reads::documents);
    }

    @Override
    public void eachDocument(Consumer<StoredEntry> consumer) throws StorageException {
        readers.ask(session -> {
            reads.eachDocument(session, consumer);
            return null;
        });
    }

    @Override
    public Optional<StoredDocument> document(DocumentId document) throws StorageException {
        return readers.ask(session -> reads.document(session, document));
    }

    @Override
    public List<StoredBatch> batches(DocumentId document, long afterRevision, long limitBytes) throws StorageException {
        return readers.ask(session -> reads.batches(session, document, afterRevision, limitBytes));
    }

    @Override
    public List<StoredWriter> writers(DocumentId document) throws StorageException {
        return readers.ask(session -> reads.writers(session, document));
    }

    @Override
    public Optional<StoredSnapshot> snapshot(DocumentId document) throws StorageException {
        return readers.ask(session -> reads.snapshot(session, document));
    }

    @Override
    public long snapshotRevision(DocumentId document) throws StorageException {
        return readers.ask(session -> reads.snapshotRevision(session, document));
    }

    @Override
    public List<StoredHeader> headers(DocumentId document) throws StorageException {
        return readers.ask(session -> reads.headers(session, document));
    }

    @Override
    public List<Long> settled(DocumentId document) throws StorageException {
        return readers.ask(session -> reads.settled(session, document));
    }

    @Override
    public Set<String> links(DocumentId source) throws StorageException {
        return readers.ask(session -> reads.links(session, source));
    }

    @Override
    public List<DocumentId> linking(String target, int limit) throws StorageException {
        return readers.ask(session -> reads.linking(session, target, limit));
    }

    @Override
    public Map<Bytes, Fingerprint> acknowledged(DocumentId document) throws StorageException {
        return readers.ask(session -> reads.acknowledged(session, document));
    }

    @Override
    public Optional<Bytes> setting(String name) throws StorageException {
        return readers.ask(session -> reads.setting(session, name));
    }

    @Override
    public Map<String, Bytes> settings(String prefix) throws StorageException {
        return readers.ask(session -> reads.settings(session, prefix));
    }

    @Override
    public List<String> damage() {
        return damage.sentences();
    }

    @Override
    public BlobStore blobs() {
        return blobs;
    }

    /** One at a time. */
    @Override
    public void backup(OutputStream target, Transfer progress) throws StorageException, IOException {
        synchronized (backups) {
            backups.write(target, progress);
        }
    }

    @Override
    public void close() throws StorageException {
        synchronized (writing) {
            if (closed) {
                return;
            }
            closed = true;
            checkpoints.close();
            try {
                witness.dismiss(); // SQLite removes the journal when its last connection is closed
                readers.close();
                writer.close();
                witness.close();
            } catch (SQLException failure) {
                throw Failures.explain(failure);
            } catch (IOException failure) {
                throw new StorageException("The profile could not be closed properly: " + failure.getMessage(), failure);
            }
        }
    }
}
