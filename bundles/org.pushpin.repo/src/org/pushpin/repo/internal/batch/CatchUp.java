// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.BatchPart;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.SnapshotBody;
import org.pushpin.crypto.SnapshotBody.Vouched;
import org.pushpin.crypto.WriterCertificate;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.batch.Batch.Carried;
import org.pushpin.repo.internal.batch.Tips.Tip;
import org.pushpin.storage.StoredHeader;

/**
 * What a peer lacks whose part of the log was folded: a snapshot (kind 3), whole for one that has little and of what is missing for one
 * that has much; or, where only the signer's own changes are missing, these in new batches (kind 2). Any thread; cost: as saving the
 * document.
 */
public final class CatchUp {

    /** What is a quarter of the document or more is sent as all of it: a document takes a fraction of what its changes take. */
    private static final int WHOLE = 4;

    /** So few changes are no shorter as a document, and so many are. */
    private static final int FEW = 64;
    private static final int MANY = 4096;

    private static final System.Logger LOG = System.getLogger(CatchUp.class.getName());

    private final Held held;
    private final OwnWriter signer;

    public CatchUp(Held held, OwnWriter signer) {
        this.held = held;
        this.signer = signer;
    }

    /** What somebody with this clock lacks; nothing if it cannot be proved to him. */
    public List<Carried> since(List<ClockEntry> clock) {
        List<ChangeHash> known = held.known(clock);
        List<Change> missing = held.document().changesSince(known);
        if (missing.isEmpty()) {
            return List.of();
        }
        boolean most = missing.size() * (long) WHOLE >= held.document().changeCount();
        if (missing.size() <= (most ? FEW : MANY) && isOwn(missing)) {
            return repacked(missing);
        }
        return most ? whole() : part(missing);
    }

    private boolean isOwn(List<Change> missing) {
        return held.tips().of(signer.id()).size() == 1 && missing.stream().allMatch(change -> change.actor().equals(signer.actor()));
    }

    private List<Carried> repacked(List<Change> missing) {
        return new Packing(held.id(), held.authority(), BatchHeader.Kind.REPACKED).pack(signer, held.document(), missing).stream()
                .flatMap(batch -> batch.carried().stream()).toList();
    }

    private List<Carried> whole() {
        Set<ChangeHash> all = new HashSet<>();
        held.tips().all().values().forEach(ends -> ends.forEach(end -> all.add(end.hash())));
        return snapshot(all, held.waypoints().kept(), held.foreigners().all(), Bytes.of(held.document().save()));
    }

    private List<Carried> part(List<Change> missing) {
        Set<ChangeHash> hashes = new HashSet<>();
        missing.forEach(change -> hashes.add(change.hash()));
        List<StoredHeader> kept = held.waypoints().kept().stream().filter(header -> hashes.contains(head(header))).toList();
        List<Vouched> vouched = held.foreigners().all().stream()
                .filter(each -> hashes.contains(ChangeHash.of(each.head().toByteArray()))).toList();
        return snapshot(hashes, kept, vouched, Bytes.of(Change.bundle(missing)));
    }

    private static ChangeHash head(StoredHeader header) {
        return ChangeHash.of(decoded(header.bytes()).range().head().toByteArray());
    }

    private static BatchHeader decoded(Bytes header) {
        try {
            return BatchHeader.decode(header);
        } catch (FormatException e) {
            throw new IllegalStateException("a header that was verified", e);
        }
    }

    /** @param sent the changes that are sent; only ends among them matter */
    private List<Carried> snapshot(Set<ChangeHash> sent, List<StoredHeader> kept, List<Vouched> vouched, Bytes chunks) {
        Set<Bytes> headers = new HashSet<>();
        kept.forEach(header -> headers.add(header.bytes()));
        Set<WriterId> writers = new HashSet<>(Set.of(signer.id()));
        kept.forEach(header -> writers.add(header.writer()));
        for (var writer : held.tips().all().entrySet()) {
            for (Tip end : writer.getValue()) {
                if (sent.contains(end.hash())) {
                    if (end.header().isEmpty()) {
                        LOG.log(System.Logger.Level.WARNING, "a peer cannot be given what it lacks of {0}: its proof was damaged", held.id());
                        return List.of();
                    }
                    headers.add(end.header());
                    writers.add(writer.getKey());
                }
            }
        }
        Bytes body = new SnapshotBody(headers.stream().map(CatchUp::decoded).toList(), certificates(writers), vouched, chunks).encode();
        return body.length() > SnapshotBody.MAX_LENGTH ? tooLong() : signed(body);
    }

    private List<Carried> tooLong() {
        LOG.log(System.Logger.Level.WARNING, "a peer cannot be given what it lacks of {0}: it is too much for a snapshot", held.id());
        return List.of();
    }

    private List<WriterCertificate> certificates(Set<WriterId> writers) {
        List<WriterCertificate> certificates = new ArrayList<>();
        for (WriterId writer : writers) {
            Bytes known = held.certificates().getOrDefault(writer, Bytes.EMPTY);
            if (writer.equals(signer.id())) {
                certificates.add(signer.certificate());
            } else if (!known.isEmpty()) {
                certificates.add(decodedCertificate(known));
            }
        }
        return certificates;
    }

    private static WriterCertificate decodedCertificate(Bytes certificate) {
        try {
            return WriterCertificate.decode(certificate);
        } catch (FormatException e) {
            throw new IllegalStateException("a certificate that was verified", e);
        }
    }

    private List<Carried> signed(Bytes body) {
        if (body.length() <= BatchHeader.MAX_BODY) {
            return List.of(signed(0, body));
        }
        return BatchPart.split(body).stream().map(part -> signed(BatchHeader.PART, part.encode())).toList();
    }

    private Carried signed(int flags, Bytes body) {
        return new Carried(BatchHeader.sign(signer.key(), BatchHeader.Kind.SNAPSHOT, flags, held.id(), BatchHeader.Range.NONE,
                held.authority(), body).encode(), body);
    }
}
