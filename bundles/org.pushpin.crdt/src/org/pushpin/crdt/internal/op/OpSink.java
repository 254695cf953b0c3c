// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import org.pushpin.crdt.Scalar;

/** Is told operations of an author, in order of their counters, as a change says them. Arrays are not kept. */
public interface OpSink {
    /**
     * Any operation.
     *
     * @param key of a map, or null
     * @param element in a sequence, the element to change or to insert after, {@link Ids#NONE} for the beginning
     * @param preds ascending
     * @param mark the name of a mark that begins here, else null
     */
    void append(long object, String key, long element, boolean insert, int action, Scalar value, long[] preds, boolean expand, String mark);

    /** Insertions of one code point each, the first after {@code reference}, each other after the one before. */
    void textRun(long sequence, long reference, byte[] utf8, int from, int length, int elements);

    /** Deletions, one operation each, of elements that have no other operation; their counters go on by {@code stride}. */
    void deleteRun(long sequence, long element, int elements, int stride);
}
