// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

/**
 * Where the shown document and those that its cards show are; only what is proven.
 *
 * @param here whether all of it has arrived
 * @param saved everything shown is durable on this disk
 * @param peersConnected peers that share the document and are connected now
 * @param peersWithAll how many of them, at least, have acknowledged exactly what is here of each document
 * @param holders how many other devices, connected or not, have acknowledged that all that is shown is durable there; 0 if it is only here
 */
public record Status(boolean here, boolean saved, int peersConnected, int peersWithAll, int holders) {}
