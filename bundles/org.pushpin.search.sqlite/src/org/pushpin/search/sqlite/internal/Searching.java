// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import org.pushpin.crypto.DeviceId;
import org.pushpin.search.Hit;
import org.pushpin.search.Query;
import org.pushpin.search.Term;

/** Queries as SQL. Forms of words hold neither quotes nor operators, so what a person types never becomes FTS5's syntax. */
final class Searching {

    private final StringBuilder sql = new StringBuilder("SELECT docid, type, entry.title AS title, created, changed FROM ");
    private final List<Object> values = new ArrayList<>();

    private Searching() {}

    static List<Hit> search(Session session, Query query) throws SQLException {
        return new Searching().run(session, query);
    }

    private List<Hit> run(Session session, Query query) throws SQLException {
        List<Term> terms = query.terms();
        if (terms.isEmpty() && !query.isBlank()) {
            return List.of();
        }
        if (terms.isEmpty()) {
            sql.append("entry JOIN doc ON doc.id = entry.doc WHERE 1");
        } else {
            sql.append("words JOIN entry ON entry.id = words.rowid JOIN doc ON doc.id = entry.doc WHERE words MATCH ?");
            values.add(expression(terms));
        }
        filter(query);
        sql.append(terms.isEmpty() ? " ORDER BY changed DESC, entry.id DESC" : " ORDER BY words.rank").append(" LIMIT ?");
        values.add(query.limit());
        return session.allOnce(sql.toString(), Reads::hit, values);
    }

    private void filter(Query query) {
        if (!query.types().isEmpty()) {
            sql.append(" AND type IN ").append(marks(query.types().size()));
            values.addAll(query.types());
        }
        query.from().ifPresent(from -> {
            sql.append(" AND changed >= ?");
            values.add(secondsNotBefore(from));
        });
        query.before().ifPresent(before -> {
            sql.append(" AND changed < ?");
            values.add(secondsNotBefore(before));
        });
        if (!query.authors().isEmpty()) {
            sql.append(" AND EXISTS (SELECT 1 FROM author WHERE author.entry = entry.id AND device IN ")
                    .append(marks(query.authors().size())).append(')');
            query.authors().stream().map(DeviceId::key).forEach(values::add);
        }
    }

    private static long secondsNotBefore(Instant moment) {
        return moment.getNano() == 0 ? moment.getEpochSecond() : moment.getEpochSecond() + 1;
    }

    private static String marks(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }

    /** A whole word beside its beginning, so that it counts twice. */
    private static String expression(List<Term> terms) {
        return terms.stream().map(term -> {
            String phrase = '"' + String.join(" ", term.words()) + '"';
            return term.prefix() ? "(" + phrase + " OR " + phrase + " *)" : phrase;
        }).collect(Collectors.joining(" AND "));
    }
}
