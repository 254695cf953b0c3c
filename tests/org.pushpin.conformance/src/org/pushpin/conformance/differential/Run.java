// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;

/** One script on two engines. The other engine goes first: it may decide the time of a commit. */
final class Run {
    /** At how many earlier heads the merged document is looked at: for the other engines that is the most expensive step. */
    private static final int LAST_HEADS = 6;

    private final OurEngine ours;
    private final Engine theirs;
    private final Script script;
    private final Resolver resolver;
    private final Set<Feature> shared;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    /** For each of {@link #seen} how many steps had been done: some are ours alone and not compared. */
    private final List<Integer> done = new ArrayList<>();
    private final List<Step.CursorPosition> cursors = new ArrayList<>();
    /** Sequences in which an element was replaced. */
    private final Set<ObjectId> replaced = new HashSet<>();
    private String failure = "";
    private int replicas;
    /** Whether the open transaction is ours alone, and the other engine gets its change. */
    private boolean wide;
    private List<ChangeHash> before = List.of();

    Run(OurEngine ours, Engine theirs, Script script) {
        this.ours = ours;
        this.theirs = theirs;
        this.script = script;
        this.shared = EnumSet.copyOf(ours.features());
        this.shared.retainAll(theirs.features());
        this.resolver = new Resolver(shared);
    }

    /** The first difference, if there is one. @param full whether to show all of it */
    Optional<Difference> run(boolean full) {
        ours.start(shared, full);
        theirs.start(shared, full);
        try {
            play();
        } catch (RuntimeException e) {
            Optional<Difference> earlier = compared(theirs.observations());
            return failure.isEmpty() ? earlier.or(() -> Optional.of(Difference.ofBroken(script.seed(), steps, e))) : earlier;
        }
        return compared(theirs.observations());
    }

    private Optional<Difference> compared(List<String> others) {
        for (int i = 0; i < Math.min(seen.size(), others.size()); i++) {
            if (others.get(i).startsWith(Engine.BROKEN)) {
                failure = others.get(i) + ", at " + steps.get(done.get(i) - 1);
                return Optional.empty();
            }
            if (!seen.get(i).equals(others.get(i))) {
                return Optional.of(new Difference(script.seed(), steps.subList(0, done.get(i)), seen.get(i), others.get(i)));
            }
        }
        return Optional.empty();
    }

    /** How the other engine failed in itself, not in comparison; empty if it did not. Nothing after that was compared. */
    String failure() {
        return failure;
    }

    private void play() {
        Random actors = new Random(script.seed());
        for (replicas = 0; replicas < Script.REPLICAS; replicas++) {
            both(new Step.Create(replicas, Script.actor(replicas, actors)));
        }
        script.choices().forEach(choice -> choose(choice.kind(), new Random(choice.seed())));
        commit(new Random(0));
        for (int i = 1; i < replicas; i++) {
            both(new Step.Check(i));
            merge(i, 0);
        }
        both(new Step.Check(0));
        List<List<ChangeHash>> past = new ArrayList<>();
        IntStream.range(0, replicas).forEach(i -> past.addAll(ours.past(i)));
        Collections.shuffle(past, actors);
        past.stream().limit(LAST_HEADS).forEach(heads -> when(Feature.HEADS, new Step.CheckAt(0, heads)));
        swap(0);
        both(new Step.Check(0));
    }

    private void both(Step step) {
        steps.add(step);
        theirs.run(step);
        ours.run(step);
        see();
    }

    /** Some heads that a replica had; those of the empty document if it had none. */
    private List<ChangeHash> past(int replica, Random random) {
        List<List<ChangeHash>> past = ours.past(replica);
        return past.isEmpty() ? List.of() : past.get(random.nextInt(past.size()));
    }

    private void when(Feature feature, Step step) {
        if (shared.contains(feature)) {
            both(step);
        }
    }

    private void see() {
        seen.addAll(ours.observations());
        while (done.size() < seen.size()) {
            done.add(steps.size());
        }
    }

    private void choose(Script.Kind kind, Random random) {
        if (kind == Script.Kind.EDIT) {
            edit(random);
            return;
        }
        if (kind == Script.Kind.ROLLBACK && ours.open().isPresent() && (shared.contains(Feature.FIRST_ROLLBACK) || !ours.isFirst())) {
            rollback();
            return;
        }
        commit(random);
        switch (kind) {
            case MERGE -> merge(random.nextInt(replicas), random.nextInt(replicas));
            case PASS -> pass(random.nextInt(replicas), random.nextInt(replicas), random);
            case SWAP -> swap(random.nextInt(replicas));
            case FORK, FORK_AT -> fork(kind, random);
            case EMPTY -> when(Feature.EMPTY_CHANGES, new Step.Empty(random.nextInt(replicas), message(random), random.nextInt()));
            case CHECK -> both(new Step.Check(random.nextInt(replicas)));
            case CHECK_AT -> {
                int replica = random.nextInt(replicas);
                when(Feature.HEADS, new Step.CheckAt(replica, past(replica, random)));
            }
            case CURSOR -> cursor(random);
            case EDIT, COMMIT, ROLLBACK -> {
            }
        }
    }

    private void edit(Random random) {
        if (ours.open().isEmpty()) {
            begin(random);
        }
        Edit edit = ours.open().orElseThrow();
        Step.Write write = resolver.write(edit, ours.writer(), random, wide);
        if (write instanceof Step.Put put && put.place() instanceof Step.Index) {
            replaced.add(write.object());
        }
        if (wide) {
            steps.add(write);
            ours.run(write);
            made(ours.observations().getFirst(), write);
        } else {
            both(write);
            made(seen.getLast(), write);
        }
    }

    private void made(String observed, Step.Write write) {
        if (!observed.isEmpty() && !observed.equals(Engine.REFUSED) && (write instanceof Step.PutObject || write instanceof Step.InsertObject)) {
            resolver.made(ObjectId.parse(observed));
        }
    }

    private void begin(Random random) {
        Step.Begin begin = new Step.Begin(random.nextInt(replicas));
        wide = random.nextInt(8) == 0;
        before = ours.doc(begin.replica()).heads();
        if (wide) {
            steps.add(begin);
            ours.run(begin);
            ours.observations();
        } else {
            both(begin);
        }
        resolver.look(ours.open().orElseThrow());
    }

    private void rollback() {
        if (wide) {
            ours.run(new Step.Rollback());
            ours.observations();
        } else {
            both(new Step.Rollback());
        }
    }

    private static String message(Random random) {
        return random.nextInt(3) == 0 ? new Values(random, true).text() : null;
    }

    private void commit(Random random) {
        if (ours.open().isEmpty()) {
            return;
        }
        boolean messages = wide || shared.contains(Feature.MESSAGES);
        String message = messages ? message(random) : null;
        long time = messages ? random.nextInt() >> random.nextInt(32) : 0;
        Step.Commit commit = new Step.Commit(message, time);
        steps.add(commit);
        if (wide) {
            ours.run(commit);
            theirs.run(new Step.Apply(ours.openReplica(), ours.changes(ours.openReplica(), before)));
        } else {
            ours.run(new Step.Commit(message, theirs.commit(commit)));
        }
        see();
    }

    /** Our merge brings along what waits for other changes, theirs does not (DIFFERENCES.md): then only the changes travel. */
    private void merge(int from, int to) {
        List<Change> missing = ours.doc(from).changesSince(ours.doc(to).heads());
        if (ours.doc(from).missingDependencies().isEmpty()) {
            both(new Step.Merge(from, to));
        } else if (!missing.isEmpty()) {
            both(new Step.Apply(to, OurEngine.bytes(missing)));
        }
    }

    /** Changes of one replica to another: all of them as the other engine encodes them, or a part in disorder. */
    private void pass(int from, int to, Random random) {
        Doc target = ours.doc(to);
        if (random.nextBoolean() && !ours.doc(from).changesSince(target.heads()).isEmpty()) {
            crosswise(to, new Step.Apply(to, theirs.changes(from, target.heads())), new Step.Apply(to, ours.changes(from, target.heads())));
            return;
        }
        List<Change> changes = new ArrayList<>(ours.doc(from).changesSince(target.heads()));
        if (!changes.isEmpty()) {
            Collections.shuffle(changes, random);
            both(new Step.Apply(to, OurEngine.bytes(changes.subList(0, 1 + random.nextInt(changes.size())))));
        }
    }

    private void swap(int replica) {
        crosswise(replica, new Step.Load(replica, theirs.save(replica)), new Step.Load(replica, ours.save(replica)));
    }

    private void crosswise(int replica, Step toUs, Step toThem) {
        steps.add(toUs);
        theirs.run(toThem);
        ours.run(toUs);
        see();
    }

    /** A new replica, or one in the place of the last. */
    private void fork(Script.Kind kind, Random random) {
        int from = random.nextInt(replicas);
        int to = replicas < Script.REPLICAS + 2 ? replicas : replicas - 1;
        ActorId actor = Script.actor(steps.size() % 97 + 5, random);
        if (kind == Script.Kind.FORK) {
            both(new Step.Fork(from, to, actor));
        } else if (shared.contains(Feature.HEADS)) {
            both(new Step.ForkAt(from, to, actor, past(from, random)));
        } else {
            return;
        }
        replicas = Math.max(replicas, to + 1);
    }

    private boolean canFollow(ObjectId text) {
        return shared.contains(Feature.CURSORS_PAST_REPLACED) || !replaced.contains(text);
    }

    private void cursor(Random random) {
        for (Step.CursorPosition cursor : cursors) {
            if (ours.doc(cursor.replica()).type(cursor.object()).isPresent() && canFollow(cursor.object())) {
                both(cursor);
            }
        }
        int replica = random.nextInt(replicas);
        Doc doc = ours.doc(replica);
        ObjectId text = resolver.text(doc, random);
        if (shared.contains(Feature.CURSORS) && !text.isRoot() && doc.length(text) > 0 && canFollow(text)) {
            both(new Step.CursorAt(replica, text, TextWrites.index(doc, text, random.nextInt(doc.length(text)))));
            cursors.add(new Step.CursorPosition(replica, text, seen.getLast()));
        }
    }
}
