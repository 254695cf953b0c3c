// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.repo.internal.batch.Batch;
import org.pushpin.repo.internal.replication.Replica.Ingested;

/** Batches from peers that wait to be looked at, and what is to be answered. Adding on any thread; the rest on the document's lane. */
final class Inbox {

    private static final int MAX_TAKEN = 256;
    private static final int MAX_TAKEN_BYTES = 4 << 20;
    private static final System.Logger LOG = System.getLogger(Inbox.class.getName());

    private final Queue<Arrival> queue = new ConcurrentLinkedQueue<>();

    /** A batch whose header can be read. */
    record Arrival(BatchHeader header, Batch.Carried carried, CompletableFuture<Ingested> answer) {

        void refuse(FormatException why) {
            Inbox.refuse(answer, why);
        }
    }

    /** Completes with what became of the batch; refused at once if it is none of this document. */
    CompletableFuture<Ingested> add(DocumentId document, Bytes header, Bytes body) {
        CompletableFuture<Ingested> answer = new CompletableFuture<>();
        try {
            BatchHeader decoded = BatchHeader.decode(header);
            if (!decoded.document().equals(document)) {
                throw new FormatException("the batch belongs to another document");
            }
            queue.add(new Arrival(decoded, new Batch.Carried(header, body), answer));
        } catch (FormatException e) {
            refuse(answer, e);
        }
        return answer;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** As many as one step may hold, in order of arrival. */
    List<Arrival> take() {
        List<Arrival> taken = new ArrayList<>();
        int bytes = 0;
        while (taken.size() < MAX_TAKEN && bytes < MAX_TAKEN_BYTES && !queue.isEmpty()) {
            Arrival next = queue.remove();
            bytes += next.carried().body().length();
            taken.add(next);
        }
        return taken;
    }

    private static void refuse(CompletableFuture<Ingested> answer, FormatException why) {
        LOG.log(System.Logger.Level.DEBUG, "refused a batch: {0}", why.getMessage());
        answer.complete(Ingested.REFUSED);
    }
}
