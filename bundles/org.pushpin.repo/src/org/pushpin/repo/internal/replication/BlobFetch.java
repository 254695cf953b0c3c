// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.replication.wire.Message.WantBlob;
import org.pushpin.repo.internal.replication.wire.Message.WantChunk;

/** One blob that is being fetched: who has it, and which chunks nobody has been asked for. One lane. */
final class BlobFetch {
    private enum Answer { ASKED, HAS, HAS_NOT }

    /** How far it is. */
    enum Phase {
        /** Nobody has shown its manifest yet. */
        UNKNOWN,
        /** It is known how it is cut, but not whether it may be fetched. */
        PROVEN,
        /** That is being asked. */
        ASKING,
        /** Chunks are asked for. */
        GOING,
        /** It is not to be fetched now. */
        LEFT_ALONE
    }

    private final BlobId blob;
    private final Set<DocumentId> documents = new LinkedHashSet<>();
    private final Map<BlobSource, Answer> answers = new LinkedHashMap<>();
    private final Deque<Integer> unasked = new ArrayDeque<>();
    private final Set<Integer> outstanding = new HashSet<>();
    private Phase phase = Phase.UNKNOWN;
    private BlobManifest manifest;
    private Subscription alarm = () -> { };

    BlobFetch(BlobId blob) {
        this.blob = blob;
    }

    BlobId blob() {
        return blob;
    }

    Phase phase() {
        return phase;
    }

    void linkedFrom(DocumentId document) {
        documents.add(document);
    }

    /** What links to it. */
    Set<DocumentId> documents() {
        return Collections.unmodifiableSet(documents);
    }

    /** @return whether nothing links to it now */
    boolean unlinkedFrom(DocumentId document) {
        documents.remove(document);
        return documents.isEmpty();
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

    void proven(BlobManifest proven) {
        manifest = proven;
        phase = Phase.PROVEN;
    }

    /** It is asked whether it may be fetched; no more chunks are asked for until that is known. */
    void asking() {
        phase = Phase.ASKING;
        alarm.close();
    }

    /** It may. */
    void begin(Collection<Integer> missing) {
        phase = Phase.GOING;
        unasked.clear();
        missing.stream().filter(index -> !outstanding.contains(index)).forEach(unasked::add);
    }

    /** It may not. @param ring ends what will ask again */
    void leftAlone(Subscription ring) {
        phase = Phase.LEFT_ALONE;
        alarm.close();
        alarm = ring;
        unasked.clear();
    }

    /** Something has happened, so that it may be fetched after all. */
    void reconsider() {
        if (phase == Phase.LEFT_ALONE) {
            phase = Phase.PROVEN;
        }
    }

    /**
     * The next chunk to ask this source for, if any.
     *
     * @param owed which it was asked for already
     */
    Optional<Integer> ask(BlobSource source, Predicate<Integer> owed) {
        Optional<DocumentId> document = context(source);
        while (phase == Phase.GOING && answers.get(source) == Answer.HAS && !unasked.isEmpty() && document.isPresent()) {
            int index = unasked.poll();
            outstanding.add(index);
            if (!owed.test(index)) {
                source.ask(document.get(), new WantChunk(blob, index));
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    /** A chunk will not come from whom it was asked. */
    void askAgain(int index) {
        if (outstanding.remove(index) && phase == Phase.GOING) {
            unasked.addFirst(index);
        }
    }

    /** A chunk has come; true if it was the last. */
    boolean kept(int index) {
        outstanding.remove(index);
        unasked.remove(index);
        return phase == Phase.GOING && outstanding.isEmpty() && unasked.isEmpty();
    }

    /** A chunk has come and was not kept. */
    void notKept(int index) {
        outstanding.remove(index);
    }

    void end() {
        alarm.close();
    }
}
