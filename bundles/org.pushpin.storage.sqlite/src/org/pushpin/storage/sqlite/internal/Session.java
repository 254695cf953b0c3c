// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

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

/** A connection with its prepared statements, of which there are as many as texts of SQL. One thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Makes something of the row at which a result stands. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Looks at a row; false ends the walk. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(ResultSet row) throws SQLException;
    }

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Runs SQL that has no parameters and whose result does not matter: pragmas, transactions, the schema. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs SQL that goes on as long as it is asked for rows without columns, of which JDBC asks for one only. */
    void exhaust(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** @return the number of changed rows */
    int update(String sql, Object... values) throws SQLException {
        try {
            return bind(sql, values).executeUpdate();
        } catch (SQLException failure) {
            throw forgotten(sql, failure);
        }
    }

    /** After a failure the driver has closed the statement, so it must be prepared anew. */
    private SQLException forgotten(String sql, SQLException failure) throws SQLException {
        try (PreparedStatement closed = prepared.remove(sql)) {
            return failure;
        }
    }

    <T> Optional<T> one(String sql, Mapper<T> mapper, Object... values) throws SQLException {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            return rows.next() ? Optional.ofNullable(mapper.map(rows)) : Optional.empty();
        } catch (SQLException failure) {
            throw forgotten(sql, failure);
        }
    }

    <T> List<T> all(String sql, Mapper<T> mapper, Object... values) throws SQLException {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(mapper.map(row)), values);
        return all;
    }

    void each(String sql, Visitor visitor, Object... values) throws SQLException {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            while (rows.next() && visitor.visit(rows)) {
                // the visitor does it
            }
        } catch (SQLException failure) {
            throw forgotten(sql, failure);
        }
    }

    long number(String sql, Object... values) throws SQLException {
        return one(sql, row -> row.getLong(1), values).orElse(0L);
    }

    private PreparedStatement bind(String sql, Object[] values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Bytes bytes ? bytes.toByteArray() : values[i]);
        }
        return statement;
    }

    /** The bytes in a column; none for NULL. */
    static Bytes bytes(ResultSet row, String column) throws SQLException {
        byte[] value = row.getBytes(column);
        return value == null ? Bytes.EMPTY : Bytes.of(value);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
