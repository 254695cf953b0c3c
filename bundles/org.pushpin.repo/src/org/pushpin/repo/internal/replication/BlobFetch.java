// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.internal.replication.wire.Message.WantBlob;
import org.pushpin.repo.internal.replication.wire.Message.WantChunk;

/** One blob that is being fetched: who has it, and which chunks nobody has been asked for. One lane. */
final class BlobFetch {
    private enum Answer { ASKED, HAS, HAS_NOT }

    private final BlobId blob;
    private final Set<DocumentId> documents = new LinkedHashSet<>();
    private final Map<BlobSource, Answer> answers = new LinkedHashMap<>();
    private final Deque<Integer> unasked = new ArrayDeque<>();
    private final Set<Integer> outstanding = new HashSet<>();
    private BlobManifest manifest;

    BlobFetch(BlobId blob) {
        this.blob = blob;
    }

    BlobId blob() {
        return blob;
    }

    void linkedFrom(DocumentId document) {
        documents.add(document);
    }

    /** The document in whose context a source can be asked. */
    private Optional<DocumentId> context(BlobSource source) {
        return documents.stream().filter(source::shares).findFirst();
    }

    /** Asks everyone who has not answered. */
    void askManifest(Collection<BlobSource> sources) {
        for (BlobSource source : sources) {
            Optional<DocumentId> document = answers.containsKey(source) ? Optional.empty() : context(source);
            if (document.isPresent()) {
                answers.put(source, Answer.ASKED);
                source.ask(document.get(), new WantBlob(blob));
            }
        }
    }

    /** Whether somebody has it or may have it. */
    boolean hopeful(Collection<BlobSource> sources) {
        return answers.containsValue(Answer.HAS) || answers.containsValue(Answer.ASKED)
                || sources.stream().anyMatch(source -> !answers.containsKey(source) && context(source).isPresent());
    }

    /** A source has it. */
    void has(BlobSource source) {
        answers.put(source, Answer.HAS);
    }

    void hasNot(BlobSource source) {
        answers.put(source, Answer.HAS_NOT);
    }

    void forget(BlobSource source) {
        answers.remove(source);
    }

    Optional<BlobManifest> manifest() {
        return Optional.ofNullable(manifest);
    }

    void begin(BlobManifest proven, Collection<Integer> missing) {
        manifest = proven;
        unasked.addAll(missing);
    }

    /** The next chunk to ask this source for, if any. */
    Optional<Integer> ask(BlobSource source) {
        Optional<DocumentId> document = context(source);
        if (answers.get(source) != Answer.HAS || unasked.isEmpty() || document.isEmpty()) {
            return Optional.empty();
        }
        int index = unasked.poll();
        outstanding.add(index);
        source.ask(document.get(), new WantChunk(blob, index));
        return Optional.of(index);
    }

    /** A chunk will not come from whom it was asked. */
    void askAgain(int index) {
        if (outstanding.remove(index)) {
            unasked.addFirst(index);
        }
    }

    /** A chunk is durable; true if it was the last. */
    boolean kept(int index) {
        outstanding.remove(index);
        return outstanding.isEmpty() && unasked.isEmpty();
    }
}
