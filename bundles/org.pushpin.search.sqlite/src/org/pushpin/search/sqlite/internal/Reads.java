// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.search.Hit;
import org.pushpin.search.IndexedDocument.Link;
import org.pushpin.search.SearchIndex.Known;

/** What is asked of the tables, but for searching. */
final class Reads {

    private static final String ID = "(SELECT id FROM doc WHERE docid = ?)";

    private Reads() {}

    static DocumentId document(ResultSet row, String column) throws SQLException {
        return new DocumentId(Bytes.of(row.getBytes(column)));
    }

    static Map<DocumentId, Fingerprint> indexed(Session session) throws SQLException {
        Map<DocumentId, Fingerprint> indexed = new HashMap<>();
        session.all("SELECT docid, fingerprint FROM doc WHERE fingerprint IS NOT NULL",
                row -> indexed.put(document(row, "docid"), new Fingerprint(Bytes.of(row.getBytes("fingerprint")))));
        return indexed;
    }

    static Optional<Known> known(Session session, DocumentId document) throws SQLException {
        Map<String, String> makers = new HashMap<>();
        session.all("SELECT type, maker FROM entry WHERE doc = " + ID, row -> makers.put(row.getString("type"), row.getString("maker")),
                document.key());
        if (makers.isEmpty()) {
            return Optional.empty();
        }
        List<Link> links = session.all("SELECT docid, type FROM link JOIN doc ON doc.id = dst WHERE src = " + ID,
                row -> new Link(document(row, "docid"), row.getString("type")), document.key());
        return Optional.of(new Known(Set.copyOf(links), makers));
    }

    static List<String> linkedAs(Session session, DocumentId document) throws SQLException {
        return session.all("SELECT DISTINCT type FROM link WHERE dst = " + ID + " ORDER BY type", row -> row.getString("type"),
                document.key());
    }

    static List<DocumentId> madeOtherwise(Session session, String type, String maker) throws SQLException {
        return session.all("SELECT docid FROM entry JOIN doc ON doc.id = entry.doc WHERE type = ? AND maker <> ?",
                row -> document(row, "docid"), type, maker);
    }

    static List<Hit> entries(Session session, DocumentId document) throws SQLException {
        return session.all("SELECT docid, type, entry.title AS title, created, changed FROM entry JOIN doc ON doc.id = entry.doc"
                + " WHERE entry.doc = " + ID + " ORDER BY type", Reads::hit, document.key());
    }

    static Hit hit(ResultSet row) throws SQLException {
        return new Hit(document(row, "docid"), row.getString("type"), row.getString("title"),
                Instant.ofEpochSecond(row.getLong("created")), Instant.ofEpochSecond(row.getLong("changed")));
    }

    static String text(Session session, DocumentId document, String type) throws SQLException {
        return session.one("SELECT text FROM body JOIN entry ON entry.id = body.entry WHERE doc = " + ID + " AND type = ?",
                row -> row.getString("text"), document.key(), type).orElse("");
    }
}
