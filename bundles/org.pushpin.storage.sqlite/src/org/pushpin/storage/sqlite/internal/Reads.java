// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.StoredDocument;
import org.pushpin.storage.StoredEntry;
import org.pushpin.storage.StoredHeader;
import org.pushpin.storage.StoredSnapshot;
import org.pushpin.storage.StoredWriter;
import org.pushpin.storage.Write;

/** What is asked of the tables. Every row is checked against its hash; one that does not match is reported and left out. */
final class Reads {

    private static final String ID = "(SELECT id FROM doc WHERE docid = ?)";

    private static final String DOCUMENT = "SELECT docid, fingerprint, rev, doc.sum AS sum, secret.bytes AS secret,"
            + " secret.sum AS secretSum, auth.bytes AS genesis, auth.sum AS genesisSum FROM doc LEFT JOIN secret ON secret.doc = doc.id"
            + " LEFT JOIN auth ON auth.doc = doc.id AND auth.kind = 0";

    /** The greatest character, behind everything that begins alike. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final DamageReport damage;

    Reads(DamageReport damage) {
        this.damage = damage;
    }

    List<DocumentId> documents(Session session) throws SQLException {
        return session.all("SELECT docid, fingerprint, rev, doc.sum AS sum, secret.bytes AS secret, secret.sum AS secretSum"
                + " FROM doc LEFT JOIN secret ON secret.doc = doc.id ORDER BY id", this::documentId).stream().filter(Objects::nonNull)
                .toList();
    }

    /** The id is right if the row is whole, or if the secret's is, whose hash holds the id too: a fingerprint is soon made anew. */
    private DocumentId documentId(ResultSet row) throws SQLException {
        Bytes id = Session.bytes(row, "docid");
        return entryIntact(row, id) || secretIntact(row, id) ? new DocumentId(id) : null;
    }

    private boolean entryIntact(ResultSet row, Bytes id) throws SQLException {
        return intact(row, "sum", RowSum.of("doc", id, Session.bytes(row, "fingerprint"), row.getLong("rev")), "a document's entry");
    }

    private boolean secretIntact(ResultSet row, Bytes id) throws SQLException {
        return intact(row, "secretSum", RowSum.of("secret", id, Session.bytes(row, "secret")), "a document's secret");
    }

    Optional<StoredDocument> document(Session session, DocumentId document) throws SQLException {
        return session.one(DOCUMENT + " WHERE docid = ?", row -> document(row, document.key()), document.key());
    }

    void eachDocument(Session session, Consumer<StoredEntry> consumer) throws SQLException {
        session.each("SELECT docid, fingerprint, rev, doc.sum AS sum, secret.bytes AS secret, secret.sum AS secretSum,"
                + " EXISTS(SELECT 1 FROM auth WHERE auth.doc = doc.id AND auth.kind = 0) AS here FROM doc"
                + " LEFT JOIN secret ON secret.doc = doc.id ORDER BY doc.id", row -> {
                    Bytes key = Session.bytes(row, "docid");
                    Bytes fingerprint = Session.bytes(row, "fingerprint");
                    boolean intact = entryIntact(row, key) && !fingerprint.isEmpty();
                    if (secretIntact(row, key)) {
                        consumer.accept(new StoredEntry(new DocumentId(key), DocumentSecret.of(Session.bytes(row, "secret")),
                                row.getBoolean("here"), intact ? Optional.of(new Fingerprint(fingerprint)) : Optional.empty()));
                    }
                    return true;
                });
    }

    /** Nothing if its secret is damaged; then nobody can vouch for the id either. */
    private StoredDocument document(ResultSet row, Bytes key) throws SQLException {
        Bytes genesis = Session.bytes(row, "genesis");
        Bytes fingerprint = Session.bytes(row, "fingerprint");
        boolean fingerprintHere = entryIntact(row, key) && !fingerprint.isEmpty();
        if (!secretIntact(row, key)) {
            return null;
        }
        var document = new DocumentId(key);
        boolean genesisHere = row.getBytes("genesisSum") != null
                && intact(row, "genesisSum", RowSum.of("auth", document.key(), 0L, genesis), "the Genesis of " + document);
        return new StoredDocument(document, DocumentSecret.of(Session.bytes(row, "secret")),
                genesisHere ? Optional.of(genesis) : Optional.empty(),
                fingerprintHere ? Optional.of(new Fingerprint(fingerprint)) : Optional.empty());
    }

    List<StoredBatch> batches(Session session, DocumentId document, long afterRevision, long limitBytes) throws SQLException {
        List<StoredBatch> page = new ArrayList<>();
        long[] bytes = {0};
        session.each(LogRow.SELECT + " WHERE log.doc = " + ID + " AND rev > ? ORDER BY rev", row -> {
            LogRow.read(row, document, damage).ifPresent(batch -> {
                page.add(batch);
                bytes[0] += batch.body().length();
            });
            return bytes[0] <= limitBytes;
        }, document.key(), afterRevision);
        return List.copyOf(page);
    }

    List<StoredWriter> writers(Session session, DocumentId document) throws SQLException {
        return session.all("SELECT pub, cert, seq, head, sum FROM writer WHERE doc = " + ID + " AND head IS NOT NULL ORDER BY pub",
                row -> writer(row, document), document.key()).stream().filter(Objects::nonNull).toList();
    }

    private StoredWriter writer(ResultSet row, DocumentId document) throws SQLException {
        Bytes pub = Session.bytes(row, "pub");
        Bytes cert = Session.bytes(row, "cert");
        Bytes head = Session.bytes(row, "head");
        long seq = row.getLong("seq");
        boolean intact = intact(row, "sum", RowSum.of("writer", document.key(), pub, cert, seq, head), "a writer of " + document);
        return intact ? new StoredWriter(new WriterId(pub), cert, seq, head) : null;
    }

    Optional<StoredSnapshot> snapshot(Session session, DocumentId document) throws SQLException {
        return session.one("SELECT seq, sum, body FROM chunk WHERE doc = " + ID + " AND kind = 3 ORDER BY seq DESC", row -> {
            Bytes body = Session.bytes(row, "body");
            Bytes sum = RowSum.of("chunk", document.key(), 3L, row.getLong("seq"), body);
            return intact(row, "sum", sum, "the snapshot of " + document) ? new StoredSnapshot(row.getLong("seq"), body) : null;
        }, document.key());
    }

    long snapshotRevision(Session session, DocumentId document) throws SQLException {
        return session.number("SELECT max(seq) FROM chunk WHERE doc = " + ID + " AND kind = 3", document.key());
    }

    List<StoredHeader> headers(Session session, DocumentId document) throws SQLException {
        List<StoredHeader> headers = new ArrayList<>();
        session.each(HeaderRow.SELECT + " WHERE header.doc = " + ID, row -> {
            headers.addAll(HeaderRow.read(row, document, damage));
            return true;
        }, document.key());
        headers.sort(null);
        return List.copyOf(headers);
    }

    List<Long> settled(Session session, DocumentId document) throws SQLException {
        return session.all("SELECT rev FROM log WHERE doc = " + ID + " AND state IN (?, ?) ORDER BY rev", row -> row.getLong("rev"),
                document.key(), LogRow.code(Write.State.APPLIED), LogRow.code(Write.State.FORKED));
    }

    Set<String> links(Session session, DocumentId source) throws SQLException {
        Set<String> links = new HashSet<>();
        session.each("SELECT dst, sum FROM link WHERE src = " + ID, row -> {
            String target = row.getString("dst");
            if (intact(row, "sum", RowSum.of("link", source.key(), target), "a link of " + source)) {
                links.add(target);
            }
            return true;
        }, source.key());
        return Set.copyOf(links);
    }

    List<DocumentId> linking(Session session, String target, int limit) throws SQLException {
        Set<DocumentId> sources = new LinkedHashSet<>();
        session.each("SELECT docid, dst, link.sum AS sum FROM link JOIN doc ON doc.id = link.src WHERE dst >= ? AND dst < ? ORDER BY doc.id",
                row -> {
                    var source = new DocumentId(Session.bytes(row, "docid"));
                    if (intact(row, "sum", RowSum.of("link", source.key(), row.getString("dst")), "a link of " + source)) {
                        sources.add(source);
                    }
                    return sources.size() < limit;
                }, target, target + LAST);
        return List.copyOf(sources);
    }

    Map<Bytes, Fingerprint> acknowledged(Session session, DocumentId document) throws SQLException {
        Map<Bytes, Fingerprint> acknowledged = new HashMap<>();
        session.each("SELECT pub, fingerprint, sum FROM ack JOIN peer ON peer.id = ack.peer WHERE doc = " + ID, row -> {
            Bytes pub = Session.bytes(row, "pub");
            Bytes fingerprint = Session.bytes(row, "fingerprint");
            if (intact(row, "sum", RowSum.of("ack", document.key(), pub, fingerprint), "what a peer has of " + document)) {
                acknowledged.put(pub, new Fingerprint(fingerprint));
            }
            return true;
        }, document.key());
        return Map.copyOf(acknowledged);
    }

    Optional<Bytes> setting(Session session, String name) throws SQLException {
        return session.one("SELECT sum, value FROM meta WHERE name = ?", row -> {
            Bytes value = Session.bytes(row, "value");
            return intact(row, "sum", RowSum.of("meta", name, value), "the setting " + name) ? value : null;
        }, name);
    }

    Map<String, Bytes> settings(Session session, String prefix) throws SQLException {
        Map<String, Bytes> settings = new HashMap<>();
        session.each("SELECT name, sum, value FROM meta WHERE name >= ? AND name < ?", row -> {
            String name = row.getString("name");
            Bytes value = Session.bytes(row, "value");
            if (intact(row, "sum", RowSum.of("meta", name, value), "the setting " + name)) {
                settings.put(name, value);
            }
            return true;
        }, prefix, prefix + LAST);
        return Map.copyOf(settings);
    }

    private boolean intact(ResultSet row, String column, Bytes expected, String what) throws SQLException {
        boolean intact = Session.bytes(row, column).equals(expected);
        if (!intact) {
            damage.row(what);
        }
        return intact;
    }
}
