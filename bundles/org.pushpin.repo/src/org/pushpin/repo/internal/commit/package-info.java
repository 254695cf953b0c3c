// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** Makes the writes of all documents durable together: one fsync for everything that is waiting. */
package org.pushpin.repo.internal.commit;
