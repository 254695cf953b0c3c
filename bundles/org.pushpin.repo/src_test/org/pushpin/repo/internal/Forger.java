// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crypto.BatchBody;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.BatchPart;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Genesis;
import org.pushpin.crypto.SigningKey;
import org.pushpin.crypto.SnapshotBody;
import org.pushpin.crypto.WriterCertificate;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.internal.replication.Replica.Carried;

/** A writer that signs whatever a test wants. */
final class Forger {

    final SigningKey key;
    final WriterId writer;
    final ActorId actor;
    final DocumentId document;
    final Bytes authority;
    private final SigningKey device;

    Forger(Rig rig, DocHandle handle, int seed) throws Exception {
        Random random = new Random(seed);
        key = key(random);
        device = key(random);
        writer = new WriterId(key.publicKey());
        actor = ActorId.of(writer.actor().toByteArray());
        document = handle.id();
        authority = Genesis.decode(rig.repo.replica().genesis(handle.id()).orElseThrow()).hash();
    }

    private static SigningKey key(Random random) {
        byte[] seed = new byte[SigningKey.SEED_LENGTH];
        random.nextBytes(seed);
        return SigningKey.fromSeed(Bytes.of(seed));
    }

    Commit edit(Doc base, Consumer<Edit> content) {
        return edit(actor, base, content);
    }

    static Commit edit(ActorId as, Doc base, Consumer<Edit> content) {
        Edit edit = base.edit(as);
        content.accept(edit);
        return edit.commit(null, Instant.EPOCH).orElseThrow();
    }

    Commit type(Doc base, String text) {
        return edit(base, edit -> edit.splice(Rig.textId(edit), 0, 0, text));
    }

    Optional<WriterCertificate> certificate() {
        return Optional.of(WriterCertificate.sign(device, writer, document));
    }

    Carried honest(Bytes prev, Change... changes) {
        Change first = changes[0];
        Change last = changes[changes.length - 1];
        return batch(new BatchHeader.Range(first.seq(), last.seq(), prev, hash(last)), authority,
                first.seq() == 1 ? certificate() : Optional.empty(), List.of(changes));
    }

    Carried batch(BatchHeader.Range range, Bytes auth, Optional<WriterCertificate> certificate, List<Change> changes) {
        Bytes body = new BatchBody(certificate, chunks(changes)).encode();
        return new Carried(BatchHeader.sign(key, BatchHeader.Kind.CHANGES, 0, document, range, auth, body).encode(), body);
    }

    /** A snapshot, in parts if it is long, of whatever is claimed. */
    List<Carried> snapshot(List<BatchHeader> headers, List<WriterCertificate> certificates, List<SnapshotBody.Vouched> vouched, Bytes chunks) {
        Bytes body = new SnapshotBody(headers, certificates, vouched, chunks).encode();
        if (body.length() <= BatchHeader.MAX_BODY) {
            return List.of(carried(0, body));
        }
        return BatchPart.split(body).stream().map(part -> carried(BatchHeader.PART, part.encode())).toList();
    }

    private Carried carried(int flags, Bytes body) {
        return new Carried(BatchHeader.sign(key, BatchHeader.Kind.SNAPSHOT, flags, document, BatchHeader.Range.NONE, authority, body).encode(),
                body);
    }

    /** A header for a change, as if it had been sent alone. */
    BatchHeader header(Bytes prev, Change change) {
        return BatchHeader.sign(key, BatchHeader.Kind.CHANGES, 0, document,
                new BatchHeader.Range(change.seq(), change.seq(), prev, hash(change)), authority, Bytes.EMPTY);
    }

    static Bytes chunks(List<Change> changes) {
        return Bytes.concat(changes.stream().map(change -> Bytes.of(change.toByteArray())).toArray(Bytes[]::new));
    }

    static Bytes hash(Change change) {
        return Bytes.of(change.hash().toByteArray());
    }

    static Bytes zero() {
        return Bytes.zeros(32);
    }
}
