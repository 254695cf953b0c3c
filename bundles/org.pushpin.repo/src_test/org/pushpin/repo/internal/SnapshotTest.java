// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.SnapshotBody;
import org.pushpin.crypto.SnapshotBody.Vouched;
import org.pushpin.crypto.WriterCertificate;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.internal.replication.Replica.Carried;
import org.pushpin.repo.internal.replication.Replica.Ingested;

/** A peer that lacks what was folded gets a snapshot, and believes nothing of it that is not signed by who is said to have written it. */
class SnapshotTest {

    private final Rig rig = new Rig(50);
    private final Rig other = new Rig(51);
    private final Rig third = new Rig(52);
    private DocHandle handle;
    private Forger writer;
    private Forger liar;

    /** A document of two writers, 20 changes each, that {@code rig} has folded and the others know by name only. */
    @BeforeEach
    void share() throws Exception {
        handle = rig.text("base");
        rig.settle();
        other.adopt(rig, handle);
        third.adopt(rig, handle);
        writer = new Forger(rig, handle, 1);
        liar = new Forger(rig, handle, 2);
        Bytes previous = Forger.zero();
        for (int i = 0; i < 20; i++) {
            Rig.type(handle, 0, 0, "a");
            rig.scheduler.run(Duration.ofMillis(40));
            Commit commit = writer.type(handle.current(), "b");
            assertEquals(Ingested.STORED, rig.ingest(handle.id(), writer.honest(previous, commit.change())));
            previous = Forger.hash(commit.change());
        }
        rig.fold(handle.id());
    }

    private static BatchHeader header(Carried carried) {
        try {
            return BatchHeader.decode(carried.header());
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }

    private static SnapshotBody body(Carried carried) throws FormatException {
        return SnapshotBody.decode(carried.body());
    }

    private void assertSame(Rig a, Rig b) {
        assertEquals(a.local(handle.id()).current().heads(), b.local(handle.id()).current().heads());
        assertEquals(a.repo.replica().clock(handle.id()), b.repo.replica().clock(handle.id()));
        assertEquals(a.repo.replica().fingerprint(handle.id()), b.repo.replica().fingerprint(handle.id()));
    }

    private void refused(List<Carried> snapshot) {
        Doc before = other.local(handle.id()).current();
        List<Ingested> results = new ArrayList<>();
        snapshot.forEach(part -> results.add(other.ingest(handle.id(), part)));
        assertEquals(Ingested.REFUSED, results.get(results.size() - 1));
        assertEquals(before.heads(), other.local(handle.id()).current().heads());
        assertEquals(List.of(), other.batches(handle.id()), "nothing of it is kept");
    }

    @Test
    void whoHasNothingGetsOneSnapshot() {
        List<Carried> sent = rig.batches(handle.id());
        assertEquals(1, sent.size());
        assertEquals(BatchHeader.Kind.SNAPSHOT, header(sent.get(0)).kind());

        assertEquals(Ingested.STORED, other.ingest(handle.id(), sent.get(0)));
        assertEquals(Ingested.KNOWN, other.ingest(handle.id(), sent.get(0)));

        assertSame(rig, other);
        other.restart();
        assertSame(rig, other);
        other.sendTo(third, handle.id());
        assertSame(rig, third);
        other.fold(handle.id());
        other.restart();
        assertSame(rig, other);
        assertEquals(List.of(), other.notices);
    }

    @Test
    void bothSidesGoOnFromThere() {
        rig.sendTo(other, handle.id());
        for (int i = 0; i < 3; i++) {
            Rig.type(handle, 0, 0, "more ");
            Rig.type(other.local(handle.id()), 4, 0, "there ");
            rig.settle();
            other.settle();
            rig.batches(handle.id(), other.clock(handle.id())).forEach(batch -> other.ingest(handle.id(), batch));
            other.batches(handle.id(), rig.clock(handle.id())).forEach(batch -> rig.ingest(handle.id(), batch));
            assertSame(rig, other);
        }
        rig.fold(handle.id());
        other.fold(handle.id());
        rig.sendTo(third, handle.id());
        assertSame(rig, third);
        assertSame(rig, other);
    }

    @Test
    void whoHasMostGetsWhatIsMissing() throws FormatException {
        List<ClockEntry> old = new ArrayList<>();
        handle.current().actors().forEach(actor -> {
            Change change = handle.current().changes(actor, 18).get(0);
            old.add(new ClockEntry(Bytes.of(actor.toByteArray()), 18, Forger.hash(change).slice(0, 8)));
        });
        rig.sendTo(other, handle.id());
        assertSame(rig, other);

        List<Carried> missing = rig.batches(handle.id(), old);

        assertEquals(1, missing.size());
        assertEquals(BatchHeader.Kind.SNAPSHOT, header(missing.get(0)).kind());
        assertEquals(4, count(missing.get(0)));
        assertEquals(Ingested.KNOWN, other.ingest(handle.id(), missing.get(0)));
        assertEquals(Ingested.DROPPED, third.ingest(handle.id(), missing.get(0)), "it builds on what is not there");
        assertEquals(List.of(), third.batches(handle.id()));
    }

    private static int count(Carried carried) throws FormatException {
        try {
            return Change.parse(body(carried).chunks().toByteArray()).size();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLongSnapshotTravelsInParts() {
        byte[] content = new byte[700_000];
        new Random(1).nextBytes(content);
        handle.change(null, edit -> edit.put(ObjectId.ROOT, "blob", new Scalar.Bytes(content)));
        rig.settle();
        rig.fold(handle.id());
        List<Carried> parts = rig.batches(handle.id());
        assertEquals(3, parts.size());

        assertEquals(Ingested.WAITING, other.ingest(handle.id(), parts.get(2)));
        other.restart();
        other.local(handle.id());
        assertEquals(Ingested.WAITING, other.ingest(handle.id(), parts.get(0)));
        assertEquals(Ingested.STORED, other.ingest(handle.id(), parts.get(1)));

        assertSame(rig, other);
        other.restart();
        assertSame(rig, other);
        other.fold(handle.id());
        other.restart();
        assertSame(rig, other);
    }

    @Test
    void whatIsOnlyTheSignersOwnComesAsItsChangesPackedAnew() {
        DocHandle own = rig.text("own");
        for (int i = 0; i < 30; i++) {
            Rig.type(own, 0, 0, "x");
            rig.settle();
        }
        other.adopt(rig, own);
        List<ClockEntry> nothing = List.of();
        rig.fold(own.id());

        List<Carried> sent = rig.batches(own.id(), nothing);

        assertEquals(1, sent.size());
        assertEquals(BatchHeader.Kind.REPACKED, header(sent.get(0)).kind());
        assertEquals(1, header(sent.get(0)).range().from());
        assertEquals(31, header(sent.get(0)).range().to());
        assertEquals(Ingested.STORED, other.ingest(own.id(), sent.get(0)));
        Change tenth = own.current().changes(own.current().actors().get(0), 10).get(0);
        List<Carried> rest = rig.batches(own.id(), List.of(new ClockEntry(Bytes.of(tenth.actor().toByteArray()), 10,
                Forger.hash(tenth).slice(0, 8))));
        assertEquals(11, header(rest.get(0)).range().from());
        assertEquals(Forger.hash(tenth), header(rest.get(0)).range().prev());
        assertEquals(Ingested.KNOWN, other.ingest(own.id(), rest.get(0)));
        assertEquals(own.current().heads(), other.local(own.id()).current().heads());
    }

    // Lies.

    private Bytes document(Doc document) {
        return Bytes.of(document.save());
    }

    private SnapshotBody honest() throws FormatException {
        return body(rig.batches(handle.id()).get(0));
    }

    private List<WriterCertificate> certificates(SnapshotBody body) {
        List<WriterCertificate> all = new ArrayList<>(body.certificates());
        all.add(liar.certificate().orElseThrow());
        return all;
    }

    @Test
    void anotherWritersSnapshotIsBelievedIfAllOfItIsSigned() throws FormatException {
        SnapshotBody body = honest();

        liar.snapshot(body.headers(), certificates(body), List.of(), body.chunks()).forEach(
                each -> assertEquals(Ingested.STORED, other.ingest(handle.id(), each)));

        assertSame(rig, other);
    }

    @Test
    void aChangeThatItsWriterDidNotSignIsRefusedHoweverItIsVouchedFor() throws FormatException {
        SnapshotBody body = honest();
        Commit forged = Forger.edit(writer.actor, handle.current(), edit -> edit.put(ObjectId.ROOT, "lie", "lie"));
        Bytes chunks = document(forged.document());
        List<Vouched> vouched = List.of(new Vouched(Bytes.of(writer.actor.toByteArray()), forged.change().seq(), Forger.hash(forged.change())));

        refused(liar.snapshot(body.headers(), certificates(body), List.of(), chunks));
        refused(liar.snapshot(body.headers(), certificates(body), vouched, chunks));
    }

    @Test
    void aForgedChangeBelowAnHonestOneIsRefused() throws FormatException {
        SnapshotBody body = honest();
        Commit forged = Forger.edit(writer.actor, handle.current(), edit -> edit.put(ObjectId.ROOT, "lie", "lie"));
        Commit cover = liar.type(forged.document(), "cover");
        List<BatchHeader> headers = new ArrayList<>(body.headers());
        headers.add(liar.header(Forger.zero(), cover.change()));

        refused(liar.snapshot(headers, certificates(body), List.of(), document(cover.document())));
    }

    @Test
    void aHeadThatIsNotSignedByItsWriterIsRefused() throws FormatException {
        SnapshotBody body = honest();
        for (BatchHeader header : body.headers()) {
            List<BatchHeader> headers = new ArrayList<>(body.headers());
            headers.remove(header);
            List<WriterCertificate> others = certificates(body).stream()
                    .filter(certificate -> !certificate.writer().equals(header.writer())).toList();
            refused(liar.snapshot(headers, others, List.of(), body.chunks()));
            byte[] bytes = header.encode().toByteArray();
            bytes[240] ^= 1;
            headers.add(BatchHeader.decode(Bytes.of(bytes)));
            refused(liar.snapshot(headers, certificates(body), List.of(), body.chunks()));
        }
    }

    @Test
    void aHeaderWhoseHeadIsNotThereIsRefused() throws FormatException {
        SnapshotBody body = honest();
        Commit never = liar.type(handle.current(), "never sent");
        List<BatchHeader> headers = new ArrayList<>(body.headers());
        headers.add(liar.header(Forger.zero(), never.change()));

        refused(liar.snapshot(headers, certificates(body), List.of(), body.chunks()));
    }

    @Test
    void aWriterWithoutACertificateIsRefused() throws FormatException {
        SnapshotBody body = honest();

        for (int left = 0; left < body.certificates().size() + 1; left++) {
            List<WriterCertificate> some = certificates(body);
            some.remove(left);
            refused(liar.snapshot(body.headers(), some, List.of(), body.chunks()));
        }
    }

    @Test
    void aChangedDocumentIsRefused() throws FormatException {
        SnapshotBody body = honest();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] chunks = body.chunks().toByteArray();
            chunks[random.nextInt(chunks.length)] ^= (byte) (1 << random.nextInt(8));
            refused(liar.snapshot(body.headers(), certificates(body), List.of(), Bytes.of(chunks)));
        }
        refused(liar.snapshot(body.headers(), certificates(body), List.of(), body.chunks().slice(0, body.chunks().length() - 1)));
        refused(liar.snapshot(List.of(), List.of(liar.certificate().orElseThrow()), List.of(), Bytes.of((byte) 1, (byte) 2)));
    }

    @Test
    void aLieInPartsLeavesNothingBehind() throws Exception {
        byte[] content = new byte[700_000];
        new Random(1).nextBytes(content);
        Commit forged = Forger.edit(writer.actor, handle.current(), edit -> edit.put(ObjectId.ROOT, "lie", new Scalar.Bytes(content)));
        SnapshotBody body = honest();
        refused(liar.snapshot(body.headers(), certificates(body), List.of(), document(forged.document())));
        other.settle();
        assertEquals(List.of(), other.disk().batches(handle.id(), 0, Long.MAX_VALUE));
        other.start();
        rig.sendTo(other, handle.id());
        assertSame(rig, other);
    }

    // What was imported.

    private static final ActorId IMPORTED = ActorId.parse("0102");

    private List<Carried> imported(Forger signer, Doc document) throws FormatException {
        SnapshotBody body = honest();
        List<Vouched> vouched = document.lastChanges(IMPORTED).stream()
                .map(change -> new Vouched(Bytes.of(IMPORTED.toByteArray()), change.seq(), Forger.hash(change))).toList();
        List<WriterCertificate> certificates = new ArrayList<>(body.certificates());
        certificates.add(signer.certificate().orElseThrow());
        return signer.snapshot(body.headers(), certificates, vouched, document(document));
    }

    @Test
    void anActorThatIsNoWritersIsVouchedForByTheSigner() throws Exception {
        Commit one = Forger.edit(IMPORTED, handle.current(), edit -> edit.put(ObjectId.ROOT, "from", "elsewhere"));
        Commit two = Forger.edit(IMPORTED, one.document(), edit -> edit.put(ObjectId.ROOT, "from", "elsewhere, too"));
        refused(liar.snapshot(honest().headers(), certificates(honest()), List.of(), document(one.document())));

        imported(liar, one.document()).forEach(each -> assertEquals(Ingested.STORED, other.ingest(handle.id(), each)));
        imported(liar, two.document()).forEach(each -> assertEquals(Ingested.STORED, other.ingest(handle.id(), each)));

        assertEquals(two.document().heads(), other.local(handle.id()).current().heads());
        assertEquals(3, other.repo.replica().clock(handle.id()).size());
        other.restart();
        assertEquals(3, other.repo.replica().clock(handle.id()).size());
        other.fold(handle.id());
        other.restart();
        assertEquals(two.document().heads(), other.local(handle.id()).current().heads());
        other.sendTo(third, handle.id());
        assertSame(other, third);
        other.batches(handle.id(), rig.clock(handle.id())).forEach(each -> rig.ingest(handle.id(), each));
        assertSame(other, rig);
        assertEquals(List.of(), rig.batches(handle.id(), third.clock(handle.id())));
    }
}
