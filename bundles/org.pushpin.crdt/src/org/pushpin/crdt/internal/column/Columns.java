// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.util.Arrays;

import org.pushpin.crdt.MalformedException;

/**
 * The columns of a chunk that are known, each as a range of bytes; the others are passed over. First the table is read, then the data
 * that follow it or a second table. One thread, used again for the next chunk.
 */
public final class Columns {
    private final int[] specs;
    private final int[] from;
    private final int[] end;
    /** Of deflated columns; the others are in {@link #source}. */
    private final byte[][] inflated;
    private final boolean[] deflated;
    private byte[] source;
    private long total;
    private boolean anyDeflated;
    private boolean canonical;

    /** @param specs the known columns, ascending; the place of a column among them is its number here */
    public Columns(int... specs) {
        this.specs = specs;
        from = new int[specs.length];
        end = new int[specs.length];
        inflated = new byte[specs.length][];
        deflated = new boolean[specs.length];
    }

    public void readTable(ByteReader in) throws MalformedException {
        int count = in.readCount(in.remaining() / 2);
        forgetDeflated();
        total = 0;
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
            column = leaveOut(order, column);
            int length = in.readCount(in.remaining());
            if (column < specs.length && specs[column] == order) {
                deflated[column] = order != spec;
                set(column++, length);
            } else {
                canonical = false;
            }
            anyDeflated |= order != spec;
            canonical &= length > 0;
            total += length;
        }
        leaveOut(Long.MAX_VALUE, column);
    }

    /** Makes the columns before {@code order} empty, and returns the next. */
    private int leaveOut(long order, int first) {
        int column = first;
        while (column < specs.length && specs[column] < order) {
            set(column++, 0);
        }
        return column;
    }

    private void forgetDeflated() {
        if (anyDeflated) {
            Arrays.fill(inflated, null);
            Arrays.fill(deflated, false);
            anyDeflated = false;
        }
    }

    /** An offset beyond the data is refused before it is used. */
    private void set(int column, int length) {
        from[column] = (int) Math.min(total, Integer.MAX_VALUE);
        end[column] = length;
    }

    /** @param inflate null where compressed columns are not allowed */
    public void readData(ByteReader in, Inflate inflate) throws MalformedException {
        if (anyDeflated && inflate == null) {
            throw new MalformedException("a compressed column in a change");
        }
        source = in.bytes();
        int start = in.skip((int) Math.min(total, Integer.MAX_VALUE));
        for (int i = 0; i < specs.length; i++) {
            from[i] += start;
            end[i] += from[i];
        }
        for (int i = 0; anyDeflated && i < specs.length; i++) {
            if (deflated[i]) {
                inflated[i] = inflate.inflate(source, from[i], end[i] - from[i]);
                from[i] = 0;
                end[i] = inflated[i].length;
            }
        }
    }

    /** Whether every column is known and none is empty. */
    public boolean isCanonical() {
        return canonical;
    }

    /** The array in which a column is, from {@link #from} to {@link #end}. */
    public byte[] bytes(int column) {
        return inflated[column] == null ? source : inflated[column];
    }

    public int from(int column) {
        return from[column];
    }

    public int end(int column) {
        return end[column];
    }

    /** How many are known. */
    public int count() {
        return specs.length;
    }

    public boolean isEmpty(int column) {
        return from[column] == end[column];
    }

    public void open(int column, RleReader reader, long rows) {
        reader.reset(bytes(column), from[column], end[column], rows);
    }

    public void open(int column, BooleanReader reader, long rows) {
        reader.reset(bytes(column), from[column], end[column], rows);
    }

    public void open(int column, ByteReader reader) {
        reader.reset(bytes(column), from[column], end[column]);
    }
}
