// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/**
 * Which of several marks of one name counts on a stretch of a text: the one that was made last.
 *
 * @param start first UTF-16 unit
 * @param end behind the last one
 * @param mark its beginning
 */
public record NewestMark(int start, int end, OpId mark) {
}
