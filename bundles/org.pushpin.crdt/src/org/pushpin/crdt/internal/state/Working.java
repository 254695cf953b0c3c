// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.Arrays;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.change.ChangeOps;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.ChangeGraphEditor;
import org.pushpin.crdt.internal.history.ChangeHasher;
import org.pushpin.crdt.internal.history.Clock;
import org.pushpin.crdt.internal.history.OpLog;
import org.pushpin.crdt.internal.history.OpLogEditor;
import org.pushpin.crdt.internal.op.Ids;

/**
 * A document while it changes: it begins as a snapshot, and {@link #freeze} gives the next. The snapshots stay as they are. One thread.
 * After an exception it must not be used any more.
 */
public final class Working {
    private final OpenObjects objects;
    private final OpLogEditor log;
    private final Pasts pasts = new Pasts();
    /** Null until a change is applied. */
    private ChangeOps ops;
    private final ChangeHasher hasher;
    private ChangeGraphEditor graph;

    public Working(DocState base) {
        objects = new OpenObjects(base.objects(), base.authors());
        log = base.log().edit();
        graph = base.graph().edit();
        hasher = new ChangeEncoder(base);
    }

    public Objects objects() {
        return objects;
    }

    /** Where the operations so far are. */
    public OpLog log() {
        return log.freeze();
    }

    /** The node of a change that is here, by its hash; −1 if it is not. */
    public int find(ChangeHash hash) {
        return graph.freeze().find(hash, hasher);
    }

    public DocState freeze() {
        return new DocState(objects.authors(), objects.freeze(), graph.freeze(), log.freeze());
    }

    /** Begins a transaction on top of everything; {@link #seal} ends it. */
    public Transaction begin(ActorId actor) {
        ChangeGraph before = graph.freeze();
        int last = new Line(objects.authors(), before, hasher).last(actor);
        return new Transaction(objects, log, last < 0 ? numbered(actor) : before.author(last), before.maxOp() + 1);
    }

    private int numbered(ActorId actor) {
        int number = objects.authors().number(actor);
        return number < 0 ? numbered(actor, null) : number;
    }

    private int numbered(ActorId actor, ChangeHash branch) {
        int number = objects.authors().number(actor, branch);
        if (number < 0) {
            number = objects.authors().size();
            objects.authors(objects.authors().with(actor, branch));
        }
        return number;
    }

    /**
     * Makes a change of what a transaction did: it builds on all heads, and on the actor's own last change. Its hash is not computed.
     *
     * @param message null for none
     * @return the number of its node
     */
    public int seal(ActorId actor, Transaction done, long time, String message) {
        ChangeGraph before = graph.freeze();
        int last = new Line(objects.authors(), before, hasher).last(actor);
        int author = last < 0 ? numbered(actor) : before.author(last);
        long seq = last < 0 ? 1 : before.seq(last) + 1;
        int[] deps = last < 0 ? before.heads() : withLast(before.heads(), last);
        return graph.add(author, seq, before.maxOp() + 1, done.nextCounter() - 1, time, message, deps, null, null, null);
    }

    /** All heads, and, as Automerge does, the actor's own last change. */
    private static int[] withLast(int[] heads, int last) {
        int at = Arrays.binarySearch(heads, last);
        if (at >= 0) {
            return heads;
        }
        int[] more = Arrays.copyOf(heads, heads.length + 1);
        more[heads.length] = last;
        Arrays.sort(more);
        return more;
    }

    /** The nodes of what a change builds on, ascending; null if something of it is not here. */
    public int[] dependencies(ChangeChunk change) {
        ChangeGraph before = graph.freeze();
        int[] deps = new int[change.depCount()];
        for (int i = 0; i < deps.length; i++) {
            deps[i] = before.findKnown(change.bytes(), change.depFrom(i));
            deps[i] = deps[i] < 0 ? before.find(change.dep(i), hasher) : deps[i];
            if (deps[i] < 0) {
                return null;
            }
        }
        if (deps.length > 1) {
            Arrays.sort(deps);
        }
        return deps;
    }

    /**
     * Applies a change.
     *
     * @param deps its {@link #dependencies}
     * @return false if it forks its actor: nothing was done, and {@link ForkedHistory} must build the document anew
     * @throws MalformedException if it breaks a rule
     */
    public boolean apply(ChangeChunk change, int[] deps) throws MalformedException {
        ChangeGraph before = graph.freeze();
        int author = new Line(objects.authors(), before, hasher).author(change, deps);
        if (author == Line.FORKS) {
            return false;
        }
        apply(change, deps, author == Line.NEW ? numbered(change.actor()) : author);
        return true;
    }

    /** Applies a change of a branch that is known. */
    void apply(ChangeChunk change, ChangeHash branch) throws MalformedException {
        apply(change, dependencies(change), numbered(change.actor(), branch));
    }

    private void apply(ChangeChunk change, int[] deps, int author) throws MalformedException {
        for (int dep : deps) {
            if (graph.maxOp(dep) >= change.startOp()) {
                throw new MalformedException("a change whose operations are older than what it builds on");
            }
        }
        graph.add(author, change.seq(), change.startOp(), change.maxOp(), change.time(), change.message(), deps, change.hasExtra() ? change.extra() : null,
                change.hashBytes(), change.isCanonical() ? null : change.bytes());
        Past past = pasts.added(graph.freeze(), author, deps, objects.authors());
        ops = ops == null ? new ChangeOps() : ops;
        new ChangeApplication(objects, log, ops, change, Ids.of(change.startOp(), author), past).run();
    }

    /**
     * Adds what another document has and this has not. No change is written and read again for it, and no hash is asked for but those of the
     * last changes of each author that both have. Cost: the authors, and what is added.
     *
     * @return false if an actor forked, or would: this must not be used any more then, and the changes be {@linkplain #apply applied}
     */
    public boolean merge(DocState other) {
        if (objects.authors().isForked() || other.authors().isForked()) {
            return false;
        }
        int[] authors = new int[other.authors().size()];
        for (int author = 0; author < authors.length; author++) {
            authors[author] = other.graph().lastNode(author) < 0 ? -1 : numbered(other.authors().actor(author));
        }
        int[] common = common(other, authors);
        if (common == null) {
            return false;
        }
        new Handover(objects, log, other, authors).take(other.graph().since(common), graph);
        return true;
    }

    /** The last change of each author that is here too, as a node of the other document; null if one of them is another here. */
    private int[] common(DocState other, int[] authors) {
        ChangeGraph mine = graph.freeze();
        ChangeGraph theirs = other.graph();
        ChangeHasher theirHasher = new ChangeEncoder(other);
        int[] common = new int[authors.length];
        int count = 0;
        for (int author = 0; author < authors.length; author++) {
            long seq = authors[author] < 0 ? 0 : Math.min(theirs.lastSeq(author), mine.lastSeq(authors[author]));
            if (seq > 0) {
                common[count] = theirs.node(author, seq);
                if (!isSame(mine, mine.node(authors[author], seq), theirs, common[count++], theirHasher)) {
                    return null;
                }
            }
        }
        return Arrays.copyOf(common, count);
    }

    private boolean isSame(ChangeGraph mine, int node, ChangeGraph theirs, int other, ChangeHasher theirHasher) {
        return node == other && mine.shares(node, theirs) || mine.hash(node, hasher).equals(theirs.hash(other, theirHasher));
    }

    /** Takes everything out that is neither one of these changes nor below them. */
    public void retreat(int[] heads) {
        ChangeGraph all = graph.freeze();
        OpLog operations = log.freeze();
        Retreat retreat = new Retreat(objects, operations);
        int[] gone = all.since(heads);
        for (int i = gone.length - 1; i >= 0; i--) {
            retreat.takeOut(all.author(gone[i]), all.startOp(gone[i]), all.maxOp(gone[i]));
        }
        Clock left = all.clock(heads);
        for (int author = 0; author < operations.authorLimit(); author++) {
            log.forgetAfter(author, left.counter(author));
        }
        int size = all.size() - gone.length;
        boolean latest = Arrays.stream(gone).allMatch(node -> node >= size);
        graph = latest ? all.upTo(size).edit() : without(all, gone);
    }

    private static ChangeGraphEditor without(ChangeGraph all, int[] gone) {
        int[] numbers = new int[all.size()];
        for (int node : gone) {
            numbers[node] = -1;
        }
        ChangeGraphEditor kept = ChangeGraph.empty().edit();
        byte[] hash = new byte[ChangeHash.LENGTH];
        for (int node = 0; node < numbers.length; node++) {
            if (numbers[node] < 0) {
                continue;
            }
            int[] deps = all.deps(node);
            for (int i = 0; i < deps.length; i++) {
                deps[i] = numbers[deps[i]];
            }
            numbers[node] = kept.add(all.author(node), all.seq(node), all.startOp(node), all.maxOp(node), all.time(node),
                    all.message(node), deps, all.extra(node), null, all.raw(node));
            if (all.isHashed(node)) {
                all.hash(node, null, hash, 0);
                kept.hash(numbers[node], hash, 0);
            }
        }
        return kept;
    }
}
