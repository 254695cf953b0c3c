// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

/**
 * The truth about where a document is; nothing here is guessed from presence.
 *
 * @param saved everything shown is durable on this disk
 * @param peersConnected peers that share this document and are connected now
 * @param peersWithAll those of them that have acknowledged exactly what is here
 */
public record SyncStatus(boolean saved, int peersConnected, int peersWithAll) {}
