// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of merging, and of saving a history in any pieces. {@code -Dpushpin.seeds=N} tries N histories. */
class HistoryLawsTest {
    private static final int REPLICAS = 3;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 30));
    }

    private static ActorId actor(int number) {
        return ActorId.of(new byte[] {(byte) (number * 101 + 3), (byte) number});
    }

    /** Replicas that share a beginning and went ways of their own. */
    private static List<Doc> replicas(Random random) {
        RandomEdits edits = new RandomEdits(random);
        List<Doc> docs = new ArrayList<>(Collections.nCopies(REPLICAS, edits.edited(Doc.empty(), actor(0), 12)));
        for (int round = 0; round < 40; round++) {
            int i = random.nextInt(REPLICAS);
            docs.set(i, random.nextInt(6) == 0 ? docs.get(i).merge(docs.get(random.nextInt(REPLICAS)))
                    : edits.edited(docs.get(i), actor(i), 6));
        }
        return docs;
    }

    private static Doc merged(List<Doc> docs) {
        return docs.stream().reduce(Doc.empty(), Doc::merge);
    }

    private static byte[] bytes(Collection<Change> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        changes.forEach(change -> out.writeBytes(change.toByteArray()));
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static void assertSame(Doc expected, Doc actual) {
        assertEquals(expected.heads(), actual.heads());
        assertEquals(RandomEdits.tree(expected), RandomEdits.tree(actual));
        assertTrue(Snapshots.same(expected, actual));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergingCommutes(long seed) {
        List<Doc> docs = replicas(new Random(seed));

        assertSame(docs.get(0).merge(docs.get(1)), docs.get(1).merge(docs.get(0)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergingAssociates(long seed) {
        List<Doc> docs = replicas(new Random(seed));

        Doc left = docs.get(0).merge(docs.get(1)).merge(docs.get(2));

        assertSame(left, docs.get(0).merge(docs.get(1).merge(docs.get(2))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergingTwiceIsMergingOnce(long seed) throws MalformedException {
        List<Doc> docs = replicas(new Random(seed));
        Doc both = docs.get(0).merge(docs.get(1));

        assertSame(both, both.merge(docs.get(1)));
        assertSame(both, both.merge(both));
        assertSame(both, both.apply(docs.get(1).changes()));
        assertSame(both, both.merge(Doc.empty()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergingIsReadingTheChangesOfTheOther(long seed) throws MalformedException {
        List<Doc> docs = replicas(new Random(seed));
        List<Change> changes = Change.parse(bytes(docs.get(1).changes()));

        Doc merged = docs.get(0).merge(docs.get(1));

        assertSame(docs.get(0).apply(changes), merged);
        assertArrayEquals(docs.get(0).apply(changes).save(), merged.save());
        assertSame(merged, Doc.load(merged.save()));
        assertSame(docs.get(1), merged.at(docs.get(1).heads()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergingSavedDocumentsIsMergingThem(long seed) throws MalformedException {
        List<Doc> docs = replicas(new Random(seed));

        assertSame(merged(docs), Doc.loadDeferred(docs.get(2).save()).merge(docs.get(1)).merge(Doc.loadDeferred(docs.get(0).save())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyPrefixOfAHistoryLoads(long seed) throws MalformedException {
        List<Change> history = merged(replicas(new Random(seed))).changes();
        Doc doc = Doc.empty();
        for (int i = 0; i < history.size(); i++) {
            doc = doc.apply(List.of(history.get(i)));
            if (i % 7 == 0) {
                assertSame(doc, Doc.load(bytes(history.subList(0, i + 1))));
                assertSame(doc, Doc.load(doc.save()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void savedInPiecesIsSavedWhole(long seed) throws MalformedException {
        Random random = new Random(seed);
        List<Change> history = merged(replicas(random)).changes();
        int half = history.size() / 2;
        Doc earlier = Doc.empty().apply(history.subList(0, half));
        Doc later = earlier.apply(history.subList(half, history.size()));

        byte[] since = later.saveSince(earlier.heads());

        assertSame(later, Doc.load(joined(earlier.save(), since)));
        assertSame(later, Doc.load(joined(since, earlier.save())));
        assertSame(later, earlier.apply(Change.parse(since)));
        assertEquals(0, later.saveSince(later.heads()).length);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWaitsForOthersSurvivesBeingSaved(long seed) throws MalformedException {
        Random random = new Random(seed);
        Doc all = merged(replicas(random));
        List<Change> some = new ArrayList<>(all.changes());
        List<Change> rest = new ArrayList<>();
        some.removeIf(change -> random.nextInt(4) == 0 && rest.add(change));

        Doc loaded = Doc.load(Doc.empty().apply(some).save());

        assertEquals(Doc.empty().apply(some).missingDependencies(), loaded.missingDependencies());
        assertSame(all, loaded.apply(rest));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFileCutShortIsRefused(long seed) {
        Random random = new Random(seed);
        byte[] file = merged(replicas(random)).save();
        for (int trial = 0; trial < 20; trial++) {
            byte[] shorter = Arrays.copyOf(file, random.nextInt(file.length));
            assertThrows(MalformedException.class, () -> Doc.load(shorter));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsTakenOnTrustIsTheSame(long seed) throws MalformedException {
        Doc all = merged(replicas(new Random(seed)));

        Doc loaded = Doc.loadDeferred(all.save());

        loaded.verify();
        assertSame(all, loaded);
        assertEquals(all.changes(), loaded.changes());
    }
}
