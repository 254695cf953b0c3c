// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.BatchBody;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.BatchPart;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterCertificate;

/** Cuts local changes into signed batches: as many consecutive changes of one writer as fit. */
public final class Packing {

    /** The largest change that is carried, in bytes as stored. */
    public static final int MAX_CHANGE_BYTES = 16 << 20;

    private final DocumentId document;
    private final Bytes authority;
    private final BatchHeader.Kind kind;

    /** @param kind whether the changes are new ({@code CHANGES}) or have been signed before ({@code REPACKED}) */
    public Packing(DocumentId document, Bytes authority, BatchHeader.Kind kind) {
        this.document = document;
        this.authority = authority;
        this.kind = kind;
    }

    /**
     * Signs a run of consecutive changes of one writer.
     *
     * @param document that has them, and the writer's change before the first of them, which is in the past of it
     */
    public List<Batch> pack(OwnWriter writer, Doc document, List<Change> run) {
        Bytes prev = previous(writer, document, run.get(0));
        List<Batch> batches = new ArrayList<>();
        List<Change> gathered = new ArrayList<>();
        List<Bytes> chunks = new ArrayList<>();
        int length = 0;
        for (Change change : run) {
            Bytes chunk = Bytes.of(change.toByteArray());
            if (!gathered.isEmpty() && length + chunk.length() > BatchBody.MAX_CHUNKS) {
                batches.add(batch(writer, prev, gathered, concat(chunks)));
                prev = Batch.hash(gathered.get(gathered.size() - 1));
                gathered = new ArrayList<>();
                chunks = new ArrayList<>();
                length = 0;
            }
            gathered.add(change);
            chunks.add(chunk);
            length += chunk.length();
        }
        batches.add(batch(writer, prev, gathered, concat(chunks)));
        return batches;
    }

    private static Bytes previous(OwnWriter writer, Doc document, Change first) {
        if (first.seq() == 1) {
            return Bytes.zeros(ChangeHash.LENGTH);
        }
        Change previous = CausalPast.find(document, first.deps(), writer.actor(), first.seq() - 1)
                .orElseThrow(() -> new IllegalStateException("an own change without the one before it"));
        return Batch.hash(previous);
    }

    private static Bytes concat(List<Bytes> chunks) {
        return Bytes.concat(chunks.toArray(Bytes[]::new));
    }

    private Batch batch(OwnWriter writer, Bytes prev, List<Change> changes, Bytes chunks) {
        Change first = changes.get(0);
        Change last = changes.get(changes.size() - 1);
        Optional<WriterCertificate> certificate = first.seq() == 1 ? Optional.of(writer.certificate()) : Optional.empty();
        BatchHeader.Range range = new BatchHeader.Range(first.seq(), last.seq(), prev, Batch.hash(last));
        Bytes body = new BatchBody(certificate, chunks).encode();
        List<Batch.Carried> carried = new ArrayList<>();
        BatchHeader header = null;
        if (body.length() <= BatchHeader.MAX_BODY) {
            header = sign(writer, 0, range, body);
            carried.add(new Batch.Carried(header.encode(), body));
        } else {
            for (BatchPart part : BatchPart.split(body)) {
                Bytes content = part.encode();
                header = sign(writer, BatchHeader.PART, range, content);
                carried.add(new Batch.Carried(header.encode(), content));
            }
        }
        return new Batch(header, carried, changes, certificate);
    }

    private BatchHeader sign(OwnWriter writer, int flags, BatchHeader.Range range, Bytes body) {
        return BatchHeader.sign(writer.key(), kind, flags, document, range, authority, body);
    }
}
