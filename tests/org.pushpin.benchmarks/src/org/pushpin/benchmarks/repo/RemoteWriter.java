// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crypto.BatchBody;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.BatchPart;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.SigningKey;
import org.pushpin.crypto.SnapshotBody;
import org.pushpin.crypto.WriterCertificate;
import org.pushpin.crypto.WriterId;

/** Somebody elsewhere who writes to a document, and signs it in batches as large as may be sent. */
final class RemoteWriter {
    /** A signed batch. */
    record Batch(Bytes header, Bytes body) {}

    private final Random random = new Random(5);
    private final SigningKey key = key();
    private final SigningKey device = key();
    private final WriterId writer = new WriterId(key.publicKey());
    private final ActorId actor = ActorId.of(writer.actor().toByteArray());
    private final DocumentId document;
    private final Bytes authority;

    RemoteWriter(DocumentId document, Bytes authority) {
        this.document = document;
        this.authority = authority;
    }

    private SigningKey key() {
        byte[] seed = new byte[SigningKey.SEED_LENGTH];
        random.nextBytes(seed);
        return SigningKey.fromSeed(Bytes.of(seed));
    }

    /** So many changes, each of a word or less, at a caret that jumps now and then. */
    List<Change> write(Doc base, int changes) {
        List<Change> written = new ArrayList<>();
        Doc doc = base;
        ObjectId text = ((ObjectValue) doc.get(ObjectId.ROOT, "text").orElseThrow()).id();
        int caret = 0;
        for (int i = 0; i < changes; i++) {
            int length = doc.length(text);
            caret = random.nextInt(40) == 0 ? random.nextInt(length + 1) : Math.min(caret, length);
            Edit edit = doc.edit(actor);
            if (random.nextInt(10) == 0 && caret > 0) {
                edit.splice(text, --caret, 1, "");
            } else {
                edit.splice(text, caret++, 0, Character.toString('a' + random.nextInt(26)));
            }
            Commit commit = edit.commit(null, Instant.EPOCH).orElseThrow();
            written.add(commit.change());
            doc = commit.document();
        }
        return written;
    }

    /** Signs them, as many in a batch as fit. */
    List<Batch> sign(List<Change> changes) {
        List<Batch> batches = new ArrayList<>();
        Bytes previous = Bytes.zeros(32);
        List<Bytes> chunks = new ArrayList<>();
        int bytes = 0;
        int first = 0;
        for (int i = 0; i <= changes.size(); i++) {
            Bytes chunk = i < changes.size() ? Bytes.of(changes.get(i).toByteArray()) : null;
            if (chunk == null || bytes + chunk.length() > BatchBody.MAX_CHUNKS) {
                batches.add(batch(changes.get(first), changes.get(i - 1), previous, chunks));
                previous = hash(changes.get(i - 1));
                chunks.clear();
                bytes = 0;
                first = i;
            }
            if (chunk != null) {
                chunks.add(chunk);
                bytes += chunk.length();
            }
        }
        return batches;
    }

    private Batch batch(Change first, Change last, Bytes previous, List<Bytes> chunks) {
        Optional<WriterCertificate> certificate = first.seq() == 1
                ? Optional.of(WriterCertificate.sign(device, writer, document)) : Optional.empty();
        Bytes body = new BatchBody(certificate, Bytes.concat(chunks.toArray(Bytes[]::new))).encode();
        BatchHeader.Range range = new BatchHeader.Range(first.seq(), last.seq(), previous, hash(last));
        return new Batch(BatchHeader.sign(key, BatchHeader.Kind.CHANGES, 0, document, range, authority, body).encode(), body);
    }

    /** The same changes as one snapshot, in as many parts as it takes, vouched for by the last of the batches. */
    List<Batch> snapshot(List<Change> changes, Batch last) throws FormatException {
        Bytes body = new SnapshotBody(List.of(BatchHeader.decode(last.header())), List.of(WriterCertificate.sign(device, writer, document)),
                List.of(), Bytes.of(Change.bundle(changes))).encode();
        if (body.length() <= BatchHeader.MAX_BODY) {
            return List.of(part(0, body));
        }
        return BatchPart.split(body).stream().map(part -> part(BatchHeader.PART, part.encode())).toList();
    }

    private Batch part(int flags, Bytes body) {
        return new Batch(BatchHeader.sign(key, BatchHeader.Kind.SNAPSHOT, flags, document, BatchHeader.Range.NONE, authority, body).encode(),
                body);
    }

    private static Bytes hash(Change change) {
        return Bytes.of(change.hash().toByteArray());
    }
}
