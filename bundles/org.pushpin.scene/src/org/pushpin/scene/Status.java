// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

/**
 * Where the shown document is; only what is proven.
 *
 * @param here whether all of it has arrived
 * @param saved everything shown is durable on this disk
 * @param peersConnected peers that share this document and are connected now
 * @param peersWithAll those of them that have acknowledged exactly what is here
 */
public record Status(boolean here, boolean saved, int peersConnected, int peersWithAll) {}
