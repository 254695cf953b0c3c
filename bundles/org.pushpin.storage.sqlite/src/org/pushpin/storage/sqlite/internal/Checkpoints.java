// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the journal short: when nothing has been written for a while all of it goes into the database and its file is emptied, and
 * under load it is begun anew each time it has grown by 16 MiB, readers permitting. SQLite itself moves it along, every thousand
 * commits or so, but goes on appending while anybody reads. Confined to whoever holds the lock given.
 */
final class Checkpoints implements AutoCloseable {

    /** The journal's size above which a commit waits for readers to let go of it. */
    static final long BOUND = 16L << 20;

    private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());
    private static final long REST_MILLIS = 2_000;
    private static final int READERS_MILLIS = 200;

    private final Session writer;
    private final Witness witness;
    private final Path journal;
    private final Object writing;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("timer-storage").factory());
    private long bound = BOUND;
    private long lastCommit;
    private boolean waiting;
    private boolean closed;

    /** @param writing the lock under which {@code writer} is used */
    Checkpoints(Session writer, Witness witness, Path journal, Object writing) {
        this.writer = writer;
        this.witness = witness;
        this.journal = journal;
        this.writing = writing;
    }

    /** To be called after each commit, under the lock. */
    void committed() {
        witness.committed();
        lastCommit = System.nanoTime();
        if (!waiting) {
            waiting = true;
            timer.schedule(this::rest, REST_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (size() > bound) {
            empty();
        }
    }

    /** Whoever reads for long, as a backup does, keeps the journal growing meanwhile; commits do not wait for that. */
    private void empty() {
        try {
            witness.dismiss();
            writer.run("PRAGMA busy_timeout = " + READERS_MILLIS);
            writer.run("PRAGMA wal_checkpoint(TRUNCATE)");
            writer.run("PRAGMA busy_timeout = " + Database.BUSY_MILLIS);
        } catch (IOException | SQLException failure) {
            LOG.log(System.Logger.Level.WARNING, "the journal stays long: {0}", failure.getMessage());
        }
        witness.committed();
        bound = Math.max(BOUND, size() + BOUND / 2);
    }

    private void rest() {
        synchronized (writing) {
            if (closed) {
                return;
            }
            long left = REST_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastCommit);
            if (left > 0) {
                timer.schedule(this::rest, left, TimeUnit.MILLISECONDS);
            } else {
                waiting = false;
                empty();
            }
        }
    }

    private long size() {
        try {
            return Files.size(journal);
        } catch (IOException absent) {
            return 0;
        }
    }

    /** Under the lock; what is under way ends first. */
    @Override
    public void close() {
        closed = true;
        timer.shutdown();
    }
}
