// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.SnapshotBody;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.batch.Batch;
import org.pushpin.repo.internal.batch.Held;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.batch.Packing;
import org.pushpin.repo.internal.batch.Tips.Tip;
import org.pushpin.repo.internal.batch.Vouching;
import org.pushpin.storage.StoredHeader;
import org.pushpin.storage.StoredWriter;

/**
 * The snapshot that this profile keeps of a document: the body of a snapshot without headers and certificates, which are in the
 * storage's own tables. When it is read back all hashes are computed again and every line of changes must end with a head that is
 * signed, like one that comes from a peer. Unlike there, what cannot be proved because its header was damaged is shown all the same,
 * for it may be the only copy; it is not passed on until its writer writes again.
 */
final class OwnSnapshot {

    private static final Bytes FORMER = Bytes.utf8("PPS1");

    private final DocumentId id;
    private final Bytes authority;
    private final OwnWriter own;
    private final List<String> damage;

    /** @param damage is added to */
    OwnSnapshot(DocumentId id, Bytes authority, OwnWriter own, List<String> damage) {
        this.id = id;
        this.authority = authority;
        this.own = own;
        this.damage = damage;
    }

    /** The bytes. Any thread; cost: as saving the document. */
    static Bytes encode(Held held) {
        return new SnapshotBody(List.of(), List.of(), held.foreigners().all(), Bytes.of(held.document().save())).encode();
    }

    /** Whether these are the bytes of a form in which no snapshot stood for anything but the log, which is still there. */
    static boolean isFormer(Bytes bytes) {
        return bytes.startsWith(FORMER);
    }

    /** What is in the snapshot. @throws FormatException if it is damaged */
    Ledger read(Bytes bytes, List<StoredHeader> headers, List<StoredWriter> writers) throws FormatException {
        Doc document;
        try {
            document = Doc.load(SnapshotBody.decode(bytes).chunks().toByteArray());
        } catch (MalformedException e) {
            throw new FormatException(e.getMessage());
        }
        Vouching vouching = new Vouching(id, authority, document);
        writers.stream().map(StoredWriter::writer).filter(writer -> !writer.equals(Adoption.FOREIGN)).forEach(vouching::writer);
        vouching.writer(own.id());
        List<StoredHeader> sound = headers.stream().filter(header -> isSound(vouching, header)).toList();
        Ledger ledger = new Ledger(document);
        for (ActorId actor : document.actors()) {
            Optional<WriterId> writer = vouching.writerOf(actor);
            if (writer.isPresent()) {
                ledger.tips().set(writer.get(), ends(document, actor, vouching));
            } else {
                ledger.foreigners(ledger.foreigners().with(actor, vouching.foreign(actor)));
            }
        }
        ledger.keep(sound, authority);
        return ledger;
    }

    private boolean isSound(Vouching vouching, StoredHeader header) {
        try {
            vouching.header(BatchHeader.decode(header.bytes()));
            return true;
        } catch (FormatException e) {
            damage.add("A stored proof of who wrote a part of a document was damaged (" + e.getMessage() + ").");
            return false;
        }
    }

    private List<Tip> ends(Doc document, ActorId actor, Vouching vouching) throws FormatException {
        List<Tip> ends = new ArrayList<>();
        for (Change end : document.lastChanges(actor)) {
            Optional<Tip> proved = vouching.tip(end);
            if (proved.isPresent()) {
                BatchHeader.decode(proved.get().header()).verifySignature();
            }
            ends.add(proved.orElseGet(() -> unproved(document, end)));
        }
        return ends;
    }

    /** What is this device's own can be signed again. */
    private Tip unproved(Doc document, Change end) {
        if (!end.actor().equals(own.actor())) {
            damage.add("The proof of who wrote a part of a document was damaged; the part is shown, but not passed on until its writer"
                    + " writes again.");
            return new Tip(end.seq(), end.hash(), Bytes.EMPTY);
        }
        Batch signed = new Packing(id, authority, BatchHeader.Kind.REPACKED).pack(own, document, List.of(end)).get(0);
        return new Tip(end.seq(), end.hash(), signed.carried().get(0).header());
    }
}
