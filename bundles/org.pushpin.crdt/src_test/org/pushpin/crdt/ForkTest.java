// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pushpin.crdt.internal.column.ChunkReader;

/** An actor that makes two different changes with one sequence number: a copied profile, a restored backup, or a liar. */
class ForkTest {
    private static final ActorId A = ActorId.parse("aa");
    private static final ActorId B = ActorId.parse("bb");
    private static final Instant NOW = Instant.ofEpochSecond(1);

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 60));
    }

    private static Doc commit(Edit edit) {
        return edit.commit(null, NOW).orElseThrow().document();
    }

    private static byte[] firstChunk(byte[] file) throws MalformedException {
        try (ChunkReader in = new ChunkReader()) {
            in.reset(file);
            in.read();
            return Arrays.copyOf(file, in.position());
        }
    }

    @Test
    void theDifferenceTakesInAForkThatNeitherSideKnows() {
        Doc base = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "k", "base"));
        Doc left = commit(base.edit(A).put(ObjectId.ROOT, "k", "left"));
        Doc right = commit(commit(base.edit(B).put(ObjectId.ROOT, "l", 1)).edit(A).put(ObjectId.ROOT, "k", "right"));

        Patch expected = new Patch.PutMap(ObjectId.ROOT, "l", new Scalar.Int(1));
        assertTrue(left.diff(right).contains(expected));
        assertTrue(left.diff(left.merge(right)).contains(expected));
        assertTrue(left.merge(right).diff(left).contains(new Patch.DeleteMap(ObjectId.ROOT, "l")));
    }

    @Test
    void bothBranchesAreKeptAndReported() {
        Doc base = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "k", "base"));
        Doc left = commit(base.edit(A).put(ObjectId.ROOT, "k", "left"));
        Doc right = commit(base.edit(A).put(ObjectId.ROOT, "k", "right"));

        Doc both = left.merge(right);

        List<ChangeHash> branches = Stream.of(left, right).map(d -> d.heads().getFirst()).sorted().toList();
        assertEquals(List.of(new Fork(A, 2, branches)), both.forks());
        assertEquals(branches, both.heads());
        assertEquals(2, both.getAll(ObjectId.ROOT, "k").size());
        assertEquals(2, both.sequence(A));
        assertTrue(Snapshots.same(both, right.merge(left)));
    }

    @Test
    void anActorsChangesAreFoundByNumberAndByWhereTheyEnd() {
        Doc base = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "k", "base"));
        Doc left = commit(base.edit(A).put(ObjectId.ROOT, "k", "left"));
        Doc right = commit(commit(base.edit(A).put(ObjectId.ROOT, "k", "right")).edit(A).put(ObjectId.ROOT, "k", "more"));
        Doc both = commit(left.merge(right).edit(B).put(ObjectId.ROOT, "b", 1));

        assertEquals(List.of(A, B), both.actors());
        assertEquals(base.heads(), both.changes(A, 1).stream().map(Change::hash).toList());
        assertEquals(2, both.changes(A, 2).size());
        assertEquals(List.of(3L, 2L), both.lastChanges(A).stream().map(Change::seq).sorted(Collections.reverseOrder()).toList());
        assertEquals(both.heads(), both.lastChanges(B).stream().map(Change::hash).toList());
        assertEquals(List.of(), both.changes(A, 4));
        assertEquals(List.of(), both.lastChanges(ActorId.parse("cc")));

        Doc healed = commit(both.edit(A).put(ObjectId.ROOT, "k", "healed"));
        assertEquals(healed.heads(), healed.lastChanges(A).stream().map(Change::hash).toList());
        assertEquals(List.of(A), base.actors());
    }

    @Test
    void anHonestChangeMergesAFork() throws MalformedException {
        Doc base = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "k", "base"));
        Doc left = commit(base.edit(A).put(ObjectId.ROOT, "k", "left"));
        Doc right = commit(base.edit(A).put(ObjectId.ROOT, "k", "right"));

        Doc healed = commit(left.merge(right).edit(B).put(ObjectId.ROOT, "b", 1));
        Doc again = commit(healed.edit(A).put(ObjectId.ROOT, "a", 2));

        assertEquals(1, again.heads().size());
        assertEquals(List.of("a", "b", "k"), again.keys(ObjectId.ROOT));
        assertTrue(Snapshots.same(again, Doc.load(again.save())));
        assertTrue(Snapshots.same(again, right.merge(again)));
    }

    @Test
    void theSavedDocumentChunkHoldsTheBranchOfTheLowestHash() throws MalformedException {
        Doc base = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "k", "base"));
        Doc left = commit(base.edit(A).put(ObjectId.ROOT, "k", "left"));
        Doc right = commit(base.edit(A).put(ObjectId.ROOT, "k", "right"));
        Doc both = left.merge(right);

        Doc chunk = Doc.load(firstChunk(both.save()));

        assertEquals(List.of(both.heads().getFirst()), chunk.heads());
    }

    @Test
    void objectsOfBothBranchesCanBeRead() {
        Doc base = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "x", 1));
        Edit one = base.edit(A);
        ObjectId text = one.putObject(ObjectId.ROOT, "t", ObjectType.TEXT);
        Doc left = commit(one.splice(text, 0, 0, "left"));
        Edit two = base.edit(A);
        Doc right = commit(two.splice(two.putObject(ObjectId.ROOT, "t", ObjectType.TEXT), 0, 0, "right"));

        Doc both = left.merge(right);

        List<String> texts = both.getAll(ObjectId.ROOT, "t").stream().map(v -> ((ObjectValue) v).id())
                .map(id -> ObjectId.parse(id.toString())).map(both::text).sorted().toList();
        assertEquals(List.of("left", "right"), texts);
        assertFalse(both.text(text).isEmpty());
    }

    /** Replicas of which two share an actor id, now and then restored from an older state. */
    private static Doc forkedHistory(Random random) {
        RandomEdits edits = new RandomEdits(random);
        List<Doc> docs = new ArrayList<>(Collections.nCopies(4, Doc.empty()));
        for (int round = 0; round < 30; round++) {
            int i = random.nextInt(docs.size());
            Doc doc = docs.get(i);
            docs.set(i, random.nextInt(3) == 0 ? doc.merge(docs.get(random.nextInt(docs.size())))
                    : edits.edited(doc, i < 2 ? A : ActorId.of(new byte[] {(byte) (i * 100)}), 5));
        }
        return docs.stream().reduce(Doc.empty(), Doc::merge);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderOfArrivalConverges(long seed) throws MalformedException {
        Random random = new Random(seed);
        Doc all = forkedHistory(random);

        for (int trial = 0; trial < 3; trial++) {
            List<Change> changes = new ArrayList<>(all.changes());
            Collections.shuffle(changes, random);
            Doc doc = Doc.empty();
            for (int i = 0; i < changes.size();) {
                int to = Math.min(changes.size(), i + 1 + random.nextInt(4));
                doc = doc.apply(changes.subList(i, to));
                i = to;
            }
            assertEquals(all.forks(), doc.forks());
            assertTrue(Snapshots.same(all, doc));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aForkedDocumentSurvivesBeingSaved(long seed) throws MalformedException {
        Doc all = forkedHistory(new Random(seed));

        Doc loaded = Doc.load(all.save());

        assertTrue(Snapshots.same(all, loaded));
        assertEquals(all.forks(), loaded.forks());
    }
}
