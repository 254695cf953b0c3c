// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import org.pushpin.crypto.Bytes;

/**
 * A document's state after all batches up to {@code throughRevision}.
 *
 * @param body an Automerge document chunk
 */
public record StoredSnapshot(long throughRevision, Bytes body) {}
