// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.Columns;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.column.Utf8;

/** The values of the operations of a document, row by row or by runs, like {@link DocumentOps}. One thread. */
final class Values {
    /** The most bytes of a code point. */
    private static final int CODE_POINT = 4;

    private final RleReader metas = new RleReader(RleReader.Kind.UNSIGNED);
    private final ByteReader raw = new ByteReader();
    private long meta;
    private int from;

    /** @param first the first of the two columns */
    Values(Columns columns, int first) {
        columns.open(first, metas, Limits.OPS);
        columns.open(first + 1, raw);
    }

    /** Moves to the value of the next row. */
    void read() throws MalformedException {
        meta = metas.next() ? metas.value() : ScalarCodec.NULL;
        from = ScalarCodec.check(meta, raw);
    }

    boolean isDone() {
        return metas.isDone() && raw.isAtEnd();
    }

    /** The array in which {@link #from()} counts. */
    byte[] bytes() {
        return raw.bytes();
    }

    /** Where the present value begins. */
    int from() {
        return from;
    }

    /** Where the present value ends, or the last that was skipped. */
    int end() {
        return raw.position();
    }

    private int length() {
        return (int) ScalarCodec.length(meta);
    }

    boolean isNumber() {
        int type = ScalarCodec.type(meta);
        return type == ScalarCodec.INT || type == ScalarCodec.UINT;
    }

    /** Whether it is a text of one code point. */
    boolean isCodePoint() {
        int length = length();
        return ScalarCodec.type(meta) == ScalarCodec.STR && length > 0 && length <= CODE_POINT
                && Utf8.length(raw.bytes()[from]) == length;
    }

    Scalar scalar() {
        return ScalarCodec.value(ScalarCodec.type(meta), raw.bytes(), from, length());
    }

    /** How many of the next values, {@code most} at most, are one code point each and as long as the present one, which is one. */
    int following(int most) throws MalformedException {
        int length = length();
        byte[] bytes = raw.bytes();
        int begin = raw.position();
        int end = (int) Math.min(raw.end(), begin + Math.min(most, metas.following(meta)) * length);
        int at = begin;
        while (at + length <= end && Utf8.length(bytes, at, end) == length) {
            at += length;
        }
        return (at - begin) / length;
    }

    /** Moves on by so many of the values that {@link #following} told of. */
    void skip(int count) throws MalformedException {
        metas.skip(count);
        raw.skip(count * length());
    }
}
