// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import java.util.List;
import java.util.Set;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.WriterId;

/** One part of a {@link Storage#commit}. Every write is idempotent: repeating it changes nothing. */
public sealed interface Write {

    /** A document becomes known, or its secret another; its Genesis may follow later, when it is wanted but not here yet. */
    record Document(DocumentId document, DocumentSecret secret) implements Write {}

    /** The signed Genesis of a document. */
    record Genesis(DocumentId document, Bytes bytes) implements Write {}

    /** A verified batch; appended to the log unless one with the same header is there already. */
    record Batch(DocumentId document, WriterId writer, long fromSequence, long toSequence, State state, Bytes header,
            Bytes body) implements Write {}

    /** A stored batch changes its state, for instance when what it waited for has come. Nothing if there is no such revision. */
    record BatchState(long revision, State state) implements Write {}

    /** What is known of a writer: its certificate and newest sequence number and head. */
    record Writer(DocumentId document, WriterId writer, Bytes certificate, long sequence, Bytes head)
            implements Write {}

    /** The document's fingerprint, so that collections can be compared without opening documents. */
    record DocumentFingerprint(DocumentId document, Fingerprint fingerprint) implements Write {}

    /** A snapshot that makes opening fast; replaces the older one. */
    record Snapshot(DocumentId document, long throughRevision, Bytes body) implements Write {}

    /** The headers that are kept beside the log; replaces those that were kept. At most 65,535, in any order. */
    record Headers(DocumentId document, List<StoredHeader> headers) implements Write {
        public Headers {
            headers = List.copyOf(headers);
        }
    }

    /**
     * Takes batches out of a document's log, because something else stands for them: a snapshot and the headers kept with it, or
     * another batch. Nothing where there is none. Their revisions are never given to other batches.
     */
    record Forget(DocumentId document, List<Long> revisions) implements Write {
        public Forget {
            revisions = List.copyOf(revisions);
        }
    }

    /** Everything that a document links to now; replaces what was there. */
    record Links(DocumentId source, Set<String> targets) implements Write {}

    /** A small value of this profile. */
    record Setting(String name, Bytes value) implements Write {}

    /** A peer has acknowledged that it holds a document up to this fingerprint. */
    record Acknowledged(Bytes peer, DocumentId document, Fingerprint fingerprint) implements Write {}

    /** Where a batch stands. */
    enum State {
        /** Applied to the document. */
        APPLIED,
        /** Waits for a change that has not come; kept on disk, never forgotten. */
        WAITING,
        /** Verified, but of a writer who signed something else under the same sequence number too. */
        FORKED,
        /** Set aside: stored and relayed, not shown. */
        QUARANTINED
    }
}
