// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.pushpin.crypto.Bytes;
import org.pushpin.repo.internal.commit.GroupCommit;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/** What this profile remembers by name for whoever uses the repo; never replicated. What was put is read at once. Any thread. */
final class Settings {

    private static final System.Logger LOG = System.getLogger(Settings.class.getName());
    private static final String LANE = "io/settings";
    private static final String PREFIX = "local.";

    private final GroupCommit commits;
    private final Map<String, Bytes> unsaved = new ConcurrentHashMap<>();

    Settings(GroupCommit commits) {
        this.commits = commits;
    }

    Optional<Bytes> get(String name) {
        Bytes value = unsaved.get(name);
        if (value != null) {
            return Optional.of(value);
        }
        try {
            return commits.storage().setting(PREFIX + name);
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "a setting cannot be read: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    void put(String name, Bytes value) {
        unsaved.put(name, value);
        commits.submit(List.of(new Write.Setting(PREFIX + name, value)), LANE, failure -> {
            if (failure.isEmpty()) {
                unsaved.remove(name, value);
            }
        });
    }
}
