// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

import org.pushpin.repo.Profile;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.RepoParts;
import org.pushpin.repo.internal.ThreadScheduler;
import org.pushpin.repo.internal.profile.SessionFiles;
import org.pushpin.storage.sqlite.internal.SqliteStorageFactory;

/** A profile opened as the product opens it, with SQLite below and without a transport. */
final class OpenProfile implements AutoCloseable {
    private final ThreadScheduler scheduler = new ThreadScheduler();
    private final OpenRepo repo;

    OpenProfile(Path directory) throws Exception {
        new Profile(directory).create();
        SessionFiles sessions = new SessionFiles(directory.resolveSibling(directory.getFileName() + ".sessions"), Path.of("/etc/machine-id"));
        repo = OpenRepo.open(new RepoParts(directory, new SqliteStorageFactory(), scheduler, List.of(), new SecureRandom(), sessions));
    }

    OpenRepo repo() {
        return repo;
    }

    ThreadScheduler scheduler() {
        return scheduler;
    }

    @Override
    public void close() {
        repo.close();
        scheduler.close();
    }
}
