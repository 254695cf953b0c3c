// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

import org.pushpin.benchmarks.Adapters;
import org.pushpin.network.Transport;
import org.pushpin.repo.Profile;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.RepoParts;
import org.pushpin.repo.internal.ThreadScheduler;
import org.pushpin.repo.internal.profile.SessionFiles;
import org.pushpin.search.Search;

/** A profile opened as the product opens it, with SQLite below. */
public final class OpenProfile implements AutoCloseable {
    private final ThreadScheduler scheduler = new ThreadScheduler();
    private final Profile profile;
    private final OpenRepo repo;
    private Search search;

    /** Without a transport. */
    public OpenProfile(Path directory) throws Exception {
        this(directory, List.of());
    }

    public OpenProfile(Path directory, List<Transport> transports) throws Exception {
        profile = new Profile(directory);
        profile.create();
        SessionFiles sessions = new SessionFiles(directory.resolveSibling(directory.getFileName() + ".sessions"), Path.of("/etc/machine-id"));
        repo = OpenRepo.open(new RepoParts(directory, Adapters.storage(), scheduler, transports, new SecureRandom(), sessions));
    }

    public OpenRepo repo() {
        return repo;
    }

    /** The index of what the documents hold, brought up to date beside. */
    Search search() throws ReflectiveOperationException {
        if (search == null) {
            search = Adapters.search(profile, repo);
        }
        return search;
    }

    ThreadScheduler scheduler() {
        return scheduler;
    }

    @Override
    public void close() throws ReflectiveOperationException {
        if (search != null) {
            Adapters.close(search);
        }
        repo.close();
        scheduler.close();
    }
}
