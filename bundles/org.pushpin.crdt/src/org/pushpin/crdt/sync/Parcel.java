// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.sync.SyncMessage.Version;

/**
 * The changes that go along with a message.
 *
 * @param document the whole document; {@code changes} is empty then
 */
record Parcel(Optional<Doc> document, List<Change> changes) {
    static final Parcel NOTHING = new Parcel(Optional.empty(), List.of());

    static Parcel of(Doc document) {
        return new Parcel(Optional.of(document), List.of());
    }

    static Parcel of(List<Change> changes) {
        return new Parcel(Optional.empty(), changes);
    }

    /**
     * What a peer lacks, as it says: what it asks for; and of what is newer than the last sync, whatever is in none of its filters and
     * all that builds on that, because a filter may be wrong about a change but then not about most of those after it. Cost: the changes
     * since the last sync.
     *
     * @param theirs the peer's last message
     */
    static List<Change> missing(Doc doc, SyncMessage theirs) {
        Set<ChangeHash> missing = new HashSet<>();
        List<Change> since = theirs.haves().isEmpty() ? List.of()
                : doc.changesSince(theirs.haves().stream().flatMap(have -> have.lastSync().stream()).distinct().toList());
        for (Change change : since) {
            boolean known = theirs.haves().stream().anyMatch(have -> have.since().mayContain(change.hash()));
            if (!known || change.deps().stream().anyMatch(missing::contains)) {
                missing.add(change.hash());
            }
        }
        Stream<Change> asked = theirs.need().stream().filter(hash -> !missing.contains(hash)).map(hash -> doc.change(hash).orElse(null))
                .filter(Objects::nonNull);
        return Stream.concat(asked, since.stream().filter(change -> missing.contains(change.hash()))).toList();
    }

    boolean isEmpty() {
        return document.isEmpty() && changes.isEmpty();
    }

    /** The chunks as a message of that version carries them. V1 dates from before compressed changes in messages. */
    List<byte[]> chunks(Version version) {
        if (isEmpty()) {
            return List.of();
        }
        if (document.isPresent()) {
            return List.of(document.get().save());
        }
        if (version == Version.V1) {
            return changes.stream().map(change -> PlainChunk.of(change.toByteArray())).toList();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        changes.forEach(change -> all.writeBytes(change.toByteArray()));
        return List.of(all.toByteArray());
    }
}
