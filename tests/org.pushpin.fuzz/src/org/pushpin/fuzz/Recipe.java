// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Mutations of a chunk's columns, as a fuzzer's bytes say: each step takes a kind, a column and what the kind needs. So a fuzzer that
 * knows nothing of the format changes one number in one column and leaves the rest sound.
 */
final class Recipe {
    /** No column grows past this: a bomb has to be a claim, not bytes. */
    private static final int MOST = 1 << 18;
    private static final int STEPS = 32;
    /** Columns that a document or change may have, and some that it may not. */
    private static final int[] SPECS = {0x01, 0x02, 0x03, 0x11, 0x13, 0x15, 0x21, 0x23, 0x34, 0x35, 0x40, 0x42, 0x43, 0x56, 0x57, 0x70, 0x71,
        0x73, 0x80, 0x81, 0x83, 0x94, 0xa5, 0xf2, 0x7fff_fff7, -1};

    private final Parts parts;
    private final Input in;

    private Recipe(Parts parts, Input in) {
        this.parts = parts;
        this.in = in;
    }

    static void cook(Parts parts, Input in) {
        Recipe recipe = new Recipe(parts, in);
        for (int i = 0; i < STEPS && !in.isAtEnd(); i++) {
            recipe.step();
        }
    }

    private void step() {
        int kind = in.next() & 15;
        List<Parts.Column> all = parts.all();
        if (kind >= 13 || all.isEmpty()) {
            frame(kind);
            return;
        }
        Parts.Column column = all.get(in.next() % all.size());
        if (kind < 8) {
            content(kind, column);
        } else {
            table(kind, column, all.get(in.next() % all.size()));
        }
    }

    private void content(int kind, Parts.Column column) {
        byte[] data = column.data;
        column.data = switch (kind) {
            case 0 -> Parts.spliced(data, at(data), 1, in.next(1));
            case 1 -> Parts.spliced(data, at(data), 0, in.next(in.next() & 15));
            case 2 -> Parts.spliced(data, at(data), 1 + (in.next() & 15), new byte[0]);
            case 3, 4 -> number(data, Leb.edge(in.next()));
            case 5 -> number(data, Leb.signed((byte) in.next()));
            case 6 -> run(Leb.edge(in.next()), in.next(1 + (in.next() & 7)));
            default -> repeated(data, in.next());
        };
    }

    private int at(byte[] data) {
        return data.length == 0 ? 0 : in.nextShort() % (data.length + 1);
    }

    /** Replaces the n-th number. */
    private byte[] number(byte[] data, byte[] by) {
        int at = 0;
        for (int n = in.next(); n > 0 && at < data.length; n--) {
            at = Leb.skip(data, at);
        }
        return Parts.spliced(data, at, Leb.skip(data, at) - at, by);
    }

    private static byte[] run(byte[] count, byte[] value) {
        return Parts.spliced(count, count.length, 0, value);
    }

    private static byte[] repeated(byte[] data, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i <= times && out.size() + data.length <= MOST; i++) {
            out.writeBytes(data);
        }
        return out.toByteArray();
    }

    private void table(int kind, Parts.Column column, Parts.Column other) {
        List<Parts.Column> home = parts.changes.contains(column) ? parts.changes : parts.operations;
        switch (kind) {
            case 8 -> home.remove(column);
            case 9 -> column.spec ^= 8;
            case 10 -> respecify(home, column, in.next());
            case 11 -> column.data = other.data;
            default -> {
                column.lie = (byte) in.next();
                other.lie -= column.lie;
            }
        }
    }

    private void frame(int kind) {
        switch (kind) {
            case 13 -> parts.head = Parts.spliced(parts.head, at(parts.head), in.next() & 3, in.next(in.next() & 7));
            case 14 -> parts.head = number(parts.head, Leb.edge(in.next()));
            default -> parts.tail = Parts.spliced(parts.tail, at(parts.tail), in.next() & 3, in.next(in.next() & 7));
        }
    }

    /** Gives the column another number, or adds a copy of it under that number, where it belongs. */
    private static void respecify(List<Parts.Column> columns, Parts.Column column, int which) {
        int spec = SPECS[(which >> 1) % SPECS.length];
        if ((which & 1) == 0) {
            column.spec = spec;
            return;
        }
        int at = 0;
        while (at < columns.size() && columns.get(at).spec < spec) {
            at++;
        }
        columns.add(at, new Parts.Column(spec, column.data));
    }
}
