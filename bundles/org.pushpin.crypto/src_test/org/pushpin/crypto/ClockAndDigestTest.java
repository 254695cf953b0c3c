// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What two replicas compare. */
final class ClockAndDigestTest {
    private final Random random = new Random(11);

    @Test
    void aForkAtEqualSequenceIsSeen() {
        Bytes writer = bytes(16);
        var left = new WriterHead(writer, 5, bytes(32));
        var right = new WriterHead(writer, 5, bytes(32));
        assertNotEquals(left.clockEntry(), right.clockEntry());
        assertNotEquals(Fingerprint.of(List.of(left)), Fingerprint.of(List.of(right)));
        assertNotEquals(Fingerprint.of(List.of(left)), Fingerprint.of(List.of(left, right)));
    }

    @Test
    void orderAndRepetitionDoNotMatter() throws Exception {
        List<WriterHead> heads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            heads.add(new WriterHead(bytes(16), 1 + random.nextInt(9), bytes(32)));
        }
        List<WriterHead> shuffled = new ArrayList<>(heads);
        shuffled.addAll(heads);
        Collections.shuffle(shuffled, random);
        assertEquals(Fingerprint.of(heads), Fingerprint.of(shuffled));
        Bytes clock = ClockEntry.encodeClock(heads.stream().map(WriterHead::clockEntry).toList());
        assertEquals(clock, ClockEntry.encodeClock(shuffled.stream().map(WriterHead::clockEntry).toList()));
        assertEquals(clock, ClockEntry.encodeClock(ClockEntry.decodeClock(clock)));
    }

    @Test
    void aClockMayBeAsLongAsItMayBeAndNoLonger() throws Exception {
        List<ClockEntry> clock = new ArrayList<>();
        for (int i = 0; i < ClockEntry.MAX_ENTRIES; i++) {
            clock.add(new ClockEntry(bytes(16), 1, bytes(8)));
        }
        assertEquals(ClockEntry.MAX_ENTRIES, ClockEntry.decodeClock(ClockEntry.encodeClock(clock)).size());
        clock.add(new ClockEntry(bytes(16), 1, bytes(8)));
        assertThrows(IllegalArgumentException.class, () -> ClockEntry.encodeClock(clock));
    }

    @Test
    void aDigestFollowsAnyHistoryToTheSameState() throws Exception {
        Map<DocumentId, Fingerprint> collection = new HashMap<>();
        CollectionDigest digest = CollectionDigest.EMPTY;
        List<DocumentId> known = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            known.add(new DocumentId(bytes(32)));
        }
        for (int step = 0; step < 2_000; step++) {
            DocumentId document = known.get(random.nextInt(known.size()));
            Optional<Fingerprint> before = Optional.ofNullable(collection.get(document));
            Optional<Fingerprint> after = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(new Fingerprint(bytes(16)));
            digest = digest.with(document, before, after);
            after.ifPresentOrElse(fingerprint -> collection.put(document, fingerprint), () -> collection.remove(document));
        }
        assertEquals(CollectionDigest.of(collection), digest);
        assertEquals(digest, CollectionDigest.decode(digest.encode()));
        assertEquals(digest.summary(), CollectionDigest.of(collection).summary());
    }

    @Test
    void oneChangedDocumentChangesOneBucket() {
        Map<DocumentId, Fingerprint> collection = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            collection.put(new DocumentId(bytes(32)), new Fingerprint(bytes(16)));
        }
        CollectionDigest before = CollectionDigest.of(collection);
        DocumentId changed = collection.keySet().iterator().next();
        collection.put(changed, new Fingerprint(bytes(16)));
        assertEquals(List.of(CollectionDigest.bucketOf(changed)), before.differing(CollectionDigest.of(collection)));
        assertEquals(List.of(), before.differing(before));
    }

    private Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
