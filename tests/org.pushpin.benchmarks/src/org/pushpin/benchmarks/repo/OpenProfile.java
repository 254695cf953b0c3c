// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

import org.pushpin.repo.Profile;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.RepoParts;
import org.pushpin.repo.internal.ThreadScheduler;
import org.pushpin.repo.internal.profile.SessionFiles;
import org.pushpin.search.Search;
import org.pushpin.search.internal.SearchComponent;
import org.pushpin.search.sqlite.internal.SqliteSearchFactory;
import org.pushpin.storage.sqlite.internal.SqliteStorageFactory;

/** A profile opened as the product opens it, with SQLite below and without a transport. */
final class OpenProfile implements AutoCloseable {
    private final ThreadScheduler scheduler = new ThreadScheduler();
    private final Profile profile;
    private final OpenRepo repo;
    private SearchComponent search;

    OpenProfile(Path directory) throws Exception {
        profile = new Profile(directory);
        profile.create();
        SessionFiles sessions = new SessionFiles(directory.resolveSibling(directory.getFileName() + ".sessions"), Path.of("/etc/machine-id"));
        repo = OpenRepo.open(new RepoParts(directory, new SqliteStorageFactory(), scheduler, List.of(), new SecureRandom(), sessions));
    }

    OpenRepo repo() {
        return repo;
    }

    /** The index of what the documents hold, brought up to date beside. */
    Search search() {
        if (search == null) {
            search = new SearchComponent(profile, repo, new SqliteSearchFactory());
        }
        return search;
    }

    ThreadScheduler scheduler() {
        return scheduler;
    }

    @Override
    public void close() throws ReflectiveOperationException {
        if (search != null) {
            Method close = SearchComponent.class.getDeclaredMethod("close"); // the framework's business, otherwise
            close.setAccessible(true);
            close.invoke(search);
        }
        repo.close();
        scheduler.close();
    }
}
