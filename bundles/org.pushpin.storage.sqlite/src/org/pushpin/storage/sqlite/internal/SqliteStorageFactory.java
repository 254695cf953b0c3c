// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StorageFactory;
import org.pushpin.storage.Transfer;
import org.pushpin.storage.Write;

/** The embedded storage as a service: one SQLite database and a folder of blobs per profile. */
@Component(service = StorageFactory.class)
public final class SqliteStorageFactory implements StorageFactory {

    /** Made by the framework, or by a test. */
    @Activate
    public SqliteStorageFactory() {}

    @Override
    public Storage open(Path profile) throws StorageException {
        return SqliteStorage.open(profile);
    }

    @Override
    public void restore(InputStream source, Path profile, List<Write> changes, Transfer progress) throws StorageException, IOException {
        BackupTarget.restore(source, profile, changes, progress);
    }
}
