// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.ColumnsWriter;
import org.pushpin.crdt.internal.op.Action;

/** Random changes in this format, encoded as no writer would, now and then: runs cut elsewhere, optional things spelt out. */
final class LooseChanges {
    private static final String[] TEXTS = {"a", "b", "é", "漢", "😀", "ab", "", "é"};

    private enum Kind {
        UNSIGNED, DELTA, TEXT
    }

    private final Random random;
    /** Of 100, how often something is not as a writer would have it. */
    private int looseness;
    private List<Long> objectActor;
    private List<Long> objectCounter;
    private List<Long> keyActor;
    private List<Long> keyCounter;
    private List<String> keyString;
    private List<Boolean> insert;
    private List<Long> action;
    private List<Long> valueMeta;
    private ByteWriter valueRaw;
    private List<Long> predCount;
    private List<Long> predActor;
    private List<Long> predCounter;
    private List<Boolean> expand;
    private List<String> mark;
    private int actors;
    private int startOp;

    LooseChanges(Random random) {
        this.random = random;
    }

    private boolean loose() {
        return random.nextInt(100) < looseness;
    }

    byte[] next() {
        looseness = random.nextInt(3) == 0 ? 0 : random.nextInt(12);
        actors = 1 + random.nextInt(3);
        startOp = 1 + random.nextInt(200);
        clear();
        for (int n = random.nextInt(5); n > 0; n--) {
            addRows();
        }
        ByteWriter body = head();
        ColumnsWriter columns = columns();
        columns.writeTable(body);
        columns.writeData(body);
        body.write(new byte[random.nextInt(4) == 0 ? random.nextInt(5) : 0]);
        return Chunk.of(Chunk.CHANGE, body, new ChunkHasher()).bytes();
    }

    private void clear() {
        objectActor = new ArrayList<>();
        objectCounter = new ArrayList<>();
        keyActor = new ArrayList<>();
        keyCounter = new ArrayList<>();
        keyString = new ArrayList<>();
        insert = new ArrayList<>();
        action = new ArrayList<>();
        valueMeta = new ArrayList<>();
        valueRaw = new ByteWriter();
        predCount = new ArrayList<>();
        predActor = new ArrayList<>();
        predCounter = new ArrayList<>();
        expand = new ArrayList<>();
        mark = new ArrayList<>();
    }

    private ByteWriter head() {
        ByteWriter body = new ByteWriter();
        int deps = random.nextInt(3);
        body.writeUnsigned(deps);
        for (int i = 0; i < deps; i++) {
            byte[] dep = new byte[32];
            dep[0] = (byte) (i * 100);
            dep[1] = (byte) random.nextInt();
            body.write(dep);
        }
        body.writePrefixed(new byte[] {5, 5}).writeUnsigned(1 + random.nextInt(300)).writeUnsigned(startOp);
        body.writeSigned(random.nextInt(1 << 30) - (1 << 29)).writePrefixed(random.nextBoolean() ? "" : "message é");
        body.writeUnsigned(actors - 1L);
        boolean swapped = loose();
        for (int i = 1; i < actors; i++) {
            body.writePrefixed(new byte[] {(byte) (swapped ? 9 - i : i * 3), 1});
        }
        return body;
    }

    private long actor() {
        return random.nextInt(actors);
    }

    private void addRows() {
        boolean root = random.nextInt(3) == 0;
        Long maker = root ? null : Long.valueOf(actor());
        Long counter = root ? null : Long.valueOf(1 + random.nextInt(3));
        int kind = random.nextInt(5);
        long target = 1 + random.nextInt(100);
        long author = actor();
        int step = random.nextInt(3) - 1;
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            objectActor.add(maker);
            objectCounter.add(counter);
            switch (kind) {
                case 0 -> onKey();
                case 1 -> typed();
                case 2 -> deleted(author, target);
                case 3 -> inserted();
                default -> updated(author, target);
            }
            target = Math.max(1, target + step);
        }
    }

    private void place(Long actor, Long counter, String key) {
        keyActor.add(actor);
        keyCounter.add(counter);
        keyString.add(key);
    }

    private void what(boolean inserts, int code, boolean expands, String name) {
        insert.add(inserts);
        action.add((long) code);
        expand.add(expands);
        mark.add(name);
    }

    private void value(int type, byte[] raw) {
        valueMeta.add(type == 0 && loose() ? null : Long.valueOf((long) raw.length << 4 | type));
        valueRaw.write(raw);
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        value(6, utf8);
    }

    private void anyValue() {
        switch (random.nextInt(5)) {
            case 0 -> value(0, new byte[0]);
            case 1 -> value(1 + random.nextInt(2), new byte[0]);
            case 2 -> value(3 + random.nextInt(2), new byte[] {(byte) random.nextInt(64)});
            case 3 -> value(7 + 6 * random.nextInt(2), new byte[random.nextInt(3)]);
            default -> text(TEXTS[random.nextInt(TEXTS.length)]);
        }
    }

    private void preds(int number) {
        predCount.add(number == 0 && loose() ? null : Long.valueOf(number));
        long counter = 1 + random.nextInt(5);
        for (int i = 0; i < number; i++) {
            predActor.add(actor());
            predCounter.add(counter);
            counter += 1 + random.nextInt(2);
        }
    }

    private void onKey() {
        place(null, null, random.nextBoolean() ? "k" : "k" + random.nextInt(4));
        boolean deletes = random.nextInt(4) == 0;
        what(false, deletes ? Action.DELETE : random.nextBoolean() ? Action.SET : Action.MAKE_MAP, !deletes && random.nextInt(9) == 0, null);
        if (deletes) {
            value(0, new byte[0]);
            preds(1 + random.nextInt(2));
        } else {
            anyValue();
            preds(random.nextInt(3));
        }
    }

    private void reference() {
        int rows = action.size();
        if (random.nextInt(6) == 0) {
            place(null, 0L, null);
        } else if (random.nextInt(6) == 0 || rows == 0) {
            place(actor(), 1L + random.nextInt(startOp), null);
        } else {
            place(0L, startOp + rows - 1L, null);
        }
    }

    private void typed() {
        reference();
        what(true, Action.SET, false, null);
        text(TEXTS[random.nextInt(3) == 0 ? random.nextInt(TEXTS.length) : random.nextInt(2)]);
        preds(0);
    }

    private void deleted(long author, long target) {
        place(author, target, null);
        what(false, Action.DELETE, false, null);
        value(0, new byte[0]);
        predCount.add(1L);
        predActor.add(random.nextInt(9) == 0 ? actor() : author);
        predCounter.add(random.nextInt(9) == 0 ? target + 1 : target);
    }

    private void inserted() {
        reference();
        boolean marks = random.nextInt(3) == 0;
        what(true, marks ? Action.MARK : Action.SET, marks && random.nextBoolean(), marks && random.nextBoolean() ? "bold" : null);
        anyValue();
        preds(0);
    }

    private void updated(long author, long target) {
        place(author, target, null);
        boolean adds = random.nextInt(3) == 0;
        what(false, adds ? Action.INCREMENT : Action.SET, false, null);
        if (adds) {
            value(4, new byte[] {(byte) random.nextInt(64)});
        } else {
            anyValue();
        }
        preds(random.nextInt(3));
    }

    private ColumnsWriter columns() {
        ColumnsWriter columns = new ColumnsWriter();
        add(columns, ColumnSpec.OBJECT_ACTOR, Kind.UNSIGNED, objectActor);
        add(columns, ColumnSpec.OBJECT_COUNTER, Kind.UNSIGNED, objectCounter);
        add(columns, ColumnSpec.KEY_ACTOR, Kind.UNSIGNED, keyActor);
        add(columns, ColumnSpec.KEY_COUNTER, Kind.DELTA, keyCounter);
        add(columns, ColumnSpec.KEY_STRING, Kind.TEXT, keyString);
        columns.add(ColumnSpec.INSERT, booleans(insert, false));
        add(columns, ColumnSpec.ACTION, Kind.UNSIGNED, action);
        add(columns, ColumnSpec.VALUE_META, Kind.UNSIGNED, valueMeta);
        columns.add(ColumnSpec.VALUE_RAW, valueRaw);
        add(columns, ColumnSpec.PRED_COUNT, Kind.UNSIGNED, predCount);
        add(columns, ColumnSpec.PRED_ACTOR, Kind.UNSIGNED, predActor);
        add(columns, ColumnSpec.PRED_COUNTER, Kind.DELTA, predCounter);
        columns.add(ColumnSpec.EXPAND, booleans(expand, true));
        add(columns, ColumnSpec.MARK_NAME, Kind.TEXT, mark);
        if (loose()) {
            columns.add(0xf2, new ByteWriter().writeByte(0x7f).writeByte(5));
        }
        return columns;
    }

    private ByteWriter booleans(List<Boolean> rows, boolean omitFalse) {
        ByteWriter out = new ByteWriter();
        if (!rows.contains(true) && (omitFalse ^ loose())) {
            return out;
        }
        boolean last = false;
        int count = 0;
        for (boolean row : rows) {
            if (row != last) {
                out.writeUnsigned(count);
                count = 0;
                last = row;
            }
            count++;
        }
        boolean written = count > 0 && (last || out.size() == 0 || !loose());
        return written ? out.writeUnsigned(count) : out;
    }

    /** Encodes rows in runs, most of them cut as a writer cuts them. */
    private void add(ColumnsWriter columns, int spec, Kind kind, List<?> rows) {
        ByteWriter out = new ByteWriter();
        List<Object> raw = raw(kind, rows);
        int end = raw.size();
        while (end > 0 && raw.get(end - 1) == null && (end == raw.size() ? isAllNull(raw) ^ loose() : true)) {
            end--;
        }
        for (int i = 0; i < end;) {
            Object first = raw.get(i);
            int to = i + 1;
            boolean repeat = first == null || to < end && Objects.equals(first, raw.get(to)) ^ loose();
            if (repeat) {
                while (to < end && Objects.equals(first, raw.get(to)) && !loose()) {
                    to++;
                }
            } else {
                while (to < end && raw.get(to) != null && !(to + 1 < end && raw.get(to).equals(raw.get(to + 1))) && !loose()) {
                    to++;
                }
            }
            out.writeSigned(first == null ? 0 : repeat ? to - i : i - to);
            if (first == null) {
                out.writeUnsigned(to - i);
            }
            for (int k = i; first != null && k < (repeat ? i + 1 : to); k++) {
                write(kind, raw.get(k), out);
            }
            i = to;
        }
        columns.add(spec, out);
    }

    private static boolean isAllNull(List<Object> rows) {
        return rows.stream().allMatch(Objects::isNull);
    }

    private static List<Object> raw(Kind kind, List<?> rows) {
        List<Object> raw = new ArrayList<>();
        long previous = 0;
        for (Object row : rows) {
            if (kind == Kind.DELTA && row != null) {
                raw.add((Long) row - previous);
                previous = (Long) row;
            } else {
                raw.add(row);
            }
        }
        return raw;
    }

    private static void write(Kind kind, Object value, ByteWriter out) {
        switch (kind) {
            case UNSIGNED -> out.writeUnsigned((Long) value);
            case DELTA -> out.writeSigned((Long) value);
            case TEXT -> out.writePrefixed((String) value);
        }
    }
}
