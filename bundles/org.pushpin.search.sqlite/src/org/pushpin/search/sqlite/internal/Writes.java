// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.search.IndexEntry;
import org.pushpin.search.IndexWrite;
import org.pushpin.search.IndexedDocument;
import org.pushpin.search.IndexedDocument.Link;
import org.pushpin.search.Words;

/** Changes the tables; inside a transaction that the caller owns. */
final class Writes {

    private final Session session;

    private record Row(long id, String type, String title) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getLong("id"), row.getString("type"), row.getString("title"));
        }
    }

    private record Body(String names, String text) {}

    Writes(Session session) {
        this.session = session;
    }

    void write(IndexWrite write) throws SQLException {
        switch (write) {
            case IndexWrite.Put put -> put(put.document());
            case IndexWrite.Stale stale -> session.update("UPDATE doc SET fingerprint = NULL WHERE docid = ?", stale.document().key());
            case IndexWrite.Remove remove -> remove(remove.document());
        }
    }

    private void put(IndexedDocument document) throws SQLException {
        long id = id(document.id());
        session.update("UPDATE doc SET fingerprint = ? WHERE id = ?", document.fingerprint().bytes(), id);
        links(id, document.links());
        List<Row> rows = rows(id);
        for (IndexEntry entry : document.entries()) {
            Optional<Row> row = rows.stream().filter(present -> present.type().equals(entry.contentType())).findFirst();
            if (row.isPresent()) {
                replace(row.get(), entry);
            } else {
                insert(id, entry);
            }
        }
        Set<String> types = new HashSet<>();
        document.entries().forEach(entry -> types.add(entry.contentType()));
        for (Row row : rows) {
            if (!types.contains(row.type())) {
                delete(row.id());
            }
        }
    }

    private List<Row> rows(long doc) throws SQLException {
        return session.all("SELECT id, type, title FROM entry WHERE doc = ?", Row::of, doc);
    }

    private void insert(long doc, IndexEntry entry) throws SQLException {
        session.update("INSERT INTO entry(doc, type, maker, title, created, changed) VALUES(?, ?, ?, ?, ?, ?)", doc,
                entry.contentType(), entry.maker(), entry.title(), entry.created().getEpochSecond(), entry.changed().getEpochSecond());
        long id = session.number("SELECT last_insert_rowid()");
        session.update("INSERT INTO body(entry, names, text) VALUES(?, ?, ?)", id, entry.names(), entry.text());
        words(id, entry);
        authors(id, entry);
    }

    private void words(long id, IndexEntry entry) throws SQLException {
        session.update("INSERT INTO words(rowid, title, names, text) VALUES(?, ?, ?, ?)", id, Words.forms(entry.title()),
                Words.forms(entry.names()), Words.forms(entry.text()));
    }

    /** A document whose words are the same keeps them: moving a card costs no index. */
    private void replace(Row row, IndexEntry entry) throws SQLException {
        session.update("UPDATE entry SET maker = ?, title = ?, created = ?, changed = ? WHERE id = ?", entry.maker(), entry.title(),
                entry.created().getEpochSecond(), entry.changed().getEpochSecond(), row.id());
        Body body = session.one("SELECT names, text FROM body WHERE entry = ?",
                found -> new Body(found.getString("names"), found.getString("text")), row.id()).orElse(new Body("", ""));
        if (!body.equals(new Body(entry.names(), entry.text())) || !row.title().equals(entry.title())) {
            session.update("UPDATE body SET names = ?, text = ? WHERE entry = ?", entry.names(), entry.text(), row.id());
            session.update("DELETE FROM words WHERE rowid = ?", row.id());
            words(row.id(), entry);
        }
        session.update("DELETE FROM author WHERE entry = ?", row.id());
        authors(row.id(), entry);
    }

    private void authors(long id, IndexEntry entry) throws SQLException {
        for (DeviceId author : entry.authors()) {
            session.update("INSERT INTO author(entry, device) VALUES(?, ?)", id, author.key());
        }
    }

    private void delete(long entry) throws SQLException {
        session.update("DELETE FROM entry WHERE id = ?", entry);
        session.update("DELETE FROM body WHERE entry = ?", entry);
        session.update("DELETE FROM author WHERE entry = ?", entry);
        session.update("DELETE FROM words WHERE rowid = ?", entry);
    }

    private void links(long source, Set<Link> links) throws SQLException {
        Set<Link> present = new HashSet<>(session.all("SELECT docid, type FROM link JOIN doc ON doc.id = dst WHERE src = ?",
                row -> new Link(Reads.document(row, "docid"), row.getString("type")), source));
        for (Link link : links) {
            if (!present.remove(link)) {
                session.update("INSERT INTO link(src, dst, type) VALUES(?, ?, ?)", source, id(link.target()), link.contentType());
            }
        }
        for (Link gone : present) {
            session.update("DELETE FROM link WHERE src = ? AND dst = ? AND type = ?", source, id(gone.target()), gone.contentType());
        }
    }

    private void remove(DocumentId document) throws SQLException {
        long id = id(document);
        session.update("DELETE FROM link WHERE src = ?", id);
        for (Row row : rows(id)) {
            delete(row.id());
        }
        session.update("UPDATE doc SET fingerprint = NULL WHERE id = ?", id);
        session.update("DELETE FROM doc WHERE id = ? AND NOT EXISTS (SELECT 1 FROM link WHERE dst = ?)", id, id);
    }

    private long id(DocumentId document) throws SQLException {
        Optional<Long> known = session.one("SELECT id FROM doc WHERE docid = ?", row -> row.getLong("id"), document.key());
        if (known.isPresent()) {
            return known.get();
        }
        session.update("INSERT INTO doc(docid) VALUES(?)", document.key());
        return session.number("SELECT last_insert_rowid()");
    }
}
