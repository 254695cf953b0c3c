// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ColumnsWriter;

/** Collects the columns of one table of a document, each as {@link ColumnDeflater} makes it. One thread. */
final class DocumentColumns {
    private final ColumnDeflater deflater;
    private final int table;
    private final ColumnsWriter columns = new ColumnsWriter();
    private long bytes;

    /**
     * @param deflater null to leave all as they are
     * @param table tells equal specifications of different tables apart
     */
    DocumentColumns(ColumnDeflater deflater, int table) {
        this.deflater = deflater;
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
        ByteWriter small = deflater == null ? null : deflater.deflate(table << 8 | spec, content, text);
        if (small == null) {
            columns.add(spec, content);
        } else {
            columns.addDeflated(spec, small);
        }
        return this;
    }

    /** Of all columns, inflated. */
    long bytes() {
        return bytes;
    }

    void writeTable(ByteWriter out) {
        columns.writeTable(out);
    }

    void writeData(ByteWriter out) {
        columns.writeData(out);
    }
}
