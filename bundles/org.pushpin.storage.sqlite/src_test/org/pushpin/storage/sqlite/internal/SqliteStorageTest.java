// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import org.pushpin.storage.StorageFactory;
import org.pushpin.testkit.StorageConformance;

final class SqliteStorageTest extends StorageConformance {

    @Override
    protected StorageFactory factory() {
        return new SqliteStorageFactory();
    }
}
