// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crypto.Bytes;

/** A connection with its prepared statements. One thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Makes something of the row at which a result stands. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Runs SQL that has no parameters and whose result does not matter. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs SQL that is kept prepared. */
    void update(String sql, Object... values) throws SQLException {
        bind(kept(sql), List.of(values)).executeUpdate();
    }

    <T> Optional<T> one(String sql, Mapper<T> mapper, Object... values) throws SQLException {
        try (ResultSet rows = bind(kept(sql), List.of(values)).executeQuery()) {
            return rows.next() ? Optional.ofNullable(mapper.map(rows)) : Optional.empty();
        }
    }

    <T> List<T> all(String sql, Mapper<T> mapper, Object... values) throws SQLException {
        return read(bind(kept(sql), List.of(values)), mapper);
    }

    /** The same for SQL that is different every time. */
    <T> List<T> allOnce(String sql, Mapper<T> mapper, List<Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return read(bind(statement, values), mapper);
        }
    }

    private static <T> List<T> read(PreparedStatement statement, Mapper<T> mapper) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(mapper.map(rows));
            }
        }
        return all;
    }

    long number(String sql, Object... values) throws SQLException {
        return one(sql, row -> row.getLong(1), values).orElse(0L);
    }

    private PreparedStatement kept(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static PreparedStatement bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i) instanceof Bytes bytes ? bytes.toByteArray() : values.get(i));
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
