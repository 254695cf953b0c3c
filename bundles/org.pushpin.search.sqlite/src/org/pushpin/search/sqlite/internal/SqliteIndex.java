// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.search.Hit;
import org.pushpin.search.IndexWrite;
import org.pushpin.search.Query;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;

/** An open index: one connection writes, and one answers queries meanwhile. Any thread; each connection serves one at a time. */
final class SqliteIndex implements SearchIndex {

    private final IndexFile file;
    private final Session writer;
    private final Session reader;
    private final Writes writes;
    private boolean closed;

    /** Asks a connection something, or changes it. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Session session) throws SQLException;
    }

    private SqliteIndex(IndexFile file, Session writer, Session reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
        this.writes = new Writes(writer);
    }

    static SqliteIndex open(IndexFile file) throws SearchException {
        Session writer = file.writer();
        try {
            return new SqliteIndex(file, writer, file.connect());
        } catch (SQLException failure) {
            closeQuietly(writer, failure);
            throw Failures.explain(failure);
        }
    }

    private static void closeQuietly(Session session, SQLException failure) {
        try {
            session.close();
        } catch (SQLException more) {
            failure.addSuppressed(more);
        }
    }

    private <T> T with(Session session, Work<T> work) throws SearchException {
        synchronized (session) {
            if (closed) {
                throw new SearchException("The search index is closed.", false, null);
            }
            try {
                return work.on(session);
            } catch (SQLException failure) {
                throw Failures.explain(failure);
            } catch (IllegalArgumentException | DateTimeException | NullPointerException broken) {
                throw Failures.damage(broken); // a row holds what nobody wrote
            }
        }
    }

    @Override
    public void write(List<IndexWrite> all) throws SearchException {
        with(writer, session -> {
            session.run("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                for (IndexWrite write : all) {
                    writes.write(write);
                }
                session.run("COMMIT");
                done = true;
            } finally {
                if (!done) {
                    session.run("ROLLBACK");
                }
            }
            return null;
        });
    }

    @Override
    public Map<DocumentId, Fingerprint> indexed() throws SearchException {
        return with(writer, Reads::indexed);
    }

    @Override
    public Optional<Known> known(DocumentId document) throws SearchException {
        return with(writer, session -> Reads.known(session, document));
    }

    @Override
    public List<String> linkedAs(DocumentId document) throws SearchException {
        return with(writer, session -> Reads.linkedAs(session, document));
    }

    @Override
    public List<DocumentId> madeOtherwise(String type, String maker) throws SearchException {
        return with(writer, session -> Reads.madeOtherwise(session, type, maker));
    }

    @Override
    public List<Hit> search(Query query) throws SearchException {
        return with(reader, session -> Searching.search(session, query));
    }

    @Override
    public List<Hit> entries(DocumentId document) throws SearchException {
        return with(reader, session -> Reads.entries(session, document));
    }

    @Override
    public String text(DocumentId document, String contentType) throws SearchException {
        return with(reader, session -> Reads.text(session, document, contentType));
    }

    /** On a connection of its own, so that nobody waits. */
    @Override
    public void check() throws SearchException {
        try (Session session = file.connect()) {
            if (!IndexFile.isWhole(session)) {
                throw Failures.damage(null);
            }
        } catch (SQLException failure) {
            throw Failures.explain(failure);
        }
    }

    @Override
    public void close() throws SearchException {
        synchronized (reader) {
            synchronized (writer) {
                closed = true;
                try (Session one = reader; Session other = writer) {
                    return;
                } catch (SQLException failure) {
                    throw Failures.explain(failure);
                }
            }
        }
    }
}
