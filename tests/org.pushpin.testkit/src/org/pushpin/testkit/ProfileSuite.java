// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StorageFactory;
import org.pushpin.storage.Write;

/** A new profile, opened, and a document to keep in it. */
abstract class ProfileSuite {

    /** No limit to how many rows are read. */
    static final long ALL = Long.MAX_VALUE;

    @TempDir
    Path profile;

    final Samples samples = new Samples(getClass().getName().hashCode());
    final DocumentId document = samples.document();
    final DocumentSecret secret = samples.secret();
    final WriterId writer = samples.writer();
    StorageFactory factory;
    Storage storage;

    /** The adapter; asked once per test. */
    protected abstract StorageFactory factory();

    @BeforeEach
    void openProfile() throws StorageException {
        factory = factory();
        storage = factory.open(profile);
    }

    @AfterEach
    void closeProfile() throws StorageException {
        storage.close();
    }

    final void reopen() throws StorageException {
        storage.close();
        storage = factory.open(profile);
    }

    final void commit(Write... writes) throws StorageException {
        storage.commit(List.of(writes));
    }
}
