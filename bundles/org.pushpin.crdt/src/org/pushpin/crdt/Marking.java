// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/**
 * A mark as an edit made it, for taking it back.
 *
 * @param begin its beginning, an element of the text that shows nothing; the id of its end is the next
 * @param value null as a {@link Scalar} if it takes marks away
 */
public record Marking(ObjectId text, OpId begin, String name, Scalar value, ExpandMark expand) {
}
