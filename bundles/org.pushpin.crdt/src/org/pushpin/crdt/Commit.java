// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/** What an {@link Edit} made: the document after it, and the change to store and send. */
public record Commit(Doc document, Change change) {
}
