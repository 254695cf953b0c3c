// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.StoredHeader;
import org.pushpin.storage.Write;

/** Puts writes into the tables, inside a transaction of the caller's. One thread at a time; row numbers are remembered. */
final class Writes {

    private static final long GENESIS = 0;
    private static final long SNAPSHOT = 3;

    /** With each forgetting, at most: a mebibyte of the journal or so. */
    private static final int PAGES_GIVEN_BACK = 1024;

    private final Session session;
    private final Reads reads;
    private final DamageReport damage;
    private final Map<DocumentId, Long> documents = new HashMap<>();
    private final Map<WriterKey, Long> writers = new HashMap<>();
    private long revision;

    private record KeptKey(WriterId writer, Bytes authority, long sequence) implements Comparable<KeptKey> {
        @Override
        public int compareTo(KeptKey other) {
            return new StoredHeader(writer, authority, sequence, Bytes.EMPTY)
                    .compareTo(new StoredHeader(other.writer, other.authority, other.sequence, Bytes.EMPTY));
        }
    }

    private record WriterKey(long document, WriterId writer) {}

    Writes(Session session, DamageReport damage) throws SQLException {
        this.session = session;
        this.reads = new Reads(damage);
        this.damage = damage;
        forget();
    }

    /** Forgets what it remembers of a transaction that was rolled back. */
    void forget() throws SQLException {
        documents.clear();
        writers.clear();
        revision = session.number("SELECT max((SELECT ifnull(max(rev), 0) FROM log), (SELECT ifnull(max(rev), 0) FROM doc"
                + " WHERE rev < 1 << 62))");
    }

    /** Marks rows that readers found damaged, so that they are neither read nor reported again; nor is what was told at the opening. */
    void setAside(List<Long> revisions) throws SQLException {
        if (damage.takeSalvaged()) {
            Salvage.unmark(session);
        }
        for (long damaged : revisions) {
            session.update("UPDATE log SET state = ?, sum = x'' WHERE rev = ?", LogRow.DAMAGED, damaged);
        }
    }

    void apply(Write write) throws SQLException {
        switch (write) {
            case Write.Document it -> document(it);
            case Write.Genesis it -> genesis(it);
            case Write.Batch it -> batch(it);
            case Write.BatchState it -> state(it);
            case Write.Writer it -> writer(it);
            case Write.DocumentFingerprint it -> fingerprint(it);
            case Write.Snapshot it -> snapshot(it);
            case Write.Headers it -> headers(it);
            case Write.Forget it -> forget(it);
            case Write.Links it -> links(it);
            case Write.Setting it -> session.update("INSERT OR REPLACE INTO meta(name, sum, value) VALUES(?, ?, ?)", it.name(),
                    RowSum.of("meta", it.name(), it.value()), it.value());
            case Write.Acknowledged it -> acknowledged(it);
        }
    }

    private void document(Write.Document write) throws SQLException {
        Bytes key = write.document().key();
        session.update("INSERT OR IGNORE INTO doc(docid, rev, sum) VALUES(?, 0, ?)", key, RowSum.of("doc", key, Bytes.EMPTY, 0L));
        Bytes secret = write.secret().bytes();
        session.update("INSERT OR REPLACE INTO secret(doc, sum, bytes) VALUES(?, ?, ?)", id(write.document()),
                RowSum.of("secret", key, secret), secret);
    }

    private void genesis(Write.Genesis write) throws SQLException {
        long doc = id(write.document());
        session.update("DELETE FROM auth WHERE doc = ? AND kind = ?", doc, GENESIS);
        session.update("INSERT INTO auth(doc, kind, sum, bytes) VALUES(?, ?, ?, ?)", doc, GENESIS,
                RowSum.of("auth", write.document().key(), GENESIS, write.bytes()), write.bytes());
    }

    private void batch(Write.Batch write) throws SQLException {
        long doc = id(write.document());
        long writer = id(doc, write.document(), write.writer());
        if (present(write, writer)) {
            return;
        }
        revision++;
        var batch = new StoredBatch(revision, write.writer(), write.fromSequence(), write.toSequence(), write.state(), write.header(),
                write.body());
        session.update("INSERT INTO log(rev, doc, writer, seq0, seq1, state, sum, header, body) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                revision, doc, writer, write.fromSequence(), write.toSequence(), LogRow.code(write.state()),
                LogRow.sum(write.document(), batch), write.header(), write.body());
    }

    /** Whether an undamaged row holds a batch with this header. */
    private boolean present(Write.Batch write, long writer) throws SQLException {
        boolean[] present = {false};
        session.each(LogRow.SELECT + " WHERE log.writer = ? AND seq1 = ? AND header = ?", row -> {
            present[0] = LogRow.read(row, write.document(), damage).isPresent();
            return !present[0];
        }, writer, write.toSequence(), write.header());
        return present[0];
    }

    private void state(Write.BatchState write) throws SQLException {
        Optional<DocumentId> document = session.one("SELECT docid FROM log JOIN doc ON doc.id = log.doc WHERE log.rev = ?",
                row -> new DocumentId(Session.bytes(row, "docid")), write.revision());
        if (document.isEmpty()) {
            return;
        }
        Optional<StoredBatch> stored = session.one(LogRow.SELECT + " WHERE rev = ?",
                row -> LogRow.read(row, document.get(), damage).orElse(null), write.revision());
        if (stored.isPresent()) {
            StoredBatch it = stored.get();
            var changed = new StoredBatch(it.revision(), it.writer(), it.fromSequence(), it.toSequence(), write.state(), it.header(),
                    it.body());
            session.update("UPDATE log SET state = ?, sum = ? WHERE rev = ?", LogRow.code(write.state()),
                    LogRow.sum(document.get(), changed), it.revision());
        }
    }

    private void writer(Write.Writer write) throws SQLException {
        Bytes sum = RowSum.of("writer", write.document().key(), write.writer().key(), write.certificate(), write.sequence(), write.head());
        session.update("UPDATE writer SET cert = ?, seq = ?, head = ?, sum = ? WHERE id = ?", write.certificate(), write.sequence(),
                write.head(), sum, id(id(write.document()), write.document(), write.writer()));
    }

    private void fingerprint(Write.DocumentFingerprint write) throws SQLException {
        Bytes fingerprint = write.fingerprint().bytes();
        session.update("UPDATE doc SET fingerprint = ?, rev = ?, sum = ? WHERE id = ?", fingerprint, revision,
                RowSum.of("doc", write.document().key(), fingerprint, revision), id(write.document()));
    }

    private void snapshot(Write.Snapshot write) throws SQLException {
        long doc = id(write.document());
        session.update("DELETE FROM chunk WHERE doc = ? AND kind = ?", doc, SNAPSHOT);
        session.update("INSERT INTO chunk(doc, kind, seq, sum, body) VALUES(?, ?, ?, ?, ?)", doc, SNAPSHOT, write.throughRevision(),
                RowSum.of("chunk", write.document().key(), SNAPSHOT, write.throughRevision(), write.body()), write.body());
    }

    private void headers(Write.Headers write) throws SQLException {
        long doc = id(write.document());
        Map<KeptKey, Bytes> wanted = new TreeMap<>();
        for (StoredHeader header : new TreeSet<>(write.headers())) {
            wanted.merge(new KeptKey(header.writer(), header.authority(), header.sequence()), header.bytes(), Bytes::concat);
        }
        Map<KeptKey, Bytes> present = new TreeMap<>();
        for (StoredHeader header : reads.headers(session, write.document())) {
            present.merge(new KeptKey(header.writer(), header.authority(), header.sequence()), header.bytes(), Bytes::concat);
        }
        if (present.equals(wanted)) {
            return;
        }
        session.update("DELETE FROM header WHERE doc = ?", doc);
        for (Map.Entry<KeptKey, Bytes> each : wanted.entrySet()) {
            KeptKey key = each.getKey();
            session.update("INSERT INTO header(doc, writer, auth, seq, sum, bytes) VALUES(?, ?, ?, ?, ?, ?)", doc,
                    id(doc, write.document(), key.writer()), key.authority(), key.sequence(),
                    HeaderRow.sum(write.document(), key.writer().key(), key.authority(), key.sequence(), each.getValue()), each.getValue());
        }
    }

    /** The document's entry remembers how far the log went: a revision is given once. */
    private void forget(Write.Forget write) throws SQLException {
        long doc = id(write.document());
        for (long each : write.revisions()) {
            session.update("DELETE FROM log WHERE rev = ? AND doc = ?", each, doc);
        }
        session.exhaust("PRAGMA incremental_vacuum(" + PAGES_GIVEN_BACK + ")");
        Bytes key = write.document().key();
        session.each("SELECT fingerprint, rev, sum FROM doc WHERE id = ?", row -> {
            Bytes fingerprint = Session.bytes(row, "fingerprint");
            boolean intact = RowSum.of("doc", key, fingerprint, row.getLong("rev")).equals(Session.bytes(row, "sum"));
            if (intact && row.getLong("rev") < revision) {
                session.update("UPDATE doc SET rev = ?, sum = ? WHERE id = ?", revision, RowSum.of("doc", key, fingerprint, revision), doc);
            }
            return false;
        }, doc);
    }

    private void links(Write.Links write) throws SQLException {
        long source = id(write.source());
        Set<String> gone = new HashSet<>(session.all("SELECT dst FROM link WHERE src = ?", row -> row.getString("dst"), source));
        Set<String> fresh = new HashSet<>(write.targets());
        fresh.removeAll(reads.links(session, write.source()));
        gone.removeAll(write.targets());
        for (String target : gone) {
            session.update("DELETE FROM link WHERE src = ? AND dst = ?", source, target);
        }
        for (String target : fresh) {
            session.update("INSERT OR REPLACE INTO link(src, dst, sum) VALUES(?, ?, ?)", source, target,
                    RowSum.of("link", write.source().key(), target));
        }
    }

    private void acknowledged(Write.Acknowledged write) throws SQLException {
        session.update("INSERT OR IGNORE INTO peer(pub) VALUES(?)", write.peer());
        long peer = session.number("SELECT id FROM peer WHERE pub = ?", write.peer());
        Bytes fingerprint = write.fingerprint().bytes();
        session.update("INSERT OR REPLACE INTO ack(doc, peer, fingerprint, sum) VALUES(?, ?, ?, ?)", id(write.document()), peer,
                fingerprint, RowSum.of("ack", write.document().key(), write.peer(), fingerprint));
    }

    private long id(DocumentId document) throws SQLException {
        Long known = documents.get(document);
        if (known == null) {
            known = session.one("SELECT id FROM doc WHERE docid = ?", row -> row.getLong("id"), document.key()).orElseThrow(
                    () -> new IllegalArgumentException("the document " + document + " has not been written"));
            documents.put(document, known);
        }
        return known;
    }

    /** The number of a writer, who is entered without a head if this is the first that is heard of it. */
    private long id(long doc, DocumentId document, WriterId writer) throws SQLException {
        var key = new WriterKey(doc, writer);
        Long known = writers.get(key);
        if (known == null) {
            session.update("INSERT OR IGNORE INTO writer(doc, pub, seq, sum) VALUES(?, ?, 0, ?)", doc, writer.key(),
                    RowSum.of("writer", document.key(), writer.key(), Bytes.EMPTY, 0L, Bytes.EMPTY));
            known = session.number("SELECT id FROM writer WHERE doc = ? AND pub = ?", doc, writer.key());
            writers.put(key, known);
        }
        return known;
    }
}
