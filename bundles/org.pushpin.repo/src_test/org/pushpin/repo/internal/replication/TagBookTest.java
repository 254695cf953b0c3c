// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Hashes;
import org.pushpin.crypto.SessionTag;

final class TagBookTest {
    private static final Bytes HASH = Hashes.sha256("handshake");

    private final TagBook initiator = new TagBook(true, HASH);
    private final TagBook responder = new TagBook(false, HASH);

    private static DocumentId document(int number) {
        return new DocumentId(Hashes.sha256("document", Bytes.utf8("" + number)));
    }

    private static DocumentSecret secret(int number) {
        return DocumentSecret.of(Hashes.sha256("secret", Bytes.utf8("" + number)).slice(0, 16));
    }

    private static void add(TagBook book, int... numbers) {
        IntStream.of(numbers).forEach(number -> book.add(document(number), secret(number)));
    }

    @Test
    void whatBothKnowIsProvenByEachOther() {
        add(initiator, 1, 2, 3);
        add(responder, 2, 3, 4);

        assertEquals(List.of(document(2), document(3)), responder.receive(initiator.tags(initiator.documents())));
        assertEquals(Set.of(document(2), document(3)), new HashSet<>(initiator.receive(responder.tags(responder.documents()))));
        assertFalse(responder.proven(document(4)));
    }

    @Test
    void aTagSentBackProvesNothing() {
        add(initiator, 1);

        assertEquals(List.of(), initiator.receive(initiator.tags(initiator.documents())));
    }

    @Test
    void aTagOfAnotherSessionProvesNothing() {
        TagBook elsewhere = new TagBook(false, Hashes.sha256("another handshake"));
        add(initiator, 1);
        add(elsewhere, 1);

        assertEquals(List.of(), initiator.receive(elsewhere.tags(elsewhere.documents())));
    }

    @Test
    void theIdWithoutTheSecretProvesNothing() {
        add(initiator, 1);
        responder.add(document(1), secret(2));

        assertEquals(List.of(), initiator.receive(responder.tags(responder.documents())));
    }

    @Test
    void aTagShownBeforeTheDocumentWasKnownCounts() {
        add(responder, 1);
        initiator.receive(responder.tags(responder.documents()));

        add(initiator, 1);

        assertTrue(initiator.proven(document(1)));
    }

    @Test
    void paddingHidesHowManyThereAre() {
        add(initiator, 1, 2, 3);

        List<SessionTag> padded = initiator.padded(initiator.documents(), 256, new Random(1));

        assertEquals(256, new HashSet<>(padded).size());
        assertTrue(padded.containsAll(initiator.tags(initiator.documents())));
    }

    @Test
    void unknownTagsAreBounded() {
        add(responder, 1);
        SessionTag first = responder.tag(document(1));
        initiator.receive(List.of(first));
        Random random = new Random(1);
        for (int i = 0; i < Limits.UNKNOWN_TAGS; i++) {
            byte[] tag = new byte[SessionTag.LENGTH];
            random.nextBytes(tag);
            initiator.receive(List.of(new SessionTag(Bytes.of(tag))));
        }

        add(initiator, 1);

        assertFalse(initiator.proven(document(1)), "the oldest unknown tag was forgotten");
    }
}
