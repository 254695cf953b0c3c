// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.Hashes;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.replication.wire.Message.Batch;
import org.pushpin.repo.internal.replication.wire.Message.ShortBatch;
import org.pushpin.repo.internal.replication.wire.Message.WholeBatch;

/**
 * What both ends know of the batches that went one way on a channel, so that a header need not say it again: 107 bytes
 * for a change that follows the last one of its writer, instead of 293 (formats §3). Sender and receiver each keep one,
 * and both learn from every batch in the order of the channel. One lane.
 */
public final class HeaderMemory {
    /** How many writers are remembered on a channel; those that come later are sent whole. */
    static final int MAX_WRITERS = 1024;

    private final List<BatchHeader> newest = new ArrayList<>();
    private final Map<WriterId, Integer> numbers = new HashMap<>();

    /** The batch as it is to be sent. @throws FormatException if the stored header is malformed */
    public Batch shorten(Bytes headerBytes, Bytes body) throws FormatException {
        BatchHeader header = BatchHeader.decode(headerBytes);
        Integer number = numbers.get(header.writer());
        Batch batch = new WholeBatch(headerBytes, body);
        if (number != null && newest.get(number).range().to() + 1 == header.range().from()) {
            ShortBatch candidate = new ShortBatch(number, header.range().to(), header.range().head(), header.signature(), body);
            batch = rebuild(newest.get(number), candidate).encode().equals(headerBytes) ? candidate : batch;
        }
        learn(header);
        return batch;
    }

    /** The whole header of a batch that came. @throws FormatException if it refers to what has not been sent */
    public Bytes restore(Batch batch) throws FormatException {
        Bytes bytes = switch (batch) {
            case WholeBatch whole -> whole.header();
            case ShortBatch elided -> restore(elided);
        };
        learn(BatchHeader.decode(bytes));
        return bytes;
    }

    private Bytes restore(ShortBatch batch) throws FormatException {
        if (batch.writer() >= newest.size()) {
            throw new FormatException("a batch refers to a writer that was not named");
        }
        try {
            return rebuild(newest.get(batch.writer()), batch).encode();
        } catch (IllegalArgumentException broken) {
            throw new FormatException("a batch is malformed: " + broken.getMessage());
        }
    }

    /** The header that follows another one of its writer. */
    private static BatchHeader rebuild(BatchHeader last, ShortBatch batch) {
        long from = last.range().to() + 1;
        var range = new BatchHeader.Range(from, Math.max(from, batch.to()), last.range().head(), batch.head());
        return new BatchHeader(BatchHeader.Kind.CHANGES, 0, last.document(), last.writer(), range, last.auth(), last.epoch(),
                batch.body().length(), Hashes.sha256("", batch.body()), batch.signature());
    }

    private void learn(BatchHeader header) {
        Integer number = numbers.get(header.writer());
        if (number != null) {
            newest.set(number, header);
        } else if (newest.size() < MAX_WRITERS) {
            numbers.put(header.writer(), newest.size());
            newest.add(header);
        }
    }
}
