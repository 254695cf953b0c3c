// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A document at one moment: an immutable snapshot with its whole history, in the sense and the binary format of Automerge. Changing it
 * gives another snapshot that shares what did not change. Any thread.
 *
 * <p>Changes whose dependencies are missing wait inside, invisible, and are saved with the document. Where an actor made two different
 * changes with one sequence number, both branches are kept ({@link #forks}); the state depends on the set of changes only.
 */
public final class Doc extends Reader implements Read {
    private static final Logger LOG = System.getLogger(Doc.class.getName());
    private static final Doc EMPTY = new Doc(History.EMPTY, DocBuilder.emptyDocument());

    final History history;
    final Trie<ObjectId, StoredObject> objects;

    Doc(History history, Trie<ObjectId, StoredObject> objects) {
        this.history = history;
        this.objects = objects;
    }

    public static Doc empty() {
        return EMPTY;
    }

    /**
     * Reads a file of any mix of chunks: documents, changes, compressed changes. Everything is verified: checksums, structure, and the
     * heads that a document claims, by recomputing all hashes.
     *
     * @throws MalformedException if anything does not hold
     */
    public static Doc load(byte[] bytes) throws MalformedException {
        Doc doc = EMPTY;
        List<Change> changes = new ArrayList<>();
        ByteReader in = new ByteReader(bytes);
        if (in.isAtEnd()) {
            throw new MalformedException("not enough data");
        }
        while (!in.isAtEnd()) {
            Chunk chunk = Chunk.read(in);
            if (chunk.type() == Chunk.CHANGE) {
                changes.add(ChangeCodec.decode(chunk));
            } else if (doc == EMPTY) {
                doc = of(chunk);
            } else {
                changes.addAll(of(chunk).changes());
            }
        }
        return doc.apply(changes);
    }

    /** The document in a document chunk. */
    static Doc of(Chunk chunk) throws MalformedException {
        return DocumentReader.read(chunk);
    }

    /**
     * One document chunk; behind it, as change chunks, what such a chunk cannot hold: the branches of a fork but that of the lowest hash,
     * changes of a newer format, and changes that wait for others.
     */
    public byte[] save() {
        ByteWriter out = new ByteWriter(1 << 12);
        List<Change> behind = new ArrayList<>();
        if (history.irregular) {
            Set<Node> regular = history.regular();
            Predicate<Node> isRegular = regular::contains;
            Arrays.stream(history.ordered()).filter(isRegular.negate()).forEach(n -> behind.add(n.change));
            out.write(DocumentWriter.write(of(regular)).bytes());
        } else {
            out.write(DocumentWriter.write(this).bytes());
        }
        history.waiting.forEach((hash, change) -> behind.add(change));
        behind.forEach(change -> out.write(change.toByteArray()));
        return out.toByteArray();
    }

    private static Doc of(Set<Node> nodes) {
        List<Change> changes = nodes.stream().sorted(Comparator.comparingInt(n -> n.index)).map(n -> n.change).toList();
        try {
            return EMPTY.apply(changes);
        } catch (MalformedException e) {
            throw new IllegalStateException("changes that were applied before", e);
        }
    }

    /** The changes that nothing builds on, ascending. */
    public List<ChangeHash> heads() {
        return Arrays.stream(history.heads).map(Node::hash).toList();
    }

    /** Begins a transaction on this snapshot. */
    public Edit edit(ActorId actor) {
        return new Edit(this, actor);
    }

    /**
     * Adds changes, in any order; those that are here already do nothing, and those whose dependencies are missing wait inside. A change
     * that waited is dropped if it turns out to break a rule.
     *
     * @throws MalformedException if one of {@code changes} breaks a rule; then none is added
     */
    public Doc apply(Collection<Change> changes) throws MalformedException {
        Map<ChangeHash, Change> candidates = new LinkedHashMap<>();
        for (Change change : changes) {
            if (history.nodes.get(change.hash()) == null && history.waiting.get(change.hash()) == null) {
                candidates.put(change.hash(), change);
            }
        }
        if (candidates.isEmpty()) {
            return this;
        }
        Map<ChangeHash, Change> all = new LinkedHashMap<>(candidates);
        history.waiting.forEach(all::put);
        List<Change> ready = ready(all);
        Trie<ChangeHash, Change> waiting = Trie.empty();
        for (Change left : all.values()) {
            waiting = waiting.with(left.hash(), left);
        }
        try {
            return with(ready, waiting);
        } catch (MalformedException e) {
            if (ready.stream().allMatch(change -> candidates.containsKey(change.hash()))) {
                throw e;
            }
            List<Change> waited = ready.stream().filter(change -> !candidates.containsKey(change.hash())).toList();
            return without(waited).apply(candidates.values()).withSound(waited);
        }
    }

    private Doc without(List<Change> waited) {
        Trie<ChangeHash, Change> waiting = history.waiting;
        for (Change change : waited) {
            waiting = waiting.without(change.hash());
        }
        return new Doc(history.waitingFor(waiting), objects);
    }

    /** Adds what waited, one by one: what turns out to break a rule is dropped, with all that builds on it, and keeps nothing else out. */
    private Doc withSound(List<Change> waited) {
        Doc doc = this;
        for (Change change : waited) {
            if (doc.history.dependencies(change) != null) {
                try {
                    doc = doc.apply(List.of(change));
                } catch (MalformedException e) {
                    LOG.log(Level.WARNING, "a change that waited for others is dropped: {0}", e.getMessage());
                }
            }
        }
        return doc;
    }

    /** Takes out of {@code candidates} what can be applied, each after what it builds on. */
    private List<Change> ready(Map<ChangeHash, Change> candidates) {
        Map<ChangeHash, Integer> missing = new HashMap<>();
        Map<ChangeHash, List<Change>> waiters = new HashMap<>();
        Deque<Change> open = new ArrayDeque<>();
        for (Change change : candidates.values()) {
            List<ChangeHash> absent = change.deps().stream().filter(d -> history.nodes.get(d) == null).toList();
            absent.forEach(d -> waiters.computeIfAbsent(d, h -> new ArrayList<>()).add(change));
            missing.put(change.hash(), absent.size());
            if (absent.isEmpty()) {
                open.add(change);
            }
        }
        List<Change> ready = new ArrayList<>();
        while (!open.isEmpty()) {
            Change change = open.pop();
            candidates.remove(change.hash());
            ready.add(change);
            for (Change waiter : waiters.getOrDefault(change.hash(), List.of())) {
                if (missing.merge(waiter.hash(), -1, Integer::sum) == 0) {
                    open.push(waiter);
                }
            }
        }
        return ready;
    }

    private Doc with(List<Change> ready, Trie<ChangeHash, Change> waiting) throws MalformedException {
        History next = history.waitingFor(waiting);
        DocBuilder builder = new DocBuilder(objects);
        for (Change change : ready) {
            next = next.with(change);
            if (next == null) {
                return rebuilt(ready, waiting);
            }
            builder.apply(next.nodes.get(change.hash()), next, change.ops());
        }
        return new Doc(next, builder.build());
    }

    /** The document from nothing, now that an actor is known to have forked. */
    private Doc rebuilt(List<Change> more, Trie<ChangeHash, Change> waiting) throws MalformedException {
        List<Change> all = new ArrayList<>(changes());
        all.addAll(more);
        DocBuilder builder = new DocBuilder(DocBuilder.emptyDocument());
        List<History> steps = History.forked(all, waiting);
        for (int i = 0; i < steps.size(); i++) {
            builder.apply(steps.get(i).nodes.get(all.get(i).hash()), steps.get(i), all.get(i).ops());
        }
        return new Doc(steps.getLast(), builder.build());
    }

    /** This document with all changes of another. */
    public Doc merge(Doc other) {
        List<Change> more = new ArrayList<>(other.changesSince(heads()));
        other.history.waiting.forEach((hash, change) -> more.add(change));
        try {
            return apply(more);
        } catch (MalformedException e) {
            throw new IllegalStateException("changes that were applied before", e);
        }
    }

    /** All changes, each after those that it builds on. */
    public List<Change> changes() {
        return Arrays.stream(history.ordered()).map(n -> n.change).toList();
    }

    /** The changes that are neither among {@code heads} nor below them, each after those that it builds on. Unknown heads are ignored. */
    public List<Change> changesSince(Collection<ChangeHash> heads) {
        return history.since(heads);
    }

    public Optional<Change> change(ChangeHash hash) {
        return Optional.ofNullable(history.nodes.get(hash)).map(n -> n.change);
    }

    /** Whether a change is applied (and not merely waiting). */
    public boolean contains(ChangeHash hash) {
        return history.nodes.get(hash) != null;
    }

    /** What the waiting changes wait for, ascending. */
    public List<ChangeHash> missingDependencies() {
        return history.missing();
    }

    /**
     * What must arrive before {@code heads} can be applied: those among them that are neither here nor waiting, and what the waiting ones
     * wait for; ascending. Cost: the waiting changes below {@code heads}.
     */
    public List<ChangeHash> missingDependencies(Collection<ChangeHash> heads) {
        return history.missing(heads);
    }

    /** The number of changes that are applied. Constant time. */
    public int changeCount() {
        return history.nodes.size();
    }

    /** The highest sequence number of an actor that is applied; 0 if there is none. */
    public long sequence(ActorId actor) {
        Author author = history.authors.get(actor);
        return author == null ? 0 : author.maxSeq();
    }

    /** The places where an actor made two different changes with one sequence number. */
    public List<Fork> forks() {
        return history.forks();
    }

    /**
     * The steps from this snapshot to a later one, or to any other. Cost: proportional to the objects that differ, and in a sequence to the
     * blocks that differ.
     */
    public List<Patch> diff(Doc later) {
        return new Differ(this, later).patches();
    }

    @Override
    StoredObject object(ObjectId id) {
        StoredObject object = objects.get(id);
        if (object == null && !id.isRoot()) {
            for (OpId candidate : candidates(id.maker())) {
                object = object == null ? objects.get(ObjectId.of(candidate)) : object;
            }
        }
        return object;
    }

    @Override
    List<OpId> candidates(OpId id) {
        Author author = history.authors.get(id.actor());
        if (id.branch() != null || author == null || !author.isForked()) {
            return List.of(id);
        }
        try {
            return history.candidates(id);
        } catch (MalformedException e) {
            return List.of();
        }
    }
}
