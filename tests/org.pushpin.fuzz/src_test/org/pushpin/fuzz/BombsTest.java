// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pushpin.fuzz.Forge.bits;
import static org.pushpin.fuzz.Forge.nulls;
import static org.pushpin.fuzz.Forge.run;
import static org.pushpin.fuzz.Forge.steps;
import static org.pushpin.fuzz.Forge.texts;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;

/** Few bytes that claim much: be they refused or accepted, they cost no more than any other input. */
class BombsTest {
    private static final int OBJECT_ACTOR = 0x01;
    private static final int OBJECT_COUNTER = 0x02;
    private static final int KEY_ACTOR = 0x11;
    private static final int KEY_COUNTER = 0x13;
    private static final int KEY = 0x15;
    private static final int ID_ACTOR = 0x21;
    private static final int ID_COUNTER = 0x23;
    private static final int INSERT = 0x34;
    private static final int ACTION = 0x42;
    private static final int META = 0x56;
    private static final int RAW = 0x57;
    private static final int PREDS = 0x70;
    private static final int PRED_ACTOR = 0x71;
    private static final int PRED_COUNTER = 0x73;
    private static final int SUCCS = 0x80;
    private static final int SUCC_ACTOR = 0x81;
    private static final int SUCC_COUNTER = 0x83;
    private static final int EXPAND = 0x94;
    private static final int MARK = 0xa5;
    private static final int DEFLATED = 8;
    private static final int SET = 1;
    private static final int MAKE_TEXT = 4;
    /** About as many as are allowed where there are hardly any bytes. */
    private static final long SOME = 30_000;
    private static final long[] COUNTS = {1_000, SOME, 5_000_000, (1L << 32) - 1, Long.MAX_VALUE};

    static Stream<Named<byte[]>> bombs() {
        Map<String, byte[]> bombs = new LinkedHashMap<>();
        for (long n : COUNTS) {
            runs(n).forEach((name, forge) -> {
                bombs.put(name + " × " + n, forge.asChange());
                if (n == SOME) {
                    bombs.put(name + " × " + n + ", deflated", forge.asSmallChange());
                }
            });
            documents(n).forEach((name, forge) -> bombs.put(name + " × " + n, forge.asDocument()));
            claims(n).forEach((name, forge) -> bombs.put(name + " of " + n, forge.asChange()));
        }
        inflations(bombs);
        return bombs.entrySet().stream().map(e -> Named.of(e.getKey(), e.getValue()));
    }

    private static Forge sets(long n) {
        return Forge.change(1).with(INSERT, bits(n, 0)).with(ACTION, run(n, SET)).with(META, run(n, 0)).with(PREDS, run(n, 0));
    }

    /** A change that makes a text and inserts n nulls, each after the one before. */
    private static Forge typed(long n) {
        return Forge.change(1).with(OBJECT_ACTOR, nulls(1), run(n, 0)).with(OBJECT_COUNTER, nulls(1), run(n, 1))
                .with(KEY_ACTOR, nulls(2), run(n - 1, 0)).with(KEY_COUNTER, nulls(1), new byte[] {0x7e, 0, 2}, steps(n - 2, 1))
                .with(KEY, texts(1, "t"), nulls(n)).with(INSERT, bits(1, n))
                .with(ACTION, new byte[] {0x7f, MAKE_TEXT}, run(n, SET)).with(META, run(n + 1, 0)).with(PREDS, run(n + 1, 0));
    }

    private static Map<String, Forge> runs(long n) {
        Map<String, Forge> runs = new LinkedHashMap<>();
        runs.put("puts under one key", sets(n).with(KEY, texts(n, "k")));
        runs.put("maps under one key", sets(n).with(KEY, texts(n, "k")).with(ACTION, run(n, 0)));
        runs.put("puts, each over the one before", sets(n).with(KEY, texts(n, "k")).with(PREDS, new byte[] {0x7f, 0}, run(n - 1, 1))
                .with(PRED_ACTOR, run(n - 1, 0)).with(PRED_COUNTER, steps(n - 1, 1)));
        runs.put("puts over all before", sets(n).with(KEY, texts(n, "k")).with(PREDS, run(n, 1000)).with(PRED_ACTOR, run(n, 0))
                .with(PRED_COUNTER, steps(n, 1)));
        runs.put("counters", sets(n).with(KEY, texts(n, "k")).with(META, run(n, 0x18)).with(RAW, new byte[100]));
        runs.put("increments of nothing", sets(n).with(KEY, texts(n, "k")).with(ACTION, run(n, 5)));
        runs.put("typed nulls", typed(n));
        runs.put("nulls at one place", typed(n).with(KEY_ACTOR, nulls(n + 1)).with(KEY_COUNTER, nulls(1), steps(n, 0)));
        runs.put("marks", typed(n).with(ACTION, new byte[] {0x7f, MAKE_TEXT}, run(n, 7)).with(EXPAND, bits(1, n))
                .with(MARK, nulls(1), texts(n, "b")));
        runs.put("ends of marks", typed(n).with(ACTION, new byte[] {0x7f, MAKE_TEXT}, run(n, 7)));
        runs.put("maps in a text", typed(n).with(ACTION, new byte[] {0x7f, MAKE_TEXT}, run(n, 0)));
        runs.put("unsorted nulls, each before the one before", typed(n).with(KEY_ACTOR, nulls(2), run(n - 1, 0))
                .with(KEY_COUNTER, nulls(1), new byte[] {0x7e, 0, 2}, steps(n - 2, 0)));
        runs.put("deletions of one element", Forge.change(1).with(KEY, texts(n, "k")).with(INSERT, bits(n, 0))
                .with(ACTION, new byte[] {0x7f, SET},
                run(n - 1, 3)).with(META, run(n, 0)).with(PREDS, new byte[] {0x7f, 0}, run(n - 1, 1)).with(PRED_ACTOR, run(n - 1, 0))
                .with(PRED_COUNTER, new byte[] {0x7f, 1}, steps(n - 2, 0)));
        runs.put("predecessors", sets(1).with(KEY, texts(1, "k")).with(PREDS, run(1, n)).with(PRED_ACTOR, run(n, 0))
                .with(PRED_COUNTER, steps(n, 1)));
        runs.put("nulls of actions", sets(1).with(KEY, texts(1, "k")).with(ACTION, nulls(n)));
        runs.put("nulls of keys", sets(1).with(KEY, nulls(n)));
        runs.put("nulls of unknown things", sets(1).with(KEY, texts(1, "k")).with(0xf2, nulls(n)));
        runs.put("unknown flags", sets(1).with(KEY, texts(1, "k")).with(0xf4, bits(n, n)));
        return runs;
    }

    private static Map<String, Forge> claims(long n) {
        Map<String, Forge> claims = new LinkedHashMap<>();
        claims.put("a first counter", Forge.change(n).with(KEY, texts(2, "k")).with(INSERT, bits(2, 0)).with(ACTION, run(2, SET))
                .with(META, run(2, 0))
                .with(PREDS, run(2, 0)));
        claims.put("a number of dependencies", Forge.change(n, new byte[64], 1));
        claims.put("a length of a value", sets(1).with(KEY, texts(1, "k")).with(META, run(1, n << 4 | 6)));
        claims.put("a length of a value of no length", sets(1).with(KEY, texts(1, "k")).with(META, run(1, n << 4)));
        claims.put("a length of a key", sets(1).with(KEY, Leb.signed(1), Leb.unsigned(n), new byte[] {'k'}));
        claims.put("a literal run", sets(1).with(KEY, texts(1, "k")).with(ACTION, Leb.signed(-n), new byte[] {SET}));
        claims.put("an object", sets(1).with(KEY, texts(1, "k")).with(OBJECT_ACTOR, run(1, 0)).with(OBJECT_COUNTER, run(1, n)));
        claims.put("an element", sets(1).with(KEY_ACTOR, run(1, 0)).with(KEY_COUNTER, steps(1, n)));
        claims.put("an actor", sets(1).with(KEY_ACTOR, run(1, n)).with(KEY_COUNTER, steps(1, 1)));
        claims.put("an action", sets(1).with(KEY, texts(1, "k")).with(ACTION, run(1, n)));
        claims.put("a number of actors", sets(1).head(new byte[] {0, 1, (byte) 0xaa, 1, 1, 0, 0}, Leb.unsigned(n)));
        claims.put("a length of an actor", sets(1).head(new byte[] {0}, Leb.unsigned(n), new byte[] {(byte) 0xaa, 1, 1, 0, 0}));
        claims.put("a length of a message", sets(1).head(new byte[] {0, 1, (byte) 0xaa, 1, 1, 0}, Leb.unsigned(n)));
        claims.put("a sequence number", sets(1)
                .with(KEY, texts(1, "k")).head(new byte[] {0, 1, (byte) 0xaa}, Leb.unsigned(n), new byte[] {1, 0, 0, 0}));
        claims.put("a time", sets(1)
                .with(KEY, texts(1, "k")).head(new byte[] {0, 1, (byte) 0xaa, 1, 1}, Leb.signed(-n), new byte[] {0, 0}));
        return claims;
    }

    private static Map<String, Forge> documents(long n) {
        Map<String, Forge> documents = new LinkedHashMap<>();
        documents.put("puts in a document", documentOf(n));
        documents.put("successors", documentOf(1).with(SUCCS, run(1, n)).with(SUCC_ACTOR, run(n, 0)).with(SUCC_COUNTER, steps(n, 1)));
        documents.put("operations with a successor", documentOf(n).with(SUCCS, run(n, 1)).with(SUCC_ACTOR, run(n, 0))
                .with(SUCC_COUNTER, new byte[] {0x7f}, Leb.signed(n), steps(n - 1, 1)));
        documents.put("operations with 50 successors", documentOf(n).with(SUCCS, run(n, 50)).with(SUCC_ACTOR, run(n * 50, 0))
                .with(SUCC_COUNTER, steps(n * 50, 1)));
        documents.put("changes", documentOf(1).changes(0x01, run(n, 0)).changes(0x03, steps(n, 1)).changes(0x13, steps(n, 1))
                .changes(0x23, steps(n, 0))
                .changes(0x35, nulls(n)).changes(0x40, run(n, 0)).changes(0x56, run(n, 7)));
        documents.put("changes on the one before", documentOf(n).changes(0x01, run(n, 0)).changes(0x03, steps(n, 1))
                .changes(0x13, steps(n, 1))
                .changes(0x23, steps(n, 0)).changes(0x35, nulls(n)).changes(0x40, new byte[] {0x7f, 0}, run(n - 1, 1))
                .changes(0x43, new byte[] {0x7f, 0}, steps(n - 2, 1)).changes(0x56, run(n, 7)));
        documents.put("dependencies", documentOf(1).changes(0x40, run(1, n)).changes(0x43, steps(n, 1)));
        documents.put("actors", documentOf(1).head(Leb.unsigned(n), new byte[] {1, (byte) 0xaa, 1}, new byte[32]));
        documents.put("heads", documentOf(1).head(new byte[] {1, 1, (byte) 0xaa}, Leb.unsigned(n), new byte[32]));
        return documents;
    }

    private static Forge documentOf(long n) {
        return Forge.document().changes(0x01, run(1, 0)).changes(0x03, steps(1, 1)).changes(0x13, steps(1, n)).changes(0x23, steps(1, 0))
                .changes(0x40, run(1, 0)).changes(0x56, run(1, 7))
                .with(KEY, texts(n, "k")).with(ID_ACTOR, run(n, 0)).with(ID_COUNTER, steps(n, 1)).with(INSERT, bits(n, 0))
                        .with(ACTION, run(n, SET))
                .with(META, run(n, 0)).with(SUCCS, run(n, 0));
    }

    private static void inflations(Map<String, byte[]> bombs) {
        for (int mib : new int[] {1, 2, 15, 16, 17, 200}) {
            byte[] zeros = Framing.deflated(new byte[mib << 20]);
            bombs.put(mib + " MiB of zeros", Framing.chunk(Framing.DEFLATED_CHANGE, zeros));
            bombs.put(mib + " MiB of zeros in a column", documentOf(1).with(META | DEFLATED, zeros).asDocument());
            bombs.put(mib + " MiB of zeros in three columns", documentOf(1).with(META | DEFLATED, zeros).with(RAW | DEFLATED, zeros)
                    .with(KEY | DEFLATED, zeros).asDocument());
        }
        byte[] noise = new byte[15 << 20];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i % 97 == 0 ? i * 31 >> 7 : 'x');
        }
        bombs.put("15 MiB of a sound value", sets(1).with(KEY, texts(1, "k")).with(META, run(1, (long) noise.length << 4 | 7))
                .with(RAW, noise)
                .asSmallChange());
        bombs.put("a deflated change in a deflated change", Framing.chunk(Framing.DEFLATED_CHANGE,
                Framing.deflated(sets(1).asSmallChange())));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void nothingIsAllocatedOnAClaim(byte[] bomb) {
        assertTrue(bomb.length < 1 << 20, "a bomb is small");
        Budget.INTAKE.run("loading", () -> Doc.load(bomb)).ifPresent(Oracle::checkSaved);
    }

    /** Each object inside the one before. */
    @Test
    void objectsDoNotNestForEver() {
        int n = 20_000;
        ByteArrayOutputStream objects = new ByteArrayOutputStream();
        objects.writeBytes(Forge.joined(nulls(1), Leb.signed(1 - n)));
        for (int i = 1; i < n; i++) {
            objects.writeBytes(Leb.unsigned(i));
        }
        byte[] bomb = sets(n).with(KEY, texts(n, "k")).with(ACTION, run(n, 0)).with(OBJECT_ACTOR, nulls(1), run(n - 1, 0))
                .with(OBJECT_COUNTER, objects.toByteArray()).asChange();

        assertFalse(Budget.INTAKE.run("loading", () -> Doc.load(bomb)).isPresent());
    }

    /** None of them is sound, which shows when what they wait for arrives. */
    @Test
    void aCrowdOfBadChangesThatWaitKeepsNothingOut() {
        Commit first = Doc.empty().edit(Samples.B).put(ObjectId.ROOT, "k", 1).commit(null, Instant.EPOCH).orElseThrow();
        List<byte[]> bad = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            bad.add(Forge.change(1, first.change().hash().toByteArray(), 100 + i).with(KEY, texts(1, "k")).with(OBJECT_ACTOR, run(1, 0))
                    .with(OBJECT_COUNTER, run(1, i)).with(INSERT, bits(1, 0)).with(ACTION, run(1, SET)).with(META, run(1, 0))
                    .with(PREDS, run(1, 0)).asChange());
        }
        Doc waiting = Budget.INTAKE.run("what waits", () -> Doc.empty().apply(Change.parse(Framing.joined(bad)))).orElseThrow();
        Doc after = Budget.INTAKE.run("the first", () -> waiting.apply(List.of(first.change()))).orElseThrow();

        assertEquals(first.document().heads(), after.heads());
        assertEquals(List.of(), after.missingDependencies());
    }

    @Test
    void aCrowdOfChangesThatWaitIsTakenIn() {
        List<Change> changes = new ArrayList<>();
        Doc doc = Doc.empty();
        for (int i = 0; i < 2_000; i++) {
            Commit commit = doc.edit(Samples.A).put(ObjectId.ROOT, "k", i).commit(null, Instant.EPOCH).orElseThrow();
            doc = commit.document();
            changes.add(commit.change());
        }
        Collections.reverse(changes);
        Doc waiting = Doc.empty();
        for (Change change : changes.subList(0, changes.size() - 1)) {
            Doc before = waiting;
            waiting = Budget.INTAKE.run("one more", () -> before.apply(List.of(change))).orElseThrow();
        }
        Doc last = waiting;
        Optional<Doc> all = new Budget(1_000_000_000, 256 << 20).run("the last", () -> last.apply(changes.subList(changes.size() - 1,
                changes.size())));

        assertEquals(doc.heads(), all.orElseThrow().heads());
    }
}
