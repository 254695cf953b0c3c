// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.internal.replication.wire.Message.Chunk;

/**
 * Fetches the blobs that documents here link to, from whichever peers share such a document: a few blobs at a time, a
 * window of chunks from each peer. What has come survives disconnects and restarts; a chunk counts once it is durable.
 * One lane; memory is bounded by window × sessions × 256 KiB and a few manifests.
 */
final class BlobFetcher {
    private record Ask(BlobFetch fetch, int index) {}

    private final Node node;
    private final Consumer<BlobId> arrived;
    private final Map<BlobId, BlobFetch> fetches = new LinkedHashMap<>();
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
        for (BlobId blob : node.replica().blobs(document)) {
            if (whole.contains(blob)) {
                continue;
            }
            BlobFetch fetch = fetches.get(blob);
            if (fetch == null && node.replica().manifest(blob).isPresent()) {
                whole.add(blob);
                continue;
            }
            if (fetch == null) {
                fetch = new BlobFetch(blob);
                fetches.put(blob, fetch);
            }
            fetch.linkedFrom(document);
            enqueue(fetch);
        }
        work();
    }

    /** A session has begun to share documents. */
    void join(BlobSource source) {
        sources.putIfAbsent(source, new LinkedHashSet<>());
    }

    /** A session is over: others are asked for what it owes. */
    void leave(BlobSource source) {
        Set<Ask> owed = sources.remove(source);
        if (owed != null) {
            owed.forEach(ask -> ask.fetch.askAgain(ask.index));
            fetches.values().forEach(fetch -> fetch.forget(source));
            work();
        }
    }

    /** A source has a blob, and this is how it is cut; the manifest's hash is the blob's id, so it is proven. */
    void manifest(BlobSource source, BlobManifest manifest) {
        BlobFetch fetch = fetches.get(manifest.blob());
        if (fetch != null) {
            fetch.has(source);
            enqueue(fetch);
            work();
            begin(source, fetch, manifest);
            work();
        }
    }

    private void begin(BlobSource source, BlobFetch fetch, BlobManifest manifest) {
        if (!active.contains(fetch)) {
            fetch.forget(source);
        } else if (fetch.manifest().isEmpty()) {
            List<Integer> missing = node.replica().missingChunks(manifest);
            fetch.begin(manifest, missing);
            if (missing.isEmpty()) {
                finish(fetch);
            }
        }
    }

    /** A source has not got a blob, or no more. */
    void none(BlobSource source, BlobId blob) {
        BlobFetch fetch = fetches.get(blob);
        if (fetch == null || !sources.containsKey(source)) {
            return;
        }
        fetch.hasNot(source);
        sources.get(source).removeIf(ask -> {
            boolean concerned = ask.fetch == fetch;
            if (concerned) {
                fetch.askAgain(ask.index);
            }
            return concerned;
        });
        work();
    }

    /** @param release to be called once the chunk's bytes are no longer held */
    void chunk(BlobSource source, Chunk chunk, Runnable release) throws Violation {
        BlobFetch fetch = fetches.get(chunk.blob());
        Ask ask = fetch == null ? null : new Ask(fetch, chunk.index());
        if (ask == null || !sources.getOrDefault(source, Set.of()).contains(ask)) {
            release.run();
            if (fetch != null) {
                throw new Violation("the peer sent a chunk that was not asked for");
            }
            return;
        }
        BlobManifest manifest = fetch.manifest().orElseThrow();
        node.replica().acceptChunk(manifest, chunk.index(), chunk.content())
                .whenComplete((kept, failure) -> node.later(() -> {
                    release.run();
                    accepted(source, ask, Optional.ofNullable(failure == null ? kept : null));
                }));
    }

    private void accepted(BlobSource source, Ask ask, Optional<Boolean> kept) {
        if (kept.isEmpty()) {
            source.failed("a chunk of a file could not be stored here");
        } else if (!kept.get()) {
            source.violated("the peer sent a chunk that does not match its hash");
        } else {
            sources.getOrDefault(source, new LinkedHashSet<>()).remove(ask);
            if (fetches.get(ask.fetch.blob()) == ask.fetch && ask.fetch.kept(ask.index)) {
                finish(ask.fetch);
            }
            work();
        }
    }

    private void finish(BlobFetch fetch) {
        fetches.remove(fetch.blob());
        active.remove(fetch);
        if (node.replica().manifest(fetch.blob()).isPresent()) {
            whole.add(fetch.blob());
            arrived.accept(fetch.blob());
        }
    }

    private void enqueue(BlobFetch fetch) {
        if (!active.contains(fetch)) {
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
        sources.forEach(this::fill);
    }

    private void fill(BlobSource source, Set<Ask> owed) {
        for (BlobFetch fetch : active) {
            while (owed.size() < Limits.CHUNKS_AHEAD) {
                Optional<Integer> index = fetch.ask(source);
                if (index.isEmpty()) {
                    break;
                }
                owed.add(new Ask(fetch, index.get()));
            }
        }
    }
}
