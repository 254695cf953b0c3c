// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/**
 * How much there is in a document.
 *
 * @param changes that are applied
 * @param waiting changes that wait for others
 * @param operations of the applied changes, deletions included
 * @param actors who made changes
 * @param objects the root, and all that were ever made
 */
public record Stats(int changes, int waiting, long operations, int actors, int objects) {
}
