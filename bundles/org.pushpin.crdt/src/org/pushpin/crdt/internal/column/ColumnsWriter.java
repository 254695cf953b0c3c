// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.util.Arrays;

/** Collects the columns to write in one table, ascending; empty ones are left out. One thread; {@link #clear()} for the next table. */
public final class ColumnsWriter {
    private int[] specs = new int[16];
    private ByteWriter[] contents = new ByteWriter[16];
    private int count;

    public void clear() {
        count = 0;
    }

    /** The content is taken as it is, and written by {@link #writeData}. */
    public ColumnsWriter add(int spec, ByteWriter content) {
        if (content.size() > 0) {
            if (count == specs.length) {
                specs = Arrays.copyOf(specs, count * 2);
                contents = Arrays.copyOf(contents, count * 2);
            }
            specs[count] = spec;
            contents[count++] = content;
        }
        return this;
    }

    /** Adds a column in the form that {@link #deflated} gave. */
    public ColumnsWriter addDeflated(int spec, ByteWriter content) {
        return add(spec | ColumnSpec.DEFLATED, content);
    }

    /** The deflated form of a column that is long enough for that to help, else null. */
    public static ByteWriter deflated(ByteWriter content, Deflate deflate) {
        if (content.size() < Deflate.MIN_SIZE) {
            return null;
        }
        ByteWriter small = new ByteWriter(content.size() / 2 + 64);
        return deflate.deflate(content.storage(), 0, content.size(), small) ? small : null;
    }

    /** Replaces all columns of a certain size by deflated ones. */
    public ColumnsWriter deflate(Deflate deflate) {
        for (int i = 0; i < count; i++) {
            ByteWriter small = (specs[i] & ColumnSpec.DEFLATED) != 0 ? null : deflated(contents[i], deflate);
            if (small != null) {
                specs[i] |= ColumnSpec.DEFLATED;
                contents[i] = small;
            }
        }
        return this;
    }

    public void writeTable(ByteWriter out) {
        out.writeUnsigned(count);
        for (int i = 0; i < count; i++) {
            out.writeUnsigned(specs[i]).writeUnsigned(contents[i].size());
        }
    }

    public void writeData(ByteWriter out) {
        for (int i = 0; i < count; i++) {
            out.write(contents[i]);
        }
    }
}
