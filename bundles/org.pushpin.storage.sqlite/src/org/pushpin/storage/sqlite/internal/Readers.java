// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

import org.pushpin.storage.StorageException;

/** A few connections that only read, lent to one thread at a time; who finds none free waits. */
final class Readers {

    private static final int SIZE = 3;

    private final Deque<Session> idle = new ArrayDeque<>();
    private final Semaphore permits = new Semaphore(SIZE, true);
    private boolean closed;

    /** Asks a connection something. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Session session) throws SQLException;
    }

    Readers(Database database) throws SQLException {
        try {
            for (int i = 0; i < SIZE; i++) {
                idle.add(database.reader());
            }
        } catch (SQLException failure) {
            close();
            throw failure;
        }
    }

    <T> T ask(Question<T> question) throws StorageException {
        permits.acquireUninterruptibly();
        try {
            Session session = take();
            try {
                return question.ask(session);
            } catch (SQLException failure) {
                throw Failures.explain(failure);
            } finally {
                give(session);
            }
        } finally {
            permits.release();
        }
    }

    private synchronized Session take() throws StorageException {
        if (closed) {
            throw new StorageException("The profile is closed.");
        }
        return idle.pop();
    }

    private synchronized void give(Session session) {
        idle.push(session);
    }

    /** Waits for questions that are being answered; later ones are refused. */
    void close() throws SQLException {
        permits.acquireUninterruptibly(SIZE);
        try {
            closeIdle();
        } finally {
            permits.release(SIZE);
        }
    }

    private synchronized void closeIdle() throws SQLException {
        closed = true;
        while (!idle.isEmpty()) {
            idle.pop().close();
        }
    }
}
