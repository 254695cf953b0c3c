// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.List;

/** The columns of a chunk, by specification number: {@code id << 4 | deflated << 3 | type} ({@code package-info}, "Columns"). */
final class Columns {
    static final int OBJECT_ACTOR = 0x01;
    static final int OBJECT_COUNTER = 0x02;
    static final int KEY_ACTOR = 0x11;
    static final int KEY_COUNTER = 0x13;
    static final int KEY_STRING = 0x15;
    static final int ID_ACTOR = 0x21;
    static final int ID_COUNTER = 0x23;
    static final int INSERT = 0x34;
    static final int ACTION = 0x42;
    static final int VALUE_META = 0x56;
    static final int VALUE_RAW = 0x57;
    static final int PRED_COUNT = 0x70;
    static final int PRED_ACTOR = 0x71;
    static final int PRED_COUNTER = 0x73;
    static final int SUCC_COUNT = 0x80;
    static final int SUCC_ACTOR = 0x81;
    static final int SUCC_COUNTER = 0x83;
    static final int EXPAND = 0x94;
    static final int MARK_NAME = 0xa5;

    static final int CHANGE_ACTOR = 0x01;
    static final int CHANGE_SEQ = 0x03;
    static final int CHANGE_MAX_OP = 0x13;
    static final int CHANGE_TIME = 0x23;
    static final int CHANGE_MESSAGE = 0x35;
    static final int CHANGE_DEPS_COUNT = 0x40;
    static final int CHANGE_DEPS_INDEX = 0x43;
    static final int CHANGE_EXTRA_META = 0x56;
    static final int CHANGE_EXTRA_RAW = 0x57;

    private static final int DEFLATED = 0x08;

    private record Column(int spec, int length, ByteWriter out) {
    }

    private final List<Column> columns = new ArrayList<>();
    private final List<ByteReader> contents = new ArrayList<>();

    /** Adds a column to write, in ascending order; an empty one is left out. */
    Columns add(int spec, ByteWriter content) {
        if (content.size() > 0) {
            columns.add(new Column(spec, content.size(), content));
        }
        return this;
    }

    /** Replaces columns of a certain size by deflated ones. */
    Columns deflated(Deflate deflate) {
        columns.replaceAll(c -> {
            ByteWriter small = deflate.deflateWithinLimits(c.out.storage(), c.length);
            return small == null ? c : new Column(c.spec | DEFLATED, small.size(), small);
        });
        return this;
    }

    void writeMeta(ByteWriter out) {
        out.writeUnsigned(columns.size());
        columns.forEach(c -> out.writeUnsigned(c.spec).writeUnsigned(c.length));
    }

    void writeData(ByteWriter out) {
        columns.forEach(c -> out.write(c.out));
    }

    static Columns readMeta(ByteReader in) throws MalformedException {
        Columns columns = new Columns();
        int count = in.readCount(in.remaining() / 2);
        long last = -1;
        for (int i = 0; i < count; i++) {
            long spec = in.readUnsigned();
            long order = spec & ~DEFLATED;
            if (spec < 0 || spec > Integer.MAX_VALUE || order <= last) {
                throw new MalformedException("columns out of order");
            }
            last = order;
            columns.columns.add(new Column((int) spec, in.readCount(in.remaining()), null));
        }
        return columns;
    }

    /** @param deflate null where compressed columns are not allowed */
    void readData(ByteReader in, Deflate deflate) throws MalformedException {
        for (Column c : columns) {
            if ((c.spec & DEFLATED) == 0) {
                contents.add(in.slice(c.length));
            } else if (deflate == null) {
                throw new MalformedException("a compressed column in a change");
            } else {
                contents.add(new ByteReader(deflate.inflate(in.readBytes(c.length))));
            }
        }
    }

    /** The content of a column that was read; nothing if it is absent. */
    ByteReader get(int spec) {
        for (int i = 0; i < columns.size(); i++) {
            if ((columns.get(i).spec & ~DEFLATED) == spec) {
                return contents.get(i);
            }
        }
        return new ByteReader(new byte[0]);
    }
}
