// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.Commit;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.BatchPart;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.replication.Replica.Carried;
import org.pushpin.repo.internal.replication.Replica.Ingested;

/** Each rule of formats §3, and that what breaks one is refused whole. */
class AdmissionTest {

    private final Rig rig = new Rig(5);
    private DocHandle handle;
    private Forger forger;

    @BeforeEach
    void share() throws Exception {
        handle = rig.text("base");
        rig.scheduler.run(Duration.ofSeconds(10)); // with what is written now and then
        forger = new Forger(rig, handle, 1);
    }

    private void refused(Carried batch) {
        long commits = rig.disk.commits();
        var heads = handle.current().heads();

        assertEquals(Ingested.REFUSED, rig.ingest(handle.id(), batch));

        rig.settle();
        assertEquals(commits, rig.disk.commits());
        assertEquals(heads, handle.current().heads());
    }

    @Test
    void anHonestBatchIsStoredOnce() {
        Carried batch = forger.honest(Forger.zero(), forger.type(handle.current(), "more ").change());

        assertEquals(Ingested.STORED, rig.ingest(handle.id(), batch));
        assertEquals(Ingested.KNOWN, rig.ingest(handle.id(), batch));
        assertEquals("more base", Rig.textOf(handle.current()));
        rig.restart();
        assertEquals("more base", Rig.textOf(rig.local(handle.id()).current()));
    }

    @Test
    void aFlippedBitAnywhereIsRefused() {
        Carried batch = forger.honest(Forger.zero(), forger.type(handle.current(), "more ").change());
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            boolean inHeader = i % 2 == 0;
            Bytes target = inHeader ? batch.header() : batch.body();
            byte[] bytes = target.toByteArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            refused(inHeader ? new Carried(Bytes.of(bytes), batch.body()) : new Carried(batch.header(), Bytes.of(bytes)));
        }
        assertEquals(Ingested.STORED, rig.ingest(handle.id(), batch));
    }

    @Test
    void truncatedAndRandomBytesAreRefused() {
        Carried batch = forger.honest(Forger.zero(), forger.type(handle.current(), "more ").change());
        Random random = new Random(2);
        refused(new Carried(batch.header(), batch.body().slice(0, batch.body().length() - 1)));
        refused(new Carried(batch.header().slice(0, 291), batch.body()));
        refused(new Carried(Bytes.EMPTY, Bytes.EMPTY));
        for (int i = 0; i < 50; i++) {
            byte[] body = new byte[random.nextInt(500)];
            random.nextBytes(body);
            Commit commit = forger.type(handle.current(), "x");
            BatchHeader.Range range = new BatchHeader.Range(1, 1, Forger.zero(), Forger.hash(commit.change()));
            BatchHeader header = BatchHeader.sign(forger.key, BatchHeader.Kind.CHANGES, i % 2, handle.id(), range, forger.authority,
                    Bytes.of(body));
            refused(new Carried(header.encode(), Bytes.of(body)));
        }
    }

    @Test
    void aBatchOfAnotherKindDocumentOrAuthorityIsRefused() throws Exception {
        Commit commit = forger.type(handle.current(), "x");
        BatchHeader.Range range = new BatchHeader.Range(1, 1, Forger.zero(), Forger.hash(commit.change()));
        Carried honest = forger.honest(Forger.zero(), commit.change());
        for (BatchHeader.Kind kind : List.of(BatchHeader.Kind.SNAPSHOT, BatchHeader.Kind.AUTHORITY)) {
            refused(new Carried(BatchHeader.sign(forger.key, kind, 0, handle.id(), range, forger.authority, honest.body()).encode(),
                    honest.body()));
        }
        refused(forger.batch(range, Forger.zero(), forger.certificate(), List.of(commit.change())));
        DocHandle elsewhere = rig.text("elsewhere");
        rig.settle();
        Forger other = new Forger(rig, elsewhere, 1);
        refused(other.honest(Forger.zero(), commit.change()));
    }

    @Test
    void theActorIsTheWriters() throws Exception {
        Forger other = new Forger(rig, handle, 2);
        Commit commit = Forger.edit(other.actor, handle.current(), edit -> edit.splice(Rig.textId(edit), 0, 0, "x"));

        refused(forger.honest(Forger.zero(), commit.change()));
    }

    @Test
    void theHeadIsTheHashOfTheLastChange() {
        Commit one = forger.type(handle.current(), "1");
        Commit two = forger.type(one.document(), "2");

        refused(forger.batch(new BatchHeader.Range(1, 2, Forger.zero(), Forger.hash(one.change())), forger.authority,
                forger.certificate(), List.of(one.change(), two.change())));
    }

    @Test
    void theChangesAreThoseOfTheRange() {
        Commit one = forger.type(handle.current(), "1");
        Commit two = forger.type(one.document(), "2");
        Commit three = forger.type(two.document(), "3");

        refused(forger.batch(new BatchHeader.Range(1, 2, Forger.zero(), Forger.hash(three.change())), forger.authority,
                forger.certificate(), List.of(one.change(), three.change())));
        refused(forger.batch(new BatchHeader.Range(1, 3, Forger.zero(), Forger.hash(two.change())), forger.authority,
                forger.certificate(), List.of(one.change(), two.change())));
        refused(forger.batch(new BatchHeader.Range(1, 2, Forger.zero(), Forger.hash(one.change())), forger.authority,
                forger.certificate(), List.of(two.change(), one.change())));
    }

    @Test
    void theCertificateTravelsWithTheFirstChange() throws Exception {
        Commit one = forger.type(handle.current(), "1");
        Commit two = forger.type(one.document(), "2");
        BatchHeader.Range first = new BatchHeader.Range(1, 1, Forger.zero(), Forger.hash(one.change()));
        BatchHeader.Range second = new BatchHeader.Range(2, 2, Forger.hash(one.change()), Forger.hash(two.change()));

        refused(forger.batch(first, forger.authority, Optional.empty(), List.of(one.change())));
        refused(forger.batch(first, forger.authority, new Forger(rig, handle, 9).certificate(), List.of(one.change())));
        assertEquals(Ingested.STORED, rig.ingest(handle.id(), forger.honest(Forger.zero(), one.change())));
        refused(forger.batch(second, forger.authority, forger.certificate(), List.of(two.change())));
    }

    @Test
    void whatComesBeforeIsTheWritersOwnChangeBefore() {
        Commit one = forger.type(handle.current(), "1");
        Commit two = forger.type(one.document(), "2");
        assertEquals(Ingested.STORED, rig.ingest(handle.id(), forger.honest(Forger.zero(), one.change())));

        refused(forger.honest(Bytes.fromHex("11".repeat(32)), two.change()));
        refused(forger.honest(Forger.hash(two.change()), two.change()));
        assertEquals(Ingested.STORED, rig.ingest(handle.id(), forger.honest(Forger.hash(one.change()), two.change())));
    }

    @Test
    void whatWaitsSurvivesAndIsAppliedWhenItCan() {
        Commit one = forger.type(handle.current(), "1");
        Commit two = forger.type(one.document(), "2");
        Commit three = forger.type(two.document(), "3");
        Carried first = forger.honest(Forger.zero(), one.change());
        Carried third = forger.honest(Forger.hash(two.change()), three.change());
        Carried second = forger.honest(Forger.hash(one.change()), two.change());

        assertEquals(Ingested.WAITING, rig.ingest(handle.id(), third));
        assertEquals(Ingested.WAITING, rig.ingest(handle.id(), second));
        assertEquals(Ingested.KNOWN, rig.ingest(handle.id(), third));
        rig.restart();
        assertEquals("base", Rig.textOf(rig.local(handle.id()).current()));
        assertEquals(Ingested.KNOWN, rig.ingest(handle.id(), second));
        assertEquals(Ingested.STORED, rig.ingest(handle.id(), first));

        assertEquals("321base", Rig.textOf(rig.local(handle.id()).current()));
        rig.restart();
        assertEquals("321base", Rig.textOf(rig.local(handle.id()).current()));
        assertEquals(4, rig.batches(handle.id()).size());
    }

    @Test
    void whatWaitsInVainKeepsOutNothingThatFits() {
        Bytes junk = Bytes.zeros(15 << 20);
        Set<Ingested> results = EnumSet.noneOf(Ingested.class);
        for (int i = 1; i <= 5; i++) {
            List<BatchPart> parts = BatchPart.split(Bytes.concat(Bytes.of((byte) i), junk));
            for (BatchPart part : parts.subList(1, parts.size())) {
                Bytes body = part.encode();
                BatchHeader.Range range = new BatchHeader.Range(1, 1, Forger.zero(), Bytes.copy(body.toByteArray(), 0, 32));
                Bytes header = BatchHeader.sign(forger.key, BatchHeader.Kind.CHANGES, BatchHeader.PART, handle.id(), range, forger.authority,
                        body).encode();
                results.add(rig.ingest(handle.id(), new Carried(header, body)));
            }
        }
        assertEquals(EnumSet.of(Ingested.WAITING, Ingested.REFUSED), results, "64 MiB may wait");

        byte[] nearlyAPart = new byte[250_000];
        new Random(5).nextBytes(nearlyAPart);
        Commit fits = forger.edit(handle.current(), edit -> edit.put(org.pushpin.crdt.ObjectId.ROOT, "blob",
                new org.pushpin.crdt.Scalar.Bytes(nearlyAPart)));
        assertEquals(Ingested.STORED, rig.ingest(handle.id(), forger.honest(Forger.zero(), fits.change())));
    }

    @Test
    void aForkIsKeptReportedOnceAndTheSameEverywhere() throws Exception {
        Rig other = new Rig(6);
        other.adopt(rig, handle);
        rig.sendTo(other, handle.id());
        Commit left = forger.type(handle.current(), "left ");
        Commit right = forger.type(handle.current(), "right ");
        Commit more = forger.type(right.document(), "more ");
        Carried one = forger.honest(Forger.zero(), left.change());
        Carried two = forger.honest(Forger.zero(), right.change());
        Carried three = forger.honest(Forger.hash(right.change()), more.change());

        assertEquals(Ingested.STORED, rig.ingest(handle.id(), one));
        assertEquals(Ingested.FORKED, rig.ingest(handle.id(), two));
        assertEquals(Ingested.FORKED, rig.ingest(handle.id(), three));
        assertEquals(Ingested.STORED, other.ingest(handle.id(), two));
        assertEquals(Ingested.STORED, other.ingest(handle.id(), three));
        assertEquals(Ingested.FORKED, other.ingest(handle.id(), one));

        DocHandle there = other.local(handle.id());
        assertEquals(handle.current().heads(), there.current().heads());
        assertEquals(Rig.textOf(handle.current()), Rig.textOf(there.current()));
        for (String word : List.of("left ", "right ", "more ", "base")) {
            assertTrue(Rig.textOf(there.current()).contains(word), word);
        }
        assertEquals(rig.repo.replica().fingerprint(handle.id()), other.repo.replica().fingerprint(handle.id()));
        assertEquals(3, rig.repo.replica().clock(handle.id()).size());
        rig.settle();
        assertEquals(List.of(Notice.Kind.FORK), rig.notices.stream().map(Notice::kind).toList());
        rig.restart();
        assertEquals(3, rig.repo.replica().clock(handle.id()).size());
        assertEquals(Rig.textOf(there.current()), Rig.textOf(rig.local(handle.id()).current()));
        assertEquals(1, rig.local(handle.id()).current().forks().size());
        rig.settle();
        assertEquals(1, rig.notices.size());
    }

    @Test
    void aLargeChangeTravelsInParts() {
        Rig other = new Rig(7);
        other.adopt(rig, handle);
        Random random = new Random(3);
        StringBuilder large = new StringBuilder();
        for (int i = 0; i < 500_000; i++) {
            large.append((char) (' ' + random.nextInt(90)));
        }
        handle.change(null, edit -> edit.put(org.pushpin.crdt.ObjectId.ROOT, "blob", large.toString()));
        rig.settle();
        List<Carried> batches = rig.batches(handle.id());
        assertTrue(batches.size() >= 3, "batches: " + batches.size());

        for (int i = batches.size() - 1; i > 0; i--) {
            assertEquals(Ingested.WAITING, other.ingest(handle.id(), batches.get(i)));
        }
        other.restart();
        assertEquals(Ingested.STORED, other.ingest(handle.id(), batches.get(0)));

        assertEquals(handle.current().heads(), other.local(handle.id()).current().heads());
        other.restart();
        assertEquals(handle.current().heads(), other.local(handle.id()).current().heads());
        rig.restart();
        assertEquals(handle.current().heads(), rig.local(handle.id()).current().heads());
    }

    @Test
    void aChangeThatIsTooLargeIsRefusedWithItsText() {
        Random random = new Random(4);
        byte[] large = new byte[17 << 20];
        random.nextBytes(large);
        var heads = handle.current().heads();

        handle.change(null, edit -> {
            edit.put(org.pushpin.crdt.ObjectId.ROOT, "blob", new org.pushpin.crdt.Scalar.Bytes(large));
            edit.splice(Rig.textId(edit), 0, 0, "typed");
        });

        rig.settle();
        assertEquals(heads, handle.current().heads());
        assertEquals(Notice.Kind.REFUSED, rig.notices.get(0).kind());
        assertEquals(Optional.of("typed"), rig.notices.get(0).draft());
    }
}
