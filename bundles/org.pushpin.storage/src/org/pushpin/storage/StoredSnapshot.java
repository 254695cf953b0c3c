// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import org.pushpin.crypto.Bytes;

/**
 * A document's state after all batches up to {@code throughRevision} that had been applied when it was made.
 *
 * @param body whatever the writer of the snapshot put there
 */
public record StoredSnapshot(long throughRevision, Bytes body) {}
