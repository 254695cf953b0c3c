// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import org.pushpin.crdt.MalformedException;

/**
 * The columns of a chunk that are known, each as a range of bytes; the others are passed over. First the table is read, then the data
 * that follow it or a second table. One thread, used again for the next chunk.
 */
public final class Columns {
    private final int[] specs;
    private final byte[][] bytes;
    private final int[] from;
    private final int[] end;
    private final boolean[] deflated;
    private long total;
    private boolean anyDeflated;
    private boolean canonical;

    /** @param specs the known columns, ascending; the place of a column among them is its number here */
    public Columns(int... specs) {
        this.specs = specs;
        bytes = new byte[specs.length][];
        from = new int[specs.length];
        end = new int[specs.length];
        deflated = new boolean[specs.length];
    }

    public void readTable(ByteReader in) throws MalformedException {
        int count = in.readCount(in.remaining() / 2);
        total = 0;
        anyDeflated = false;
        canonical = true;
        long last = -1;
        int column = 0;
        for (int i = 0; i < count; i++) {
            long spec = in.readUnsigned();
            long order = spec & ~ColumnSpec.DEFLATED;
            if (spec < 0 || spec > Integer.MAX_VALUE || order <= last) {
                throw new MalformedException("columns out of order");
            }
            last = order;
            column = skipTo(order, column);
            int length = in.readCount(in.remaining());
            if (column < specs.length && specs[column] == order) {
                set(column++, total, length, order != spec);
            } else {
                canonical = false;
            }
            anyDeflated |= order != spec;
            canonical &= length > 0;
            total += length;
        }
        skipTo(Long.MAX_VALUE, column);
    }

    private int skipTo(long order, int column) {
        int at = column;
        while (at < specs.length && specs[at] < order) {
            set(at++, 0, 0, false);
        }
        return at;
    }

    private void set(int column, long offset, int length, boolean isDeflated) {
        // an offset beyond the data is refused before it is used
        from[column] = (int) Math.min(offset, Integer.MAX_VALUE);
        end[column] = length;
        deflated[column] = isDeflated;
    }

    /** @param inflate null where compressed columns are not allowed */
    public void readData(ByteReader in, Inflate inflate) throws MalformedException {
        if (anyDeflated && inflate == null) {
            throw new MalformedException("a compressed column in a change");
        }
        int start = in.skip((int) Math.min(total, Integer.MAX_VALUE));
        for (int i = 0; i < specs.length; i++) {
            int length = end[i];
            bytes[i] = in.bytes();
            from[i] += start;
            end[i] = from[i] + length;
            if (deflated[i]) {
                bytes[i] = inflate.inflate(in.bytes(), from[i], length);
                from[i] = 0;
                end[i] = bytes[i].length;
            }
        }
    }

    /** Whether every column is known and none is empty. */
    public boolean isCanonical() {
        return canonical;
    }

    /** The array in which a column is, from {@link #from} to {@link #end}. */
    public byte[] bytes(int column) {
        return bytes[column];
    }

    public int from(int column) {
        return from[column];
    }

    public int end(int column) {
        return end[column];
    }

    public boolean isEmpty(int column) {
        return from[column] == end[column];
    }

    public void open(int column, RleReader reader, long rows) {
        reader.reset(bytes[column], from[column], end[column], rows);
    }

    public void open(int column, BooleanReader reader, long rows) {
        reader.reset(bytes[column], from[column], end[column], rows);
    }

    public void open(int column, ByteReader reader) {
        reader.reset(bytes[column], from[column], end[column]);
    }
}
