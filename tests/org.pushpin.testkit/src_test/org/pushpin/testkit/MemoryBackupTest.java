// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import org.pushpin.storage.StorageFactory;

final class MemoryBackupTest extends BackupConformance {

    @Override
    protected StorageFactory factory() {
        return new MemoryDisk();
    }
}
