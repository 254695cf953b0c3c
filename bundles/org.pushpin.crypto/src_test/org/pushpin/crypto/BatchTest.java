// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Batches as a whole: header, body, signature and parts. */
final class BatchTest {
    private final Random random = new Random(7);

    @Test
    void anyFlippedBitIsRefused() throws Exception {
        SigningKey writer = SigningKey.fromSeed(bytes(32));
        Bytes body = bytes(300);
        Bytes header = batch(writer, body).encode();
        Bytes whole = Bytes.concat(header, body);
        BatchHeader.decode(header).verify(body);
        for (int bit = 0; bit < 8 * whole.length(); bit++) {
            byte[] flipped = whole.toByteArray();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Bytes forged = Bytes.of(flipped);
            assertThrows(FormatException.class, () -> BatchHeader.decode(forged.slice(0, BatchHeader.LENGTH))
                    .verify(forged.slice(BatchHeader.LENGTH, forged.length())), "bit " + bit);
        }
    }

    @Test
    void everyTruncationIsRefused() {
        Bytes body = bytes(40);
        Bytes whole = Bytes.concat(batch(SigningKey.fromSeed(bytes(32)), body).encode(), body);
        for (int length = 0; length < whole.length(); length++) {
            Bytes cut = whole.slice(0, length);
            assertThrows(FormatException.class, () -> BatchHeader.decode(cut.slice(0, Math.min(cut.length(), BatchHeader.LENGTH)))
                    .verify(cut.slice(Math.min(cut.length(), BatchHeader.LENGTH), cut.length())));
        }
    }

    @Test
    void randomBytesAreRefused() {
        for (int i = 0; i < 20_000; i++) {
            Bytes noise = bytes(random.nextInt(400));
            assertThrows(FormatException.class, () -> BatchHeader.decode(noise).verifySignature());
            assertThrows(FormatException.class, () -> Genesis.decode(noise));
            assertThrows(FormatException.class, () -> WriterCertificate.decode(noise));
            assertThrows(FormatException.class, () -> BlobManifest.decode(noise));
            assertThrows(FormatException.class, () -> CollectionDigest.decode(noise));
        }
    }

    @Test
    void aBodyMayBeAsLongAsItMayBeAndNoLonger() throws Exception {
        SigningKey writer = SigningKey.fromSeed(bytes(32));
        Bytes longest = Bytes.zeros(BatchHeader.MAX_BODY);
        BatchHeader.decode(batch(writer, longest).encode()).verify(longest);
        assertThrows(IllegalArgumentException.class, () -> batch(writer, Bytes.zeros(BatchHeader.MAX_BODY + 1)));
        assertEquals(BatchHeader.MAX_BODY, new BatchBody(Optional.of(certificate()), Bytes.zeros(BatchBody.MAX_CHUNKS)).encode().length());
    }

    @Test
    void aLongBodyComesBackFromItsParts() throws Exception {
        for (int length : new int[] {BatchHeader.MAX_BODY + 1, 1_000_000, 2 * (BatchHeader.MAX_BODY - 36)}) {
            Bytes body = bytes(length);
            List<BatchPart> parts = new ArrayList<>();
            for (BatchPart part : BatchPart.split(body)) {
                assertEquals(Optional.empty(), BatchPart.join(parts));
                assertTrue(part.encode().length() <= BatchHeader.MAX_BODY);
                parts.add(BatchPart.decode(part.encode()));
            }
            assertEquals(Optional.of(body), BatchPart.join(parts));
        }
    }

    @Test
    void partsThatDoNotBelongTogetherAreRefused() {
        List<BatchPart> one = BatchPart.split(bytes(600_000));
        List<BatchPart> other = BatchPart.split(bytes(600_000));
        assertThrows(FormatException.class, () -> BatchPart.join(List.of(one.get(0), other.get(1), one.get(2))));
        assertThrows(FormatException.class, () -> BatchPart.join(List.of(one.get(1), one.get(0), one.get(2))));
        var forged = new BatchPart(1, 3, one.get(0).whole(), other.get(1).content());
        assertThrows(FormatException.class, () -> BatchPart.join(List.of(one.get(0), forged, one.get(2))));
        assertThrows(FormatException.class, () -> BatchPart.decode(one.get(0).encode().slice(0, 100_000)));
        assertThrows(FormatException.class, () -> BatchPart.decode(bytes(35)));
    }

    @Test
    void onlyTheFirstChangeComesAfterNothing() {
        assertThrows(IllegalArgumentException.class, () -> new BatchHeader.Range(2, 2, Bytes.zeros(32), bytes(32)));
        assertThrows(IllegalArgumentException.class, () -> new BatchHeader.Range(1, 1, bytes(32), bytes(32)));
    }

    private WriterCertificate certificate() {
        return WriterCertificate.sign(SigningKey.fromSeed(bytes(32)), new WriterId(bytes(32)), new DocumentId(bytes(32)));
    }

    private BatchHeader batch(SigningKey writer, Bytes body) {
        var range = new BatchHeader.Range(7, 9, bytes(32), bytes(32));
        return BatchHeader.sign(writer, BatchHeader.Kind.CHANGES, 0, new DocumentId(bytes(32)), range, bytes(32), body);
    }

    private Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
