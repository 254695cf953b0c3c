// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.BatchHeader.Kind;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.Hashes;
import org.pushpin.crypto.SigningKey;
import org.pushpin.repo.internal.replication.wire.Message.Batch;
import org.pushpin.repo.internal.replication.wire.Message.Batches;
import org.pushpin.repo.internal.replication.wire.Message.ShortBatch;
import org.pushpin.repo.internal.replication.wire.Message.WholeBatch;

final class HeaderMemoryTest {
    private static final DocumentId DOCUMENT = new DocumentId(key("document").publicKey());

    private static Bytes hash(String text) {
        return Hashes.sha256("test", Bytes.utf8(text));
    }

    private static SigningKey key(String name) {
        return SigningKey.fromSeed(hash(name));
    }

    private static BatchHeader header(String writer, int from, int to, Kind kind, int flags, String auth, Bytes body) {
        Bytes prev = from == 1 ? Bytes.zeros(32) : hash(writer + (from - 1));
        var range = new BatchHeader.Range(from, to, prev, hash(writer + to));
        return BatchHeader.sign(key(writer), kind, flags, DOCUMENT, range, hash(auth), body);
    }

    private static BatchHeader change(String writer, int from, int to) {
        return header(writer, from, to, Kind.CHANGES, 0, "auth", Bytes.utf8("body"));
    }

    @Test
    void theSecondBatchOfAWriterIsShort() throws FormatException {
        HeaderMemory memory = new HeaderMemory();
        Bytes body = Bytes.utf8("body");

        assertInstanceOf(WholeBatch.class, memory.shorten(change("a", 1, 1).encode(), body));
        Batch second = memory.shorten(change("a", 2, 4).encode(), body);

        assertInstanceOf(ShortBatch.class, second);
        assertEquals(3 + 107 + body.length(), MessageCodec.encode(new Batches(List.of(second))).length());
    }

    @Test
    void whatDoesNotFollowIsSentWhole() throws FormatException {
        for (BatchHeader odd : List.of(change("a", 3, 3), header("a", 2, 2, Kind.REPACKED, 0, "auth", Bytes.utf8("body")),
                header("a", 2, 2, Kind.CHANGES, BatchHeader.PART, "auth", Bytes.utf8("body")),
                header("a", 2, 2, Kind.CHANGES, 0, "other", Bytes.utf8("body")), change("b", 2, 2))) {
            HeaderMemory memory = new HeaderMemory();
            memory.shorten(change("a", 1, 1).encode(), Bytes.utf8("body"));

            assertInstanceOf(WholeBatch.class, memory.shorten(odd.encode(), Bytes.utf8("body")));
        }
    }

    @Test
    void everySequenceOfBatchesComesOutAsItWentIn() throws FormatException {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<BatchHeader> sent = new ArrayList<>();
            HeaderMemory sender = new HeaderMemory();
            HeaderMemory receiver = new HeaderMemory();
            for (int i = 0; i < 40; i++) {
                int from = 1 + random.nextInt(4);
                Bytes body = Bytes.utf8("body" + random.nextInt(3));
                BatchHeader header = header("w" + random.nextInt(3), from, from + random.nextInt(2), Kind.CHANGES,
                        random.nextInt(5) == 0 ? BatchHeader.PART : 0, "auth", body);
                sent.add(header);

                Batch wire = sender.shorten(header.encode(), body);
                Batch came = ((Batches) MessageCodec.decode(MessageCodec.encode(new Batches(List.of(wire))))).batches().get(0);

                assertEquals(header.encode(), receiver.restore(came), "seed " + seed + ", batch " + i);
            }
        }
    }

    @Test
    void aWriterThatWasNotNamedIsRefused() {
        Batch batch = new ShortBatch(0, 2, hash("head"), Bytes.zeros(64), Bytes.EMPTY);

        assertThrows(FormatException.class, () -> new HeaderMemory().restore(batch));
    }

    @Test
    void aZeroHeadIsRefused() throws FormatException {
        HeaderMemory memory = new HeaderMemory();
        memory.restore(new WholeBatch(change("a", 1, 1).encode(), Bytes.utf8("body")));

        assertThrows(FormatException.class,
                () -> memory.restore(new ShortBatch(0, 2, Bytes.zeros(32), Bytes.zeros(64), Bytes.EMPTY)));
    }
}
