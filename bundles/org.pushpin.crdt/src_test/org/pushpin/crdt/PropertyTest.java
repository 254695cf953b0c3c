// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any history. The seed is the test's argument; {@code -Dpushpin.seeds=N} runs N of them. */
class PropertyTest {
    private static final int REPLICAS = 4;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 40));
    }

    private static ActorId actor(int number) {
        return ActorId.of(new byte[] {(byte) (number * 77 + 1), (byte) number});
    }

    /** Some replicas that edit and merge at random. */
    private static List<Doc> replicas(Random random, int rounds) {
        RandomEdits edits = new RandomEdits(random);
        List<Doc> docs = new ArrayList<>(Collections.nCopies(REPLICAS, Doc.empty()));
        for (int round = 0; round < rounds; round++) {
            int i = random.nextInt(REPLICAS);
            docs.set(i, random.nextInt(3) == 0 ? docs.get(i).merge(docs.get(random.nextInt(REPLICAS)))
                    : edits.edited(docs.get(i), actor(i), 8));
        }
        return docs;
    }

    private static Doc merged(List<Doc> docs) {
        return docs.stream().reduce(Doc.empty(), Doc::merge);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replicasConvergeInAnyOrderOfMerges(long seed) {
        Random random = new Random(seed);
        List<Doc> docs = replicas(random, 60);
        Doc all = merged(docs);

        Collections.shuffle(docs, random);

        assertTrue(Snapshots.same(all, merged(docs)));
        assertTrue(Snapshots.same(all, all.merge(docs.getFirst()).merge(all)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replicasConvergeInAnyOrderOfChanges(long seed) throws MalformedException {
        Random random = new Random(seed);
        Doc all = merged(replicas(random, 60));
        List<Change> changes = new ArrayList<>(all.changes());

        Collections.shuffle(changes, random);
        Doc doc = Doc.empty();
        for (int i = 0; i < changes.size();) {
            int to = Math.min(changes.size(), i + 1 + random.nextInt(5));
            doc = doc.apply(changes.subList(i, to));
            i = to;
        }

        assertTrue(Snapshots.same(all, doc));
        assertEquals(List.of(), doc.missingDependencies());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSavedDocumentLoadsTheSame(long seed) throws MalformedException {
        Doc doc = merged(replicas(new Random(seed), 60));

        Doc loaded = Doc.load(doc.save());

        assertTrue(Snapshots.same(doc, loaded));
        assertEquals(doc.changes(), loaded.changes());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesSurviveTheirBytes(long seed) throws MalformedException {
        for (Change change : merged(replicas(new Random(seed), 30)).changes()) {
            Change parsed = Change.parse(change.toByteArray()).getFirst();

            assertEquals(change, parsed);
            assertTrue(parsed.chunk().isCanonical());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void patchesBringACopyUpToDate(long seed) {
        Random random = new Random(seed);
        RandomEdits edits = new RandomEdits(random);
        Doc doc = Doc.empty();
        Doc other = Doc.empty();
        Mirror mirror = new Mirror();
        for (int round = 0; round < 40; round++) {
            Doc before = doc;
            doc = edits.edited(doc, actor(0), 6);
            other = edits.edited(other, actor(1), 6);
            doc = random.nextInt(3) == 0 ? doc.merge(other) : doc;
            other = random.nextInt(3) == 0 ? other.merge(doc) : other;

            before.diff(doc).forEach(mirror::apply);

            assertEquals(RandomEdits.tree(doc), mirror.tree());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesSinceAreExactlyWhatIsMissing(long seed) throws MalformedException {
        Random random = new Random(seed);
        List<Doc> docs = replicas(random, 40);
        Doc all = merged(docs);
        for (Doc doc : docs) {
            List<Change> missing = all.changesSince(doc.heads());

            assertEquals(all.changes().size() - doc.changes().size(), missing.size());
            assertTrue(Snapshots.same(all, doc.apply(missing)));
        }
    }
}
