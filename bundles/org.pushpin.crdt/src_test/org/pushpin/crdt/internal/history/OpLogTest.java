// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.op.Ids;

class OpLogTest {
    private static final int AUTHORS = 50;

    /** Each operation alone, by its id with the author above. */
    private record Version(OpLog log, TreeMap<Long, OpRun> ops) {
    }

    private static long key(long id) {
        return (long) Ids.author(id) << 32 | Ids.counter(id);
    }

    @Test
    void diverging_logs_are_as_the_model_has_them() throws MalformedException {
        for (int seed = 0; seed < 15; seed++) {
            Random random = new Random(seed);
            List<Version> versions = new ArrayList<>(List.of(new Version(OpLog.empty(), new TreeMap<>())));
            for (int step = 0; step < 40; step++) {
                Version from = versions.get(random.nextInt(3) > 0 ? versions.size() - 1 : random.nextInt(versions.size()));
                versions.add(grown(from, random));
                check(versions.get(random.nextInt(versions.size())), random);
            }
            Version last = versions.getLast();
            check(new Version(rebuilt(last, random), last.ops), random);
        }
    }

    private static Version grown(Version from, Random random) {
        TreeMap<Long, OpRun> ops = new TreeMap<>(from.ops);
        OpLogEditor editor = from.log.edit();
        assertSame(from.log, editor.freeze());
        for (int i = random.nextInt(30); i >= 0; i--) {
            OpRun run = next(ops, random);
            editor.append(run.kind(), run.first(), run.length(), run.object(), run.target(), run.key(), run.stride());
            for (int j = 0; j < run.length(); j++) {
                ops.put(key(Ids.plus(run.first(), j)), run.part(j, 1));
            }
            if (random.nextInt(8) == 0) {
                editor.freeze();
            }
        }
        return new Version(editor.freeze(), ops);
    }

    private static OpRun next(TreeMap<Long, OpRun> ops, Random random) {
        int author = random.nextInt(5) > 0 ? 3 : random.nextInt(AUTHORS);
        Map.Entry<Long, OpRun> last = ops.floorEntry((long) author << 32 | 0xffff_ffffL);
        OpRun before = last == null || last.getKey() >>> 32 != author ? null : last.getValue();
        long counter = (before == null ? 0 : Ids.counter(before.first())) + 1 + (random.nextInt(5) == 0 ? random.nextInt(4) : 0);
        int length = 1 + random.nextInt(4) * random.nextInt(2);
        long first = Ids.of(counter, author);
        OpRun.Kind kind = before != null && random.nextInt(4) > 0 ? before.kind() : OpRun.Kind.values()[random.nextInt(4)];
        long object = before != null && random.nextInt(8) > 0 ? before.object() : random.nextInt(3) == 0 ? 0 : Ids.of(1 + random.nextInt(3), 7);
        boolean follows = before != null && before.kind() == kind && random.nextInt(4) > 0;
        int step = random.nextInt(3) - 1;
        long target = follows ? Ids.plus(before.target(), step) : Ids.of(100 + random.nextInt(100), random.nextInt(3));
        return switch (kind) {
            case INSERT -> new OpRun(first, length, kind, object, first, null, 1);
            case DELETE -> new OpRun(first, length, kind, object, target, null, length == 1 || step == 0 ? 1 : step);
            case UPDATE -> new OpRun(first, length, kind, object, target, null, length == 1 ? 1 : step);
            case MAP -> new OpRun(first, length, kind, object, 0, "k" + random.nextInt(2), 0);
        };
    }

    private static void check(Version version, Random random) {
        for (Map.Entry<Long, OpRun> entry : version.ops.entrySet()) {
            assertEquals(entry.getValue(), version.log.operation(entry.getValue().first()));
            long after = Ids.plus(entry.getValue().first(), 1);
            if (!version.ops.containsKey(key(after))) {
                assertNull(version.log.find(after));
                assertNull(version.log.operation(after));
            }
        }
        for (int author = 0; author < AUTHORS + 3; author++) {
            long last = version.log.lastCounter(author);
            long from = 1 + random.nextLong(last + 1);
            long to = from + random.nextInt(20);
            List<OpRun> found = new ArrayList<>();
            OpRuns runs = version.log.runs(author, from, to);
            while (runs.next()) {
                OpRun run = runs.run();
                for (int i = 0; i < run.length(); i++) {
                    found.add(run.part(i, 1));
                }
            }
            long high = (long) author << 32;
            assertEquals(new ArrayList<>(version.ops.subMap(high | from, high | to + 1).values()), found);
            assertEquals(found.size() == to - from + 1, version.log.covers(author, from, to));
        }
    }

    /** From random pieces of it in random order, some of them twice. */
    private static OpLog rebuilt(Version version, Random random) throws MalformedException {
        List<OpRun> pieces = new ArrayList<>();
        for (int author = 0; author < AUTHORS; author++) {
            for (long counter = 1; counter <= version.log.lastCounter(author);) {
                long to = counter + random.nextInt(10);
                OpRuns runs = version.log.runs(author, counter, to);
                while (runs.next()) {
                    pieces.add(runs.run());
                    if (random.nextInt(10) == 0) {
                        pieces.add(runs.run().part(0, 1 + random.nextInt(runs.length())));
                    }
                }
                counter = random.nextInt(10) == 0 ? counter + (to - counter) / 2 + 1 : to + 1;
            }
        }
        Collections.shuffle(pieces, random);
        OpLogBuilder builder = new OpLogBuilder();
        pieces.forEach(p -> builder.add(p.kind(), p.first(), p.length(), p.object(), p.target(), p.key(), p.stride()));
        OpLog log = builder.finish();
        for (int author = 0; author < AUTHORS; author++) {
            assertEquals(version.log.runCount(author), log.runCount(author));
        }
        return log;
    }

    @Test
    void what_continues_is_one_run() {
        OpLogEditor editor = OpLog.empty().edit();
        for (int i = 0; i < 100; i++) {
            editor.insert(Ids.of(1 + i, 0), 1, 5);
            editor.delete(Ids.of(1 + i, 1), 1, 5, Ids.of(100 - i, 0), 1);
            editor.map(Ids.of(1 + i, 2), 0, "x");
            editor.update(Ids.of(1 + i, 3), 5, Ids.of(9, 9));
        }
        OpLog log = editor.freeze();
        for (int author = 0; author < 4; author++) {
            assertEquals(1, log.runCount(author));
        }
        assertEquals(new OpRun(Ids.of(1, 1), 100, OpRun.Kind.DELETE, 5, Ids.of(100, 0), null, -1), log.find(Ids.of(50, 1)));
        assertEquals(0, log.find(Ids.of(50, 3)).stride());
        assertTrue(log.covers(2, 1, 100));
        assertFalse(log.covers(2, 1, 101));
    }

    @Test
    void a_log_of_any_length_may_be_appended_to_again() {
        List<OpLog> all = new ArrayList<>(List.of(OpLog.empty()));
        for (int count = 0; count < 600; count++) {
            OpLogEditor editor = all.get(count).edit();
            editor.map(Ids.of(count + 1, 0), 0, "k" + count);
            all.add(editor.freeze());
        }
        for (int count = 1; count <= 600; count++) {
            for (String key : List.of("k" + (count - 1), "a", "b")) {
                OpLogEditor editor = all.get(count).edit();
                editor.map(Ids.of(count + 1, 0), 0, key);
                OpLog other = editor.freeze();
                assertEquals(key, other.operation(Ids.of(count + 1, 0)).key());
                assertEquals("k" + (count - 1), other.operation(Ids.of(count, 0)).key());
                assertEquals("k" + count / 3, other.find(Ids.of(count / 3 + 1, 0)).key());
                assertNull(all.get(count).find(Ids.of(count + 1, 0)));
                assertEquals(1, all.get(count).find(Ids.of(count, 0)).length());
            }
        }
    }

    @Test
    void an_operation_does_one_thing() throws MalformedException {
        OpLogEditor editor = OpLog.empty().edit();
        editor.insert(Ids.of(10, 0), 5, 0);
        assertThrows(IllegalArgumentException.class, () -> editor.insert(Ids.of(14, 0), 1, 0));
        assertThrows(IllegalArgumentException.class, () -> editor.insert(Ids.of(0xffff_ffffL, 0), 2, 0));
        editor.insert(Ids.of(0xffff_ffffL, 0), 1, 0);
        assertEquals(0xffff_ffffL, editor.freeze().lastCounter(0));
        OpLogBuilder builder = new OpLogBuilder();
        builder.add(OpRun.Kind.INSERT, Ids.of(3, 1), 5, 0, Ids.of(3, 1), null, 1);
        builder.add(OpRun.Kind.DELETE, Ids.of(7, 1), 1, 0, Ids.of(3, 1), null, 1);
        assertThrows(MalformedException.class, builder::finish);
        OpLogBuilder none = new OpLogBuilder();
        none.add(OpRun.Kind.INSERT, 1, 1, 0, 1, null, 1);
        assertThrows(MalformedException.class, none::finish);
        assertEquals(0, new OpLogBuilder().finish().authorLimit());
    }
}
