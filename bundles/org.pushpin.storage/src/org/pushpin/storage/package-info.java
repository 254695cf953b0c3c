// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * The port behind which a profile is kept: what an adapter (SQLite, memory, a cluster) must promise. Adapters are
 * OSGi services of type {@link org.pushpin.storage.StorageFactory}.
 */
package org.pushpin.storage;
