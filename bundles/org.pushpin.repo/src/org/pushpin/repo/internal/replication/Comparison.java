// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.CollectionDigest;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.SessionTag;
import org.pushpin.repo.internal.replication.wire.Message;
import org.pushpin.repo.internal.replication.wire.Message.*;
import org.pushpin.repo.internal.replication.wire.MessageCodec;

/**
 * Finds the documents in which two peers differ: 16 bytes if there are none; else 256 buckets, and the fingerprints of
 * the buckets that differ (formats §4). The initiator begins, once. One lane; O(n) in the documents that both know.
 */
final class Comparison {
    private static final Fingerprint NOTHING = new Fingerprint(Bytes.zeros(Fingerprint.LENGTH));

    private final Node node;
    private final boolean initiator;
    private final TagBook tags;
    private final Consumer<Message> out;
    private final BiConsumer<Map<DocumentId, Fingerprint>, Collection<DocumentId>> result;
    private final Map<DocumentId, Fingerprint> compared = new LinkedHashMap<>();
    private final Set<DocumentId> differing = new LinkedHashSet<>();
    private boolean begun;
    private boolean over;

    /** @param result gets the documents that were equal, each with what it was then, and those that differ */
    Comparison(Node node, boolean initiator, TagBook tags, Consumer<Message> out,
            BiConsumer<Map<DocumentId, Fingerprint>, Collection<DocumentId>> result) {
        this.node = node;
        this.initiator = initiator;
        this.tags = tags;
        this.out = out;
        this.result = result;
    }

    /** Initiator: both have shown all their tags. */
    void begin() {
        if (initiator && !begun) {
            begun = true;
            out.accept(new Digest(digest().summary()));
        }
    }

    boolean over() {
        return over;
    }

    private CollectionDigest digest() {
        compared.clear();
        tags.proven().forEach(document -> compared.put(document, fingerprint(document)));
        return CollectionDigest.of(compared);
    }

    /** Without a Genesis even a document without changes differs from one that is here. */
    private Fingerprint fingerprint(DocumentId document) {
        return node.replica().wanted(document) ? NOTHING : node.replica().fingerprint(document);
    }

    /** Responder. */
    void digest(Digest theirs) throws Violation {
        turn(!initiator && !begun);
        begun = true;
        CollectionDigest digest = digest();
        if (digest.summary().equals(theirs.summary())) {
            out.accept(new Same());
            finish();
        } else {
            out.accept(new Buckets(digest));
        }
    }

    /** Initiator. */
    void same() throws Violation {
        turn(initiator && begun && !over);
        finish();
    }

    /** Initiator. */
    void buckets(Buckets theirs) throws Violation {
        turn(initiator && begun && !over);
        Set<Integer> differ = new HashSet<>(digest().differing(theirs.digest()));
        List<Print> prints = new ArrayList<>();
        compared.forEach((document, fingerprint) -> {
            if (differ.contains(CollectionDigest.bucketOf(document))) {
                prints.add(new Print(tags.tag(document), fingerprint));
            }
        });
        Pages.of(prints, MessageCodec.MAX_ENTRIES, (page, last) -> out.accept(new Prints(last, page)));
    }

    /** Responder. */
    void prints(Prints theirs) throws Violation {
        turn(!initiator && begun && !over);
        for (Print print : theirs.prints()) {
            Optional<DocumentId> document = tags.document(print.tag());
            document.filter(known -> !fingerprint(known).equals(print.fingerprint())).ifPresent(differing::add);
            document.ifPresent(known -> compared.put(known, print.fingerprint()));
        }
        if (theirs.last()) {
            List<SessionTag> differ = tags.tags(differing);
            Pages.of(differ, MessageCodec.MAX_ENTRIES, (page, last) -> out.accept(new Differ(last, page)));
            finish();
        }
    }

    /** Initiator. */
    void differ(Differ theirs) throws Violation {
        turn(initiator && begun && !over);
        theirs.tags().forEach(tag -> tags.document(tag).ifPresent(differing::add));
        if (theirs.last()) {
            finish();
        }
    }

    private void turn(boolean mine) throws Violation {
        if (!mine) {
            throw new Violation("the peer compared documents out of turn");
        }
    }

    private void finish() {
        over = true;
        compared.keySet().removeAll(differing);
        result.accept(Map.copyOf(compared), List.copyOf(differing));
        compared.clear();
        differing.clear();
    }
}
