// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ColumnsWriter;
import org.pushpin.crdt.internal.column.Limits;

/** The columns of one table of a document. One thread. */
final class DocumentColumns {
    private static final int SPEC_BITS = 8;

    private final List<ColumnDeflater.Column> columns = new ArrayList<>();
    private final int table;
    private long bytes;

    /** @param table tells equal specifications of different tables apart */
    DocumentColumns(int table) {
        this.table = table;
    }

    /** A column of numbers. */
    DocumentColumns add(int spec, ByteWriter content) {
        return add(spec, content, false);
    }

    /** A column in which words may be repeated over long distances. */
    DocumentColumns addText(int spec, ByteWriter content) {
        return add(spec, content, true);
    }

    private DocumentColumns add(int spec, ByteWriter content, boolean text) {
        bytes += content.size();
        columns.add(new ColumnDeflater.Column(table << SPEC_BITS | spec, content, text));
        return this;
    }

    List<ColumnDeflater.Column> columns() {
        return columns;
    }

    /** Of all columns, inflated. */
    long bytes() {
        return bytes;
    }

    /**
     * The columns as they are written: deflated where that helps and a reader takes it.
     *
     * @param deflated by key
     * @param budget bytes that may be deflated
     */
    ColumnsWriter written(Map<Integer, DeflatedColumn> deflated, long budget) {
        ColumnsWriter written = new ColumnsWriter();
        long left = budget;
        for (ColumnDeflater.Column column : columns) {
            int length = column.content().size();
            int spec = column.key() & (1 << SPEC_BITS) - 1;
            DeflatedColumn small = deflated.get(column.key());
            if (small == null || length > left || !isAccepted(length, small.size())) {
                written.add(spec, column.content());
            } else {
                left -= length;
                written.addDeflated(spec, small.write());
            }
        }
        return written;
    }

    private static boolean isAccepted(int length, int small) {
        return small < length && (length <= Limits.RATIO_FREE || length <= (long) Limits.RATIO * small);
    }
}
