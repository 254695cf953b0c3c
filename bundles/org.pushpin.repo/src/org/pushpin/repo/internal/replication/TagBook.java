// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.SessionTag;

/**
 * The tags of one session: ours, those that the peer would make, and those that it made. A document is <em>proven</em>
 * once the peer has shown its tag. One lane; two HMACs for each document.
 */
final class TagBook {
    private final boolean initiator;
    private final Bytes handshakeHash;
    private final Map<DocumentId, SessionTag> ours = new LinkedHashMap<>();
    private final Map<SessionTag, DocumentId> expected = new HashMap<>();
    private final Set<SessionTag> unknown = new LinkedHashSet<>();
    private final Set<DocumentId> proven = new LinkedHashSet<>();

    /** @param initiator whether this side dialled */
    TagBook(boolean initiator, Bytes handshakeHash) {
        this.initiator = initiator;
        this.handshakeHash = handshakeHash;
    }

    /** A document is known here; true if it is new to the book. The peer may have shown its tag before. */
    boolean add(DocumentId document, DocumentSecret secret) {
        if (ours.containsKey(document)) {
            return false;
        }
        Bytes key = secret.tagKey();
        ours.put(document, SessionTag.of(key, initiator, handshakeHash));
        SessionTag theirs = SessionTag.of(key, !initiator, handshakeHash);
        expected.put(theirs, document);
        if (unknown.remove(theirs)) {
            proven.add(document);
        }
        return true;
    }

    /** Forgets the documents, which are many, but not what the peer showed: for a stranger who waits. */
    void rest() {
        ours.clear();
        expected.clear();
    }

    /** The peer showed tags; gives the documents that are proven by them, new ones only. */
    List<DocumentId> receive(Collection<SessionTag> tags) {
        List<DocumentId> news = new ArrayList<>();
        for (SessionTag tag : tags) {
            DocumentId document = expected.get(tag);
            if (document == null) {
                remember(tag);
            } else if (proven.add(document)) {
                news.add(document);
            }
        }
        return news;
    }

    private void remember(SessionTag tag) {
        unknown.add(tag);
        if (unknown.size() > Limits.UNKNOWN_TAGS) {
            Iterator<SessionTag> oldest = unknown.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** The document that a tag of the peer means. */
    Optional<DocumentId> document(SessionTag theirs) {
        return Optional.ofNullable(expected.get(theirs));
    }

    SessionTag tag(DocumentId document) {
        return ours.get(document);
    }

    Set<DocumentId> documents() {
        return Collections.unmodifiableSet(ours.keySet());
    }

    boolean proven(DocumentId document) {
        return proven.contains(document);
    }

    Set<DocumentId> proven() {
        return Collections.unmodifiableSet(proven);
    }

    List<SessionTag> tags(Collection<DocumentId> documents) {
        return documents.stream().map(ours::get).toList();
    }

    /** Our tags of these documents among random ones, {@code size} in all, in random order. */
    List<SessionTag> padded(Collection<DocumentId> documents, int size, RandomGenerator random) {
        List<SessionTag> tags = new ArrayList<>(tags(documents));
        while (tags.size() < size) {
            byte[] bytes = new byte[SessionTag.LENGTH];
            random.nextBytes(bytes);
            tags.add(new SessionTag(Bytes.of(bytes)));
        }
        Collections.shuffle(tags, Random.from(random));
        return tags;
    }
}
