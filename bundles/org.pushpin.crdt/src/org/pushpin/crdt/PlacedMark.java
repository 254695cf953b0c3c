// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/**
 * A mark and where it is now, whether it shows there or another hides it.
 *
 * @param start first UTF-16 unit
 * @param end behind the last one
 */
public record PlacedMark(int start, int end, Marking marking) {
}
