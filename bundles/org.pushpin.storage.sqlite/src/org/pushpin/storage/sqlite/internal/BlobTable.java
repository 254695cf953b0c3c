// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.storage.StorageException;

/** Which blobs are here whole: their manifests, each proved by its id when it is read. Any thread. */
final class BlobTable {

    private final SqliteStorage storage;
    private final Readers readers;

    BlobTable(SqliteStorage storage, Readers readers) {
        this.storage = storage;
        this.readers = readers;
    }

    /** Empty also if what is stored is not the manifest of this blob. */
    Optional<BlobManifest> get(BlobId blob) throws IOException {
        return ask(session -> manifest(session, blob));
    }

    static Optional<BlobManifest> manifest(Session session, BlobId blob) throws SQLException {
        return session.one("SELECT manifest FROM blob WHERE id = ?", BlobTable::manifest, blob.hash())
                .filter(manifest -> manifest.blob().equals(blob));
    }

    /** Of all files. */
    static List<BlobId> ids(Session session) throws SQLException {
        return session.all("SELECT id FROM blob ORDER BY id", row -> Session.bytes(row, "id")).stream()
                .filter(id -> id.length() == BlobId.LENGTH).map(BlobId::new).toList();
    }

    private static BlobManifest manifest(ResultSet row) throws SQLException {
        try {
            return BlobManifest.decode(Session.bytes(row, "manifest"));
        } catch (FormatException damaged) {
            return null;
        }
    }

    /** Reports every row whose manifest is not that of its id. */
    static void check(Session session, DamageReport damage) throws SQLException {
        session.each("SELECT id, manifest FROM blob", row -> {
            BlobManifest manifest = manifest(row);
            if (manifest == null || !manifest.blob().hash().equals(Session.bytes(row, "id"))) {
                damage.row("the manifest of a file");
            }
            return true;
        });
    }

    List<BlobId> list() throws IOException {
        return ask(BlobTable::ids);
    }

    /** How long each file is. A manifest is in memory only while its row is read: that of a large file is large. */
    Map<BlobId, Long> lengths() throws IOException {
        Map<BlobId, Long> lengths = new HashMap<>();
        return ask(session -> {
            session.each("SELECT id, manifest FROM blob", row -> {
                BlobManifest manifest = manifest(row);
                Bytes id = Session.bytes(row, "id");
                if (id.length() == BlobId.LENGTH) {
                    lengths.put(new BlobId(id), manifest == null ? 0 : manifest.length());
                }
                return true;
            });
            return lengths;
        });
    }

    /** Durable when it returns. */
    void put(BlobManifest manifest) throws IOException {
        transact(session -> session.update("INSERT OR REPLACE INTO blob(id, manifest) VALUES(?, ?)", manifest.blob().hash(),
                manifest.encode()));
    }

    void remove(BlobId blob) throws IOException {
        transact(session -> session.update("DELETE FROM blob WHERE id = ?", blob.hash()));
    }

    private <T> T ask(Readers.Question<T> question) throws IOException {
        try {
            return readers.ask(question);
        } catch (StorageException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private void transact(SqliteStorage.Transaction transaction) throws IOException {
        try {
            storage.transact(transaction);
        } catch (StorageException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }
}
