// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.pushpin.crdt.internal.change.ChangeParser;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkReader;
import org.pushpin.crdt.internal.diff.Differ;
import org.pushpin.crdt.internal.document.DocumentReader;
import org.pushpin.crdt.internal.document.DocumentWriter;
import org.pushpin.crdt.internal.document.SaveCache;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.OpLog;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.state.ChangeEncoder;
import org.pushpin.crdt.internal.state.DocState;
import org.pushpin.crdt.internal.state.Objects;
import org.pushpin.crdt.internal.state.Trie;
import org.pushpin.crdt.internal.state.Working;

/**
 * A document at one moment: an immutable snapshot with its whole history, in the sense and the binary format of Automerge. Changing it
 * gives another snapshot that shares what did not change. Any thread.
 *
 * <p>Changes whose dependencies are missing wait inside, invisible, and are saved with the document. Where an actor made two different
 * changes with one sequence number, both branches are kept ({@link #forks}); the state depends on the set of changes only.
 */
public final class Doc extends Reader implements Read {
    final DocState state;
    final Trie<ChangeHash, Change> waiting;
    /** Of all versions that came from one. */
    private final SaveCache saved;

    private Doc(DocState state, Trie<ChangeHash, Change> waiting, SaveCache saved) {
        this.state = state;
        this.waiting = waiting;
        this.saved = saved;
    }

    /** Another version of this document. */
    Doc with(DocState other, Trie<ChangeHash, Change> otherWaiting) {
        return new Doc(other, otherWaiting, saved);
    }

    static Doc of(DocState state) {
        return new Doc(state, Trie.empty(), new SaveCache());
    }

    public static Doc empty() {
        return of(DocState.EMPTY);
    }

    /**
     * Reads a file of any mix of chunks: documents, changes, compressed changes, bundles. Everything is verified: checksums, structure, and
     * the heads that a document claims, by recomputing all hashes.
     *
     * @throws MalformedException if anything does not hold
     */
    public static Doc load(byte[] bytes) throws MalformedException {
        return load(bytes, true);
    }

    /**
     * As {@link #load}, but takes a document chunk's word for the hashes of its heads; all else is checked. For bytes that this machine wrote
     * and can tell from others. {@link #verify} makes up for it; {@link Rescue} reads what {@code load} refuses.
     */
    public static Doc loadDeferred(byte[] bytes) throws MalformedException {
        return load(bytes, false);
    }

    private static Doc load(byte[] bytes, boolean verified) throws MalformedException {
        if (bytes.length == 0) {
            throw new MalformedException("not enough data");
        }
        try (ChunkReader in = new ChunkReader()) {
            Doc doc = null;
            List<Change> changes = new ArrayList<>();
            ChangeParser parser = new ChangeParser();
            for (in.reset(bytes); !in.isAtEnd();) {
                Chunk chunk = in.read();
                if (chunk.type() == Chunk.DOCUMENT && doc == null) {
                    doc = of(DocumentReader.read(chunk, in.inflate(), verified));
                } else {
                    Change.addTo(changes, chunk, in, parser);
                }
            }
            return (doc == null ? empty() : doc).apply(changes);
        }
    }

    /**
     * Proves what {@link #loadDeferred} took on trust. Cost: as {@link #load}; any thread.
     *
     * @throws MalformedException if the document is not what its changes make
     */
    public void verify() throws MalformedException {
        DocumentReader.verify(state);
    }

    /**
     * One document chunk; behind it, as change chunks, what such a chunk cannot hold: the branches of a fork but that of the lowest hash,
     * changes of a newer format, and changes that wait for others. A document of very many operations that all repeat one another becomes
     * change chunks only.
     */
    public byte[] save() {
        ByteWriter out = new ByteWriter(1 << 12);
        Regular regular = Regular.of(this);
        byte[] chunk = DocumentWriter.write(regular.document().state, saved);
        if (chunk == null) {
            regular.document().changes().forEach(change -> out.write(change.toByteArray()));
        } else {
            out.write(chunk);
        }
        regular.others().forEach(change -> out.write(change.toByteArray()));
        waiting.forEach((hash, change) -> out.write(change.toByteArray()));
        return out.toByteArray();
    }

    /** The changes since some heads, as {@link #load} and {@link Change#parse} read them: to be appended to what was saved. */
    public byte[] saveSince(Collection<ChangeHash> heads) {
        ByteWriter out = new ByteWriter(1 << 8);
        changesSince(heads).forEach(change -> out.write(change.toByteArray()));
        return out.toByteArray();
    }

    /** The changes that nothing builds on, ascending. */
    public List<ChangeHash> heads() {
        return state.graph().headHashes(new ChangeEncoder(state));
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
        return new Application(this, changes).run();
    }

    /** This document with all changes of another. */
    public Doc merge(Doc other) {
        if (waiting.size() + other.waiting.size() == 0) {
            Working working = new Working(state);
            if (working.merge(other.state)) {
                DocState merged = working.freeze();
                return merged.graph().size() == changeCount() ? this : with(merged, waiting);
            }
        }
        List<Change> more = new ArrayList<>(other.changesMissingIn(this));
        other.waiting.forEach((hash, change) -> more.add(change));
        try {
            return apply(more);
        } catch (MalformedException e) {
            throw new IllegalStateException("changes that were applied before", e);
        }
    }

    /** The changes that another document does not have, each after those that it builds on. Cost: about what is returned. */
    private List<Change> changesMissingIn(Doc other) {
        ChangeGraph graph = state.graph();
        ChangeEncoder encoder = new ChangeEncoder(state);
        BitSet missing = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        Arrays.stream(graph.heads()).forEach(open::push);
        while (!open.isEmpty()) {
            int node = open.pop();
            if (!missing.get(node) && !other.contains(graph.hash(node, encoder))) {
                missing.set(node);
                Arrays.stream(graph.deps(node)).forEach(open::push);
            }
        }
        return missing.stream().mapToObj(node -> new Change(encoder, node)).toList();
    }

    /**
     * The document as it was when these were its heads; those that are unknown are ignored. It is a document like any other: edits on it
     * build on these heads, and its changes can be merged into this one. Cost: the operations since, and the number of changes.
     */
    public Doc at(Collection<ChangeHash> heads) {
        int[] known = numbers(heads);
        if (Arrays.equals(known, state.graph().heads())) {
            return with(state, Trie.empty());
        }
        Working working = new Working(state);
        working.retreat(known);
        return with(working.freeze(), Trie.empty());
    }

    private int[] numbers(Collection<ChangeHash> hashes) {
        return hashes.stream().mapToInt(this::number).filter(n -> n >= 0).distinct().sorted().toArray();
    }

    /** −1 if a change is not applied. */
    private int number(ChangeHash hash) {
        return state.graph().find(hash, new ChangeEncoder(state));
    }

    /** The changes by number, for going through many of them. O(1) */
    public Timeline timeline() {
        return new Timeline(state);
    }

    /** All changes, each after those that it builds on. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>(state.graph().size());
        ChangeEncoder encoder = new ChangeEncoder(state);
        for (int i = 0; i < state.graph().size(); i++) {
            changes.add(new Change(encoder, i));
        }
        return changes;
    }

    /** The changes that are neither among {@code heads} nor below them, each after those that it builds on. Unknown heads are ignored. */
    public List<Change> changesSince(Collection<ChangeHash> heads) {
        ChangeEncoder encoder = new ChangeEncoder(state);
        return Arrays.stream(state.graph().since(numbers(heads))).mapToObj(n -> new Change(encoder, n)).toList();
    }

    public Optional<Change> change(ChangeHash hash) {
        int number = number(hash);
        return number < 0 ? Optional.empty() : Optional.of(new Change(new ChangeEncoder(state), number));
    }

    /** Whether a change is applied (and not merely waiting). */
    public boolean contains(ChangeHash hash) {
        return number(hash) >= 0;
    }

    /** What the waiting changes wait for, ascending. */
    public List<ChangeHash> missingDependencies() {
        Set<ChangeHash> missing = new TreeSet<>();
        waiting.forEach((hash, change) -> change.deps().stream().filter(d -> !contains(d) && waiting.get(d) == null).forEach(missing::add));
        return List.copyOf(missing);
    }

    /**
     * As {@link #contains(ChangeHash)}, without computing hashes that nobody asked for: what its actor has not made at that number is not here.
     */
    boolean contains(Change change) {
        ChangeGraph graph = state.graph();
        for (int author : state.authors().numbers(change.actor())) {
            int node = graph.node(author, change.seq());
            if (node >= 0 && graph.hash(node, new ChangeEncoder(state)).equals(change.hash())) {
                return true;
            }
        }
        return false;
    }

    /**
     * What must arrive before {@code heads} can be applied: those among them that are neither here nor waiting, and what the waiting ones
     * wait for; ascending. Cost: the waiting changes below {@code heads}.
     */
    public List<ChangeHash> missingDependencies(Collection<ChangeHash> heads) {
        Set<ChangeHash> missing = new TreeSet<>();
        Set<ChangeHash> seen = new HashSet<>(heads);
        Deque<ChangeHash> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ChangeHash hash = open.pop();
            Change change = waiting.get(hash);
            if (change != null) {
                change.deps().stream().filter(seen::add).forEach(open::push);
            } else if (!contains(hash)) {
                missing.add(hash);
            }
        }
        return List.copyOf(missing);
    }

    /** The number of changes that are applied. Constant time. */
    public int changeCount() {
        return state.graph().size();
    }

    /** Cost: a look at each change. */
    public Stats stats() {
        ChangeGraph graph = state.graph();
        long operations = 0;
        Set<ActorId> actors = new HashSet<>();
        for (int node = 0; node < graph.size(); node++) {
            operations += graph.maxOp(node) - graph.startOp(node) + 1;
            actors.add(state.authors().actor(graph.author(node)));
        }
        return new Stats(graph.size(), waiting.size(), operations, actors.size(), state.objects().size());
    }

    /** The highest sequence number of an actor that is applied; 0 if there is none. */
    public long sequence(ActorId actor) {
        ChangeGraph graph = state.graph();
        return Arrays.stream(state.authors().numbers(actor)).mapToLong(graph::lastSeq).max().orElse(0);
    }

    /** The actors of all changes that are applied, ascending. Cost: O(actors). */
    public List<ActorId> actors() {
        return IntStream.range(0, state.authors().size()).filter(author -> state.graph().lastNode(author) >= 0)
                .mapToObj(state.authors()::actor).distinct().sorted().toList();
    }

    /** The changes that an actor made with one number: none if it has not come so far, several if it forked. Cost: O(log n). */
    public List<Change> changes(ActorId actor, long seq) {
        ChangeEncoder encoder = new ChangeEncoder(state);
        return Arrays.stream(state.authors().numbers(actor)).map(author -> state.graph().node(author, seq)).filter(node -> node >= 0)
                .mapToObj(node -> new Change(encoder, node)).toList();
    }

    /** An actor's changes that none of its others builds on: its last one, or several if it forked; none if it made nothing. */
    public List<Change> lastChanges(ActorId actor) {
        ChangeGraph graph = state.graph();
        ChangeEncoder encoder = new ChangeEncoder(state);
        int[] last = Arrays.stream(state.authors().numbers(actor)).map(graph::lastNode).filter(node -> node >= 0).toArray();
        return Arrays.stream(graph.maximal(last)).mapToObj(node -> new Change(encoder, node)).toList();
    }

    /** The places where an actor made two different changes with one sequence number. */
    public List<Fork> forks() {
        return Regular.forks(state);
    }

    /** Whether some actor forked. */
    boolean isForked() {
        return state.authors().isForked();
    }

    /**
     * The steps from this snapshot to a later one, or to any other of the document. Cost: proportional to what the two do not share.
     */
    public List<Patch> diff(Doc later) {
        Authors mine = state.authors();
        Authors others = later.state.authors();
        if (mine.isBeginningOf(others)) {
            return new Differ(state.objects(), later.state.objects(), others).patches();
        }
        if (others.isBeginningOf(mine)) {
            return new Differ(state.objects(), later.state.objects(), mine).patches();
        }
        Doc both = merge(later); // it numbers the authors of either; if they forked, otherwise than either
        return new Differ(both.at(heads()).state.objects(), both.at(later.heads()).state.objects(), both.state.authors()).patches();
    }

    @Override
    Objects objects() {
        return state;
    }

    @Override
    OpLog log() {
        return state.log();
    }
}
