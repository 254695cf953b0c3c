// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.SnapshotBody;
import org.pushpin.crypto.WriterCertificate;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.batch.Batch;
import org.pushpin.repo.internal.batch.Tips.Tip;
import org.pushpin.repo.internal.batch.Vouching;
import org.pushpin.storage.StoredHeader;

/**
 * Takes a snapshot from somebody else into a ledger, after proving all of it: that its document is what its changes make, that every
 * line of changes that is new ends with a head that its writer signed, and that each such writer has a certificate.
 */
final class Adoption {

    /** Where an Automerge chunk says what it is, and what a document chunk says there. */
    private static final int TYPE_AT = 8;
    private static final int DOCUMENT = 0;

    private final DocumentId id;
    private final Bytes authority;
    private final Ledger ledger;

    /** What came of it. @param incomplete it builds on what is not here: nothing was taken */
    record Result(boolean incomplete, Set<WriterId> writers) {
        private static final Result INCOMPLETE = new Result(true, Set.of());
        private static final Result NOTHING_NEW = new Result(false, Set.of());

        boolean isNew() {
            return !writers.isEmpty();
        }
    }

    Adoption(DocumentId id, Bytes authority, Ledger ledger) {
        this.id = id;
        this.authority = authority;
        this.ledger = ledger;
    }

    /**
     * Proves and takes.
     *
     * @return the writers whose lines end elsewhere now; {@link #FOREIGN} among them if an actor's does that is no writer's
     * @throws FormatException if it may not be believed: then nothing has changed
     */
    Result adopt(Batch.Snapshot snapshot) throws FormatException {
        Doc before = ledger.document();
        Optional<Doc> merged = merged(before, snapshot.body().chunks());
        if (merged.isEmpty()) {
            return Result.INCOMPLETE;
        }
        Doc after = merged.get();
        if (after.changeCount() == before.changeCount()) {
            return Result.NOTHING_NEW;
        }
        Vouching vouching = new Vouching(id, authority, after);
        ledger.tips().all().keySet().forEach(vouching::writer);
        for (BatchHeader header : snapshot.body().headers()) {
            vouching.header(header);
        }
        Set<ActorId> actors = vouching.check(before, snapshot.body().vouched());
        verifySignatures(snapshot.body());
        checkCertificates(snapshot);
        return take(snapshot.body(), after, vouching, actors);
    }

    private static Optional<Doc> merged(Doc before, Bytes chunks) throws FormatException {
        try {
            boolean whole = chunks.length() > TYPE_AT && chunks.at(TYPE_AT) == DOCUMENT;
            Doc after;
            if (whole) {
                Doc loaded = Doc.load(chunks.toByteArray());
                boolean first = before.changeCount() == 0;
                after = first ? loaded : before.apply(loaded.changesSince(before.heads()));
                if (!loaded.missingDependencies().isEmpty()) {
                    throw new FormatException("the snapshot's document is not whole");
                }
            } else {
                after = before.apply(Change.parse(chunks.toByteArray()));
            }
            return after.missingDependencies().isEmpty() ? Optional.of(after) : Optional.empty();
        } catch (MalformedException e) {
            throw new FormatException("the snapshot's document is not what it should be: " + e.getMessage());
        }
    }

    private void verifySignatures(SnapshotBody body) throws FormatException {
        Set<Bytes> known = new HashSet<>();
        ledger.waypoints().with(ledger.tips(), authority).forEach(header -> known.add(header.bytes()));
        for (BatchHeader header : body.headers()) {
            if (!known.contains(header.encode())) {
                header.verifySignature();
            }
        }
    }

    private void checkCertificates(Batch.Snapshot snapshot) throws FormatException {
        Set<WriterId> certified = new HashSet<>();
        for (WriterCertificate certificate : snapshot.body().certificates()) {
            if (!certificate.document().equals(id)) {
                throw new FormatException("a certificate is for another document");
            }
            certified.add(certificate.writer());
        }
        if (!certified.contains(snapshot.header().writer())) {
            throw new FormatException("the snapshot's signer has no certificate");
        }
        for (BatchHeader header : snapshot.body().headers()) {
            if (!certified.contains(header.writer()) && !ledger.certificates().containsKey(header.writer())) {
                throw new FormatException("a writer in the snapshot has no certificate");
            }
        }
    }

    private Result take(SnapshotBody body, Doc after, Vouching vouching, Set<ActorId> actors) {
        Set<WriterId> writers = new HashSet<>();
        for (ActorId actor : actors) {
            Optional<WriterId> writer = vouching.writerOf(actor);
            if (writer.isPresent()) {
                ledger.tips().set(writer.get(), ends(writer.get(), after.lastChanges(actor), vouching));
                writers.add(writer.get());
            } else {
                ledger.foreigners(ledger.foreigners().with(actor, vouching.foreign(actor)));
                writers.add(FOREIGN);
            }
        }
        keepWaypoints(body);
        body.certificates().stream().filter(each -> writers.contains(each.writer()))
                .forEach(each -> ledger.certificates().put(each.writer(), each.encode()));
        ledger.document(after);
        return new Result(false, writers);
    }

    /** What vouches for less than the end of a line. */
    private void keepWaypoints(SnapshotBody body) {
        Set<Bytes> known = new HashSet<>();
        ledger.waypoints().with(ledger.tips(), authority).forEach(header -> known.add(header.bytes()));
        ledger.waypoints().keep(body.headers().stream().filter(header -> !known.contains(header.encode()))
                .map(header -> new StoredHeader(header.writer(), authority, header.range().to(), header.encode())).toList());
    }

    /** Ends that were here keep the headers that they had. */
    private List<Tip> ends(WriterId writer, List<Change> last, Vouching vouching) {
        List<Tip> ends = new ArrayList<>();
        for (Change end : last) {
            Optional<Tip> known = ledger.tips().of(writer).stream().filter(tip -> tip.hash().equals(end.hash())).findFirst();
            ends.add(vouching.tip(end).or(() -> known).orElse(new Tip(end.seq(), end.hash(), Bytes.EMPTY)));
        }
        return ends;
    }

    /** Stands for all actors that are no writer's: in the storage, who wants to know how far they go opens the document. */
    static final WriterId FOREIGN = new WriterId(Bytes.zeros(WriterId.LENGTH));
}
