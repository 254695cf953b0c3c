// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crypto.BatchBody;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.BatchPart;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.SnapshotBody;
import org.pushpin.crypto.WriterCertificate;

/**
 * A batch whose bytes have been verified: signature, body, actor, sequence numbers, head. Its place in the document has not.
 *
 * @param carried as it travels: one header and body, or one for each part
 */
public record Batch(BatchHeader header, List<Carried> carried, List<Change> changes, Optional<WriterCertificate> certificate) {

    public Batch {
        carried = List.copyOf(carried);
        changes = List.copyOf(changes);
    }

    /** A header with its body, as bytes. */
    public record Carried(Bytes header, Bytes body) {}

    /** What one carried batch is, or what parts make: changes, a snapshot, or a part that waits for the others. */
    public sealed interface Read permits Complete, Part {}

    /** What is whole. */
    public sealed interface Complete extends Read permits Whole, Snapshot {}

    /** A batch of changes. */
    public record Whole(Batch batch) implements Complete {}

    /** A snapshot, of which the form has been verified, and that its signer signed it, but not what it says of others. */
    public record Snapshot(BatchHeader header, List<Carried> carried, SnapshotBody body) implements Complete {
        public Snapshot {
            carried = List.copyOf(carried);
        }
    }

    /** A verified part. */
    public record Part(BatchHeader header, Carried carried, BatchPart part) implements Read {

        /** Equal for all parts that belong together. */
        public List<Object> key() {
            return List.of(header.writer(), header.range(), part.whole(), part.count());
        }
    }

    /**
     * Verifies header and body against each other and against the document.
     *
     * @throws FormatException if anything is wrong, in one sentence
     */
    public static Read read(Bytes authority, BatchHeader header, Carried carried) throws FormatException {
        if (header.kind() == BatchHeader.Kind.AUTHORITY) {
            throw new FormatException("a newer version is needed: batches of the kind " + header.kind());
        }
        if (header.kind() == BatchHeader.Kind.SNAPSHOT && header.range().from() != 0) {
            throw new FormatException("a snapshot names changes of its signer's own");
        }
        if (!header.auth().equals(authority)) {
            throw new FormatException("the batch names another authority than this document's");
        }
        header.verify(carried.body());
        if ((header.flags() & BatchHeader.PART) != 0) {
            return new Part(header, carried, BatchPart.decode(carried.body()));
        }
        return complete(header, List.of(carried), carried.body());
    }

    /** What complete parts make, in order. */
    public static Complete join(List<Part> parts) throws FormatException {
        Bytes body = BatchPart.join(parts.stream().map(Part::part).toList())
                .orElseThrow(() -> new FormatException("parts of a batch are missing"));
        return complete(parts.get(0).header(), parts.stream().map(Part::carried).toList(), body);
    }

    private static Complete complete(BatchHeader header, List<Carried> carried, Bytes body) throws FormatException {
        return header.kind() == BatchHeader.Kind.SNAPSHOT ? new Snapshot(header, carried, SnapshotBody.decode(body))
                : new Whole(whole(header, carried, body));
    }

    private static Batch whole(BatchHeader header, List<Carried> carried, Bytes body) throws FormatException {
        BatchBody decoded = BatchBody.decode(body);
        checkCertificate(header, decoded.certificate());
        try {
            List<Change> changes = Change.parse(decoded.chunks().toByteArray());
            checkChanges(header, changes);
            return new Batch(header, carried, changes, decoded.certificate());
        } catch (MalformedException e) {
            throw new FormatException("the batch holds a malformed change: " + e.getMessage());
        }
    }

    private static void checkCertificate(BatchHeader header, Optional<WriterCertificate> certificate) throws FormatException {
        if (certificate.isPresent() != (header.range().from() == 1)) {
            throw new FormatException("a writer's certificate travels with its first change, and only there");
        }
        if (certificate.isPresent() && !(certificate.get().writer().equals(header.writer())
                && certificate.get().document().equals(header.document()))) {
            throw new FormatException("the certificate is for another writer or document");
        }
    }

    private static void checkChanges(BatchHeader header, List<Change> changes) throws FormatException {
        long from = header.range().from();
        if (changes.size() != header.range().to() - from + 1) {
            throw new FormatException("the batch does not hold the changes that its header names");
        }
        ActorId actor = OwnWriter.actor(header.writer());
        for (int i = 0; i < changes.size(); i++) {
            if (!changes.get(i).actor().equals(actor)) {
                throw new FormatException("the batch holds a change of another actor than its writer");
            }
            if (changes.get(i).seq() != from + i) {
                throw new FormatException("the batch's changes are not consecutive");
            }
        }
        if (!hash(changes.get(changes.size() - 1)).equals(header.range().head())) {
            throw new FormatException("the batch's last change is not the head that its header vouches for");
        }
    }

    /** The hash of the writer's own change before the {@code index}-th of this batch; empty before its first. */
    public Optional<ChangeHash> ownPrevious(int index) {
        if (index > 0) {
            return Optional.of(changes.get(index - 1).hash());
        }
        Bytes prev = header.range().prev();
        return prev.isZero() ? Optional.empty() : Optional.of(ChangeHash.of(prev.toByteArray()));
    }

    public ChangeHash head() {
        return ChangeHash.of(header.range().head().toByteArray());
    }

    public int bytes() {
        return carried.stream().mapToInt(each -> each.header().length() + each.body().length()).sum();
    }

    /** A change's hash as bytes. */
    public static Bytes hash(Change change) {
        return Bytes.of(change.hash().toByteArray());
    }

    /** Dependencies that are in nothing that {@code known} knows, nor in this batch. */
    public List<ChangeHash> missing(java.util.function.Predicate<ChangeHash> known) {
        List<ChangeHash> missing = new ArrayList<>();
        java.util.Set<ChangeHash> own = new java.util.HashSet<>();
        for (Change change : changes) {
            for (ChangeHash dependency : change.deps()) {
                if (!own.contains(dependency) && !known.test(dependency)) {
                    missing.add(dependency);
                }
            }
            own.add(change.hash());
        }
        return missing;
    }
}
