// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.SnapshotBody.Vouched;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.batch.Tips.Tip;

/**
 * Whether headers vouch for what a document holds (rule R3): where the line of a writer's changes ends, there must be a header of his
 * with that change as its head. That is enough for all of the line, because a hash commits to all that a change builds on. Whether each
 * change of a writer builds on his last is the engine's business: it reads nothing else. One thread.
 */
public final class Vouching {

    private final DocumentId id;
    private final Bytes authority;
    private final Doc document;
    private final Map<ChangeHash, BatchHeader> byHead = new HashMap<>();
    private final Map<ActorId, WriterId> writers = new HashMap<>();

    /** @param document with all that the headers are to vouch for */
    public Vouching(DocumentId id, Bytes authority, Doc document) {
        this.id = id;
        this.authority = authority;
        this.document = document;
    }

    /** A writer who is known already. */
    public void writer(WriterId writer) {
        writers.put(OwnWriter.actor(writer), writer);
    }

    /** @throws FormatException if the header is of another document or authority, or its head is not its writer's change here */
    public void header(BatchHeader header) throws FormatException {
        if (!header.document().equals(id) || !header.auth().equals(authority)) {
            throw new FormatException("a header belongs to another document or authority");
        }
        boolean vouches = header.kind() == BatchHeader.Kind.CHANGES || header.kind() == BatchHeader.Kind.REPACKED;
        ActorId actor = OwnWriter.actor(header.writer());
        Optional<Change> head = document.changes(actor, header.range().to()).stream()
                .filter(change -> Batch.hash(change).equals(header.range().head())).findFirst();
        if (!vouches || head.isEmpty()) {
            throw new FormatException("a header's head is not its writer's change in the snapshot");
        }
        if (!header.writer().equals(writers.getOrDefault(actor, header.writer()))) {
            throw new FormatException("two writers have one actor id");
        }
        writers.put(actor, header.writer());
        byHead.put(head.get().hash(), header);
    }

    /** Who an actor is, if he is a writer that is known. */
    public Optional<WriterId> writerOf(ActorId actor) {
        return Optional.ofNullable(writers.get(actor));
    }

    /** The end of a line with the header that vouches for it, if there is one. */
    public Optional<Tip> tip(Change end) {
        return Optional.ofNullable(byHead.get(end.hash())).map(header -> new Tip(end.seq(), end.hash(), header.encode()));
    }

    /**
     * Checks that there is nothing in the document that is not {@code before} and that nobody vouches for.
     *
     * @param vouched for whom the signer vouches
     * @return the actors whose lines end elsewhere than before
     * @throws FormatException if somebody's changes are vouched for by nobody, or by another though he is a writer
     */
    public Set<ActorId> check(Doc before, List<Vouched> vouched) throws FormatException {
        Set<ActorId> changed = new HashSet<>();
        for (ActorId actor : document.actors()) {
            for (Change end : document.lastChanges(actor)) {
                if (before.contains(end.hash())) {
                    continue;
                }
                if (tip(end).isEmpty()) {
                    checkForeign(actor, end, vouched);
                }
                changed.add(actor);
            }
        }
        return changed;
    }

    private void checkForeign(ActorId actor, Change end, List<Vouched> vouched) throws FormatException {
        if (writers.containsKey(actor)) {
            throw new FormatException("a writer has not signed what the snapshot says is his");
        }
        if (!vouched.contains(vouched(end))) {
            throw new FormatException("nobody vouches for a change in the snapshot");
        }
    }

    static Vouched vouched(Change end) {
        return new Vouched(Bytes.of(end.actor().toByteArray()), end.seq(), Batch.hash(end));
    }

    /** Where the lines of an actor that is no writer end. */
    public List<Vouched> foreign(ActorId actor) {
        List<Vouched> ends = new ArrayList<>();
        document.lastChanges(actor).forEach(end -> ends.add(vouched(end)));
        return ends;
    }
}
