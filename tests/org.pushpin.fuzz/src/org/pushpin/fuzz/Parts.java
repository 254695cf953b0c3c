// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A document or change taken apart into columns, which can be changed one by one and put together again. The parser believes everything:
 * it is for chunks that were sound once.
 */
final class Parts {
    private static final int DEFLATED = 8;

    /** A column; {@code lie} is added to the length that the table claims. */
    static final class Column {
        int spec;
        byte[] data;
        int lie;

        Column(int spec, byte[] data) {
            this.spec = spec;
            this.data = data;
        }

        boolean isDeflated() {
            return (spec & DEFLATED) != 0;
        }
    }

    final int type;
    /** What stands before the column tables: dependencies or actors and so on. */
    byte[] head;
    /** The columns of the changes, in a document. */
    final List<Column> changes = new ArrayList<>();
    final List<Column> operations = new ArrayList<>();
    /** What stands behind the columns. */
    byte[] tail;

    private Parts(int type) {
        this.type = type;
    }

    /** Takes one chunk, of type document or change, apart. */
    static Parts of(byte[] chunk) {
        Input in = new Input(chunk);
        in.next(8);
        int type = in.next();
        byte[] body = in.next(in.count());
        return type == Framing.DEFLATED_CHANGE ? of(Framing.CHANGE, Framing.inflated(body)) : of(type, body);
    }

    private static Parts of(int type, byte[] body) {
        Parts parts = new Parts(type);
        Input in = new Input(body);
        if (type == Framing.DOCUMENT) {
            skipPrefixed(in);
            in.next(in.count() * 32);
        } else {
            in.next(in.count() * 32);
            in.next(in.count());
            in.unsigned();
            in.unsigned();
            in.unsigned();
            in.next(in.count());
            skipPrefixed(in);
        }
        parts.head = in.from(0);
        int[] changeLengths = type == Framing.DOCUMENT ? table(in, parts.changes) : new int[0];
        int[] lengths = table(in, parts.operations);
        fill(in, parts.changes, changeLengths);
        fill(in, parts.operations, lengths);
        parts.tail = in.next(in.remaining());
        return parts;
    }

    private static void skipPrefixed(Input in) {
        for (int n = in.count(); n > 0; n--) {
            in.next(in.count());
        }
    }

    private static int[] table(Input in, List<Column> columns) {
        int[] lengths = new int[in.count()];
        for (int i = 0; i < lengths.length; i++) {
            columns.add(new Column((int) in.unsigned(), new byte[0]));
            lengths[i] = in.count();
        }
        return lengths;
    }

    private static void fill(Input in, List<Column> columns, int[] lengths) {
        for (int i = 0; i < lengths.length; i++) {
            Column column = columns.get(i);
            byte[] stored = in.next(lengths[i]);
            column.data = column.isDeflated() ? Framing.inflated(stored) : stored;
        }
    }

    /** Replaces the heads of a document, and leaves out what says which changes these are. */
    void heads(List<byte[]> hashes) {
        Input in = new Input(head);
        skipPrefixed(in);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(in.from(0));
        out.writeBytes(Leb.unsigned(hashes.size()));
        hashes.forEach(out::writeBytes);
        head = out.toByteArray();
        tail = new byte[0];
    }

    List<Column> all() {
        List<Column> all = new ArrayList<>(changes);
        all.addAll(operations);
        return all;
    }

    /** The chunk, with a checksum that fits. */
    byte[] chunk() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        if (type == Framing.DOCUMENT) {
            write(changes, out, data);
        }
        write(operations, out, data);
        out.writeBytes(data.toByteArray());
        out.writeBytes(tail);
        return Framing.chunk(type, out.toByteArray());
    }

    private static void write(List<Column> columns, ByteArrayOutputStream table, ByteArrayOutputStream data) {
        table.writeBytes(Leb.unsigned(columns.size()));
        for (Column column : columns) {
            byte[] stored = column.isDeflated() ? Framing.deflated(column.data) : column.data;
            table.writeBytes(Leb.unsigned(column.spec & 0xffff_ffffL));
            table.writeBytes(Leb.unsigned(Math.max(0, stored.length + column.lie)));
            data.writeBytes(stored);
        }
    }

    /** Replaces {@code length} bytes at {@code at} by others, within what there is. */
    static byte[] spliced(byte[] bytes, int at, int length, byte[] insert) {
        int from = Math.min(Math.max(at, 0), bytes.length);
        int to = Math.min(from + length, bytes.length);
        byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + insert.length);
        System.arraycopy(insert, 0, result, from, insert.length);
        System.arraycopy(bytes, to, result, from + insert.length, bytes.length - to);
        return result;
    }
}
