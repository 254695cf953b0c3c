// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.internal.replication.BlobFetch.Phase;
import org.pushpin.repo.internal.replication.Replica.Accepted;
import org.pushpin.repo.internal.replication.Replica.Wanted;
import org.pushpin.repo.internal.replication.wire.Message.Chunk;

/**
 * Fetches the blobs that documents here link to, from whichever peers share such a document: a few blobs at a time, a
 * window of chunks from each peer. What has come survives disconnects and restarts. What may not be fetched, or cannot be stored,
 * is left alone until something changes. One lane; memory is bounded by window × sessions × 256 KiB and a few manifests.
 */
final class BlobFetcher {
    private record Ask(BlobId blob, int index) {}

    private final Node node;
    private final Consumer<BlobId> arrived;
    private final Map<BlobId, BlobFetch> fetches = new LinkedHashMap<>();
    private final Map<DocumentId, Set<BlobFetch>> linked = new HashMap<>();
    private final Set<BlobFetch> queue = new LinkedHashSet<>();
    private final Set<BlobFetch> active = new LinkedHashSet<>();
    private final Map<BlobSource, Set<Ask>> sources = new LinkedHashMap<>();
    private final Set<BlobId> whole = new HashSet<>();

    /** @param arrived is told when a blob is whole */
    BlobFetcher(Node node, Consumer<BlobId> arrived) {
        this.node = node;
        this.arrived = arrived;
    }

    /** A document has come, changed, or been proven by a peer: fetch what it links to. */
    void linked(DocumentId document) {
        Set<BlobFetch> now = new LinkedHashSet<>();
        for (BlobId blob : node.replica().blobs(document)) {
            fetch(blob).ifPresent(now::add);
        }
        Set<BlobFetch> before = now.isEmpty() ? linked.remove(document) : linked.put(document, now);
        if (before != null) {
            before.stream().filter(fetch -> !now.contains(fetch) && fetch.unlinkedFrom(document)).forEach(this::drop);
        }
        for (BlobFetch fetch : now) {
            fetch.linkedFrom(document);
            fetch.reconsider();
            enqueue(fetch);
        }
        work();
    }

    /** Empty if the blob is here. */
    private Optional<BlobFetch> fetch(BlobId blob) {
        BlobFetch known = fetches.get(blob);
        if (known == null && !whole.contains(blob)) {
            if (node.replica().manifest(blob).isPresent()) {
                whole.add(blob);
            } else {
                known = new BlobFetch(blob);
                fetches.put(blob, known);
            }
        }
        return Optional.ofNullable(known);
    }

    /** Nothing links to it any more. */
    private void drop(BlobFetch fetch) {
        if (fetches.remove(fetch.blob(), fetch)) {
            forget(fetch);
            node.replica().abandon(fetch.blob());
        }
    }

    private void forget(BlobFetch fetch) {
        active.remove(fetch);
        queue.remove(fetch);
        fetch.end();
    }

    /** A blob that was here is not here any more. */
    void lost(BlobId blob) {
        whole.remove(blob);
    }

    /** A session has begun to share documents. */
    void join(BlobSource source) {
        sources.putIfAbsent(source, new LinkedHashSet<>());
    }

    /** A session is over: others are asked for what it owes. */
    void leave(BlobSource source) {
        Set<Ask> owed = sources.remove(source);
        if (owed != null) {
            askOthers(owed);
            fetches.values().forEach(fetch -> fetch.forget(source));
            work();
        }
    }

    private void askOthers(Collection<Ask> owed) {
        for (Ask ask : owed) {
            BlobFetch fetch = fetches.get(ask.blob);
            if (fetch != null) {
                fetch.askAgain(ask.index);
            }
        }
    }

    /** A source has a blob, and this is how it is cut; the manifest's hash is the blob's id, so it is proven. */
    void manifest(BlobSource source, BlobManifest manifest) {
        BlobFetch fetch = fetches.get(manifest.blob());
        if (fetch != null) {
            fetch.has(source);
            enqueue(fetch);
            work();
            if (!active.contains(fetch) && fetch.phase() != Phase.LEFT_ALONE) {
                fetch.forget(source);
            } else if (fetch.phase() == Phase.UNKNOWN) {
                fetch.proven(manifest);
            }
            work();
        }
    }

    /** Asks whether, and what of it, is to be fetched. */
    private void want(BlobFetch fetch) {
        fetch.asking();
        node.replica().want(fetch.manifest().orElseThrow()).whenComplete((wanted, failure) -> node.later(() ->
                answered(fetch, failure == null ? wanted : new Wanted.LeftAlone(Optional.of(Limits.BLOB_AGAIN)))));
    }

    private void answered(BlobFetch fetch, Wanted wanted) {
        if (fetches.get(fetch.blob()) == fetch && fetch.phase() == Phase.ASKING) {
            switch (wanted) {
                case Wanted.Here here -> finish(fetch);
                case Wanted.Missing missing -> fetch.begin(missing.chunks());
                case Wanted.LeftAlone left -> leave(fetch, left);
            }
            work();
        }
    }

    private void leave(BlobFetch fetch, Wanted.LeftAlone left) {
        active.remove(fetch);
        fetch.leftAlone(left.again().map(pause -> node.after(pause, () -> {
            if (fetches.get(fetch.blob()) == fetch) {
                fetch.reconsider();
                enqueue(fetch);
                work();
            }
        })).orElse(() -> { }));
    }

    /** A source has not got a blob, or no more. */
    void none(BlobSource source, BlobId blob) {
        Set<Ask> owed = sources.get(source);
        BlobFetch fetch = fetches.get(blob);
        if (owed == null) {
            return;
        }
        if (fetch != null) {
            fetch.hasNot(source);
            askOthers(owed.stream().filter(ask -> ask.blob.equals(blob)).toList());
        }
        owed.removeIf(ask -> ask.blob.equals(blob));
        work();
    }

    /** @param release to be called once the chunk's bytes are no longer held */
    void chunk(BlobSource source, Chunk chunk, Runnable release) throws Violation {
        Ask ask = new Ask(chunk.blob(), chunk.index());
        BlobFetch fetch = fetches.get(chunk.blob());
        boolean asked = sources.getOrDefault(source, Set.of()).contains(ask);
        if (fetch == null || !asked || fetch.manifest().isEmpty()) {
            release.run();
            if (fetch != null && !asked) {
                throw new Violation("the peer sent a chunk that was not asked for");
            }
            answered(source, ask);
            work();
            return;
        }
        node.replica().acceptChunk(fetch.manifest().get(), chunk.index(), chunk.content()).whenComplete((accepted, failure) -> node.later(() -> {
            release.run();
            accepted(source, ask, failure == null ? accepted : Accepted.LEFT_ALONE);
        }));
    }

    /** It owes this no more. */
    private void answered(BlobSource source, Ask ask) {
        sources.getOrDefault(source, new LinkedHashSet<>()).remove(ask);
    }

    private void accepted(BlobSource source, Ask ask, Accepted accepted) {
        if (accepted == Accepted.REFUSED) {
            source.violated("the peer sent a chunk that does not match its hash");
            return;
        }
        answered(source, ask);
        BlobFetch fetch = fetches.get(ask.blob);
        if (fetch != null && accepted == Accepted.KEPT) {
            if (fetch.kept(ask.index)) {
                finish(fetch);
            }
        } else if (fetch != null) {
            fetch.notKept(ask.index);
            if (fetch.phase() == Phase.GOING) {
                want(fetch);
            }
        }
        work();
    }

    private void finish(BlobFetch fetch) {
        fetches.remove(fetch.blob());
        forget(fetch);
        fetch.documents().forEach(document -> linked.computeIfPresent(document, (key, all) -> all.remove(fetch) && all.isEmpty() ? null : all));
        if (node.replica().manifest(fetch.blob()).isPresent()) {
            whole.add(fetch.blob());
            arrived.accept(fetch.blob());
        }
    }

    private void enqueue(BlobFetch fetch) {
        if (!active.contains(fetch) && fetch.phase() != Phase.LEFT_ALONE) {
            queue.add(fetch);
        }
    }

    /** Whether a source owes chunks. */
    boolean awaits(BlobSource source) {
        return !sources.getOrDefault(source, Set.of()).isEmpty();
    }

    private void work() {
        active.removeIf(fetch -> !fetch.hopeful(sources.keySet()));
        for (Iterator<BlobFetch> queued = queue.iterator(); active.size() < Limits.BLOBS && queued.hasNext();) {
            BlobFetch next = queued.next();
            queued.remove();
            if (fetches.get(next.blob()) == next && next.hopeful(sources.keySet())) {
                active.add(next);
            }
        }
        active.forEach(fetch -> fetch.askManifest(sources.keySet()));
        active.stream().filter(fetch -> fetch.phase() == Phase.PROVEN).toList().forEach(this::want);
        sources.forEach(this::fill);
    }

    private void fill(BlobSource source, Set<Ask> owed) {
        for (BlobFetch fetch : active) {
            while (owed.size() < Limits.CHUNKS_AHEAD) {
                Optional<Integer> index = fetch.ask(source, each -> owed.contains(new Ask(fetch.blob(), each)));
                if (index.isEmpty()) {
                    break;
                }
                owed.add(new Ask(fetch.blob(), index.get()));
            }
        }
    }
}
