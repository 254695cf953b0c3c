// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents as of earlier heads: the same as documents that never got the later changes. */
class TimeTravelTest {
    private static final int REPLICAS = 3;
    private static final Instant NOW = Instant.ofEpochSecond(1);
    private static final ActorId A = ActorId.parse("aa");
    private static final ActorId B = ActorId.parse("bb");

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 40));
    }

    private static ActorId actor(int number) {
        return ActorId.of(new byte[] {(byte) (number * 77 + 1), (byte) number});
    }

    private static Doc history(Random random, List<Doc> moments) {
        RandomEdits edits = new RandomEdits(random);
        List<Doc> docs = new ArrayList<>(Collections.nCopies(REPLICAS, Doc.empty()));
        for (int round = 0; round < 50; round++) {
            int i = random.nextInt(REPLICAS);
            docs.set(i, random.nextInt(3) == 0 ? docs.get(i).merge(docs.get(random.nextInt(REPLICAS)))
                    : edits.edited(docs.get(i), actor(i), 8));
            moments.add(docs.get(i));
        }
        return docs.stream().reduce(Doc.empty(), Doc::merge);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEarlierMomentIsAsItWas(long seed) {
        List<Doc> moments = new ArrayList<>();
        Doc all = history(new Random(seed), moments);

        for (Doc moment : moments) {
            assertTrue(Snapshots.same(moment, all.at(moment.heads())));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void patchesLeadFromAnyMomentToAnyOther(long seed) {
        Random random = new Random(seed);
        List<Doc> moments = new ArrayList<>();
        Doc all = history(random, moments);

        for (int i = 0; i < 20; i++) {
            Doc before = all.at(moments.get(random.nextInt(moments.size())).heads());
            Doc after = all.at(moments.get(random.nextInt(moments.size())).heads());
            Mirror mirror = new Mirror();
            Doc.empty().diff(before).forEach(mirror::apply);
            before.diff(after).forEach(mirror::apply);
            Mirror fresh = new Mirror();
            Doc.empty().diff(after).forEach(fresh::apply);

            assertEquals(fresh.tree(), mirror.tree());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void workOnAnEarlierMomentMergesBack(long seed) throws MalformedException {
        Random random = new Random(seed);
        List<Doc> moments = new ArrayList<>();
        Doc all = history(random, moments);
        Doc moment = moments.get(random.nextInt(moments.size()));

        Doc aside = new RandomEdits(random).edited(all.at(moment.heads()), actor(9), 20);
        Doc merged = all.merge(aside);

        assertTrue(Snapshots.same(merged, aside.merge(all)));
        assertTrue(Snapshots.same(merged, all.apply(moment.merge(aside).changes())));
        assertTrue(Snapshots.same(aside, merged.at(aside.heads())));
    }

    @Test
    void anActorThatWritesAtAnEarlierMomentForks() {
        Doc one = Doc.empty().edit(A).put(ObjectId.ROOT, "k", 1).commit(null, NOW).orElseThrow().document();
        Doc two = one.edit(A).put(ObjectId.ROOT, "k", 2).commit(null, NOW).orElseThrow().document();

        Doc other = two.at(one.heads()).edit(A).put(ObjectId.ROOT, "k", 3).commit(null, NOW).orElseThrow().document();

        assertEquals(List.of(new Scalar.Int(3)), other.getAll(ObjectId.ROOT, "k"));
        assertEquals(1, two.merge(other).forks().size());
    }

    @Test
    void unknownHeadsAreIgnored() {
        Doc one = Doc.empty().edit(A).put(ObjectId.ROOT, "k", 1).commit(null, NOW).orElseThrow().document();
        Doc other = Doc.empty().edit(B).put(ObjectId.ROOT, "k", 2).commit(null, NOW).orElseThrow().document();

        assertEquals(List.of(), one.at(other.heads()).keys(ObjectId.ROOT));
        assertEquals(List.of("k"), one.at(one.heads()).keys(ObjectId.ROOT));
    }

    @Test
    void sealedTransactionsMakeTheSameChangesAsCommittedOnes() {
        Edit open = Doc.empty().edit(A);
        Doc doc = Doc.empty();
        ObjectId text = open.putObject(ObjectId.ROOT, "t", ObjectType.TEXT);
        open.seal("begin", NOW);
        Edit first = doc.edit(A);
        first.putObject(ObjectId.ROOT, "t", ObjectType.TEXT);
        doc = first.commit("begin", NOW).orElseThrow().document();
        for (int i = 0; i < 20; i++) {
            open.splice(text, i / 2, i % 3 == 2 ? 1 : 0, "x" + i);
            open.seal(null, NOW);
            Edit edit = doc.edit(A);
            edit.splice(text, i / 2, i % 3 == 2 ? 1 : 0, "x" + i);
            doc = edit.commit(null, NOW).orElseThrow().document();
        }

        Doc snapshot = open.snapshot();
        open.splice(text, 0, 3, "later");
        open.seal(null, NOW);

        assertEquals(doc.heads(), snapshot.heads());
        assertEquals(doc.text(text), snapshot.text(text));
        assertTrue(open.snapshot().text(text).startsWith("later"));
    }
}
