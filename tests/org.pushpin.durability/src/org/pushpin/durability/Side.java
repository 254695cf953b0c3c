// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterHead;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.replication.Node;
import org.pushpin.repo.internal.replication.Replica;
import org.pushpin.repo.internal.replication.Replica.Carried;
import org.pushpin.repo.internal.replication.Replica.CaughtUp;
import org.pushpin.repo.internal.replication.Replica.Ingested;
import org.pushpin.repo.internal.replication.Replica.Page;

/** One of two repos that give each other batches as replication does, without a network. Waits for the repo. */
record Side(OpenRepo repo, Scheduler scheduler) {

    private static final int PATIENCE_SECONDS = 60;

    /** Asks on the lane on which a replica is asked. */
    <T> T ask(Function<Replica, T> question) throws InterruptedException, ExecutionException, TimeoutException {
        return askLater(replica -> CompletableFuture.completedFuture(question.apply(replica)));
    }

    private <T> T askLater(Function<Replica, CompletionStage<T>> question)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        scheduler.execute(Node.LANE, () -> {
            try {
                question.apply(repo.replica()).whenComplete((value, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                    } else {
                        answer.complete(value);
                    }
                });
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    List<ClockEntry> clock(DocumentId id) throws InterruptedException, ExecutionException, TimeoutException {
        return ask(replica -> replica.clock(id)).stream().map(WriterHead::clockEntry).toList();
    }

    /** What somebody lacks who holds this. */
    List<Carried> batches(DocumentId id, List<ClockEntry> theirs) throws InterruptedException, ExecutionException, TimeoutException {
        Page page = ask(replica -> batches(replica, id, theirs, 0));
        if (!page.folded()) {
            return page.batches();
        }
        CaughtUp caughtUp = askLater(replica -> replica.catchUp(id, theirs));
        List<Carried> all = new ArrayList<>(caughtUp.batches());
        all.addAll(ask(replica -> batches(replica, id, theirs, caughtUp.through())).batches());
        return all;
    }

    private static Page batches(Replica replica, DocumentId id, List<ClockEntry> theirs, long after) {
        Map<Bytes, Long> covered = new HashMap<>();
        theirs.stream().filter(entry -> replica.contains(id, entry))
                .forEach(entry -> covered.merge(entry.writer(), entry.seq(), Math::max));
        return replica.batches(id, covered, after, Long.MAX_VALUE);
    }

    /** Hands batches over, in this order, and waits until it is known what has become of them. */
    List<Ingested> ingest(DocumentId id, List<Carried> batches) throws InterruptedException, ExecutionException, TimeoutException {
        return askLater(replica -> {
            List<CompletableFuture<Ingested>> answers = batches.stream()
                    .map(batch -> replica.ingest(id, batch.header(), batch.body()).toCompletableFuture()).toList();
            return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                    .thenApply(nothing -> answers.stream().map(CompletableFuture::join).toList());
        });
    }
}
