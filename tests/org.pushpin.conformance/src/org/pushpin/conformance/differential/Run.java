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

import org.pushpin.conformance.engine.Engine;
import org.pushpin.conformance.engine.Feature;
import org.pushpin.conformance.engine.OurEngine;
import org.pushpin.conformance.engine.Step;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;

/** One script on two engines. The other engine goes first: it may decide the time of a commit. */
final class Run {
    /** At how many earlier heads the merged document is looked at: for the other engines that is the most expensive step. */
    private static final int LAST_HEADS = 6;

    private final OurEngine ours;
    private final Engine theirs;
    private final Script script;
    private final Resolver resolver;
    private final Set<Feature> shared;
    private final Transcript transcript;
    private final List<Step.CursorPosition> cursors = new ArrayList<>();
    /** Sequences in which an element was replaced. */
    private final Set<ObjectId> replaced = new HashSet<>();
    private int replicas;
    private long ourBytes;
    private long theirBytes;
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
        this.transcript = new Transcript(ours, theirs, script.seed());
    }

    /** The first difference, if there is one. @param full whether to show all of it */
    Optional<Difference> run(boolean full) {
        ours.start(shared, full);
        theirs.start(shared, full);
        try {
            play();
            return transcript.compared();
        } catch (RuntimeException e) {
            return transcript.compared(e);
        }
    }

    /** How the other engine failed in itself, not in comparison; empty if it did not. Nothing after that was compared. */
    String failure() {
        return transcript.failure();
    }

    /** How much ours saved, in all. */
    long ourBytes() {
        return ourBytes;
    }

    /** How much the other engine saved of the same documents. */
    long theirBytes() {
        return theirBytes;
    }

    private void play() {
        Random actors = new Random(script.seed());
        for (replicas = 0; replicas < Script.REPLICAS; replicas++) {
            transcript.both(new Step.Create(replicas, Script.actor(replicas, actors)));
        }
        script.choices().forEach(choice -> choose(choice.kind(), new Random(choice.seed())));
        commit(new Random(0));
        for (int i = 1; i < replicas; i++) {
            transcript.both(new Step.Check(i));
            merge(i, 0);
        }
        transcript.both(new Step.Check(0));
        List<List<ChangeHash>> past = new ArrayList<>();
        IntStream.range(0, replicas).forEach(i -> past.addAll(ours.past(i)));
        Collections.shuffle(past, actors);
        past.stream().limit(LAST_HEADS).forEach(heads -> when(Feature.HEADS, new Step.CheckAt(0, heads)));
        swap(0);
        transcript.both(new Step.Check(0));
    }

    /** Some heads that a replica had; those of the empty document if it had none. */
    private List<ChangeHash> past(int replica, Random random) {
        List<List<ChangeHash>> past = ours.past(replica);
        return past.isEmpty() ? List.of() : past.get(random.nextInt(past.size()));
    }

    private void when(Feature feature, Step step) {
        if (shared.contains(feature)) {
            transcript.both(step);
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
            case CHECK -> transcript.both(new Step.Check(random.nextInt(replicas)));
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
        if (!wide && hasConflict(edit, write.object()) && !theirs.isSound(write.object())) {
            return;
        }
        if (write instanceof Step.Put put && put.place() instanceof Step.Index) {
            replaced.add(write.object());
        }
        if (wide) {
            transcript.note(write);
            ours.run(write);
            made(ours.observations().getFirst(), write);
        } else {
            transcript.both(write);
            made(transcript.last(), write);
        }
    }

    private static boolean hasConflict(Edit edit, ObjectId list) {
        return edit.type(list).orElseThrow() == ObjectType.LIST
                && IntStream.range(0, edit.length(list)).anyMatch(i -> edit.getAll(list, i).size() > 1);
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
            transcript.note(begin);
            ours.run(begin);
            ours.observations();
        } else {
            transcript.both(begin);
        }
        resolver.look(ours.open().orElseThrow());
    }

    private void rollback() {
        if (wide) {
            ours.run(new Step.Rollback());
            ours.observations();
        } else {
            transcript.both(new Step.Rollback());
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
        transcript.note(commit);
        if (wide) {
            ours.run(commit);
            theirs.run(new Step.Apply(ours.openReplica(), ours.changes(ours.openReplica(), before)));
        } else {
            ours.run(new Step.Commit(message, theirs.commit(commit)));
        }
        transcript.see();
    }

    /** Our merge brings along what waits for other changes, theirs does not (DIFFERENCES.md): then only the changes travel. */
    private void merge(int from, int to) {
        List<Change> missing = ours.doc(from).changesSince(ours.doc(to).heads());
        if (ours.doc(from).missingDependencies().isEmpty()) {
            transcript.both(new Step.Merge(from, to));
        } else if (!missing.isEmpty()) {
            transcript.both(new Step.Apply(to, OurEngine.bytes(missing)));
        }
    }

    /** Changes of one replica to another: all of them as the other engine encodes them, or a part in disorder. */
    private void pass(int from, int to, Random random) {
        Doc target = ours.doc(to);
        if (random.nextBoolean() && !ours.doc(from).changesSince(target.heads()).isEmpty()) {
            transcript.crosswise(new Step.Apply(to, theirs.changes(from, target.heads())), new Step.Apply(to, ours.changes(from, target.heads())));
            return;
        }
        List<Change> changes = new ArrayList<>(ours.doc(from).changesSince(target.heads()));
        if (!changes.isEmpty()) {
            Collections.shuffle(changes, random);
            transcript.both(new Step.Apply(to, OurEngine.bytes(changes.subList(0, 1 + random.nextInt(changes.size())))));
        }
    }

    private void swap(int replica) {
        byte[] fromThem = theirs.save(replica);
        byte[] fromUs = ours.save(replica);
        if (ours.doc(replica).missingDependencies().isEmpty()) {
            theirBytes += fromThem.length;
            ourBytes += fromUs.length;
        }
        transcript.crosswise(new Step.Load(replica, fromThem), new Step.Load(replica, fromUs));
    }

    /** A new replica, or one in the place of the last. */
    private void fork(Script.Kind kind, Random random) {
        int from = random.nextInt(replicas);
        int to = replicas < Script.REPLICAS + 2 ? replicas : replicas - 1;
        ActorId actor = Script.actor(transcript.size() % 97 + 5, random);
        if (kind == Script.Kind.FORK) {
            transcript.both(new Step.Fork(from, to, actor));
        } else if (shared.contains(Feature.HEADS)) {
            transcript.both(new Step.ForkAt(from, to, actor, past(from, random)));
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
                transcript.both(cursor);
            }
        }
        int replica = random.nextInt(replicas);
        Doc doc = ours.doc(replica);
        ObjectId text = resolver.text(doc, random);
        if (shared.contains(Feature.CURSORS) && !text.isRoot() && doc.length(text) > 0 && canFollow(text)) {
            transcript.both(new Step.CursorAt(replica, text, TextWrites.index(doc, text, random.nextInt(doc.length(text)))));
            cursors.add(new Step.CursorPosition(replica, text, transcript.last()));
        }
    }
}
