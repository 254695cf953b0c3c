// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Cursor;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.MalformedException;

/** org.pushpin.crdt, showing what the other engine can show. */
public final class OurEngine implements Engine {
    private static final class Replica {
        private Doc doc = Doc.empty();
        private ActorId actor;
        private final List<List<ChangeHash>> past = new ArrayList<>();
        private final PatchedCopy copy = new PatchedCopy();
    }

    private final Map<Integer, Replica> replicas = new HashMap<>();
    private final List<String> observations = new ArrayList<>();
    private Set<Feature> shown = Set.of();
    private boolean full;
    private int open;
    private Edit edit;

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    @Override
    public void start(Set<Feature> features, boolean wanted) {
        shown = features;
        replicas.clear();
        observations.clear();
        edit = null;
        full = wanted;
    }

    public Doc doc(int replica) {
        return replicas.get(replica).doc;
    }

    /** The heads that a replica has had, oldest first. */
    public List<List<ChangeHash>> past(int replica) {
        return replicas.get(replica).past;
    }

    /** Whether the open transaction is the first of its actor. */
    public boolean isFirst() {
        return doc(open).sequence(replicas.get(open).actor) == 0;
    }

    /** The open transaction. */
    public Optional<Edit> open() {
        return Optional.ofNullable(edit);
    }

    /** Who writes the open transaction. */
    public ActorId writer() {
        return replicas.get(open).actor;
    }

    public int openReplica() {
        return open;
    }

    @Override
    public List<String> observations() {
        List<String> seen = List.copyOf(observations);
        observations.clear();
        return seen;
    }

    @Override
    public byte[] save(int replica) {
        return doc(replica).save();
    }

    @Override
    public byte[] changes(int replica, List<ChangeHash> since) {
        return bytes(doc(replica).changesSince(since));
    }

    public static byte[] bytes(Collection<Change> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        changes.forEach(change -> out.writeBytes(change.toByteArray()));
        return out.toByteArray();
    }

    @Override
    public long commit(Step.Commit step) {
        run(step);
        return step.time();
    }

    @Override
    public void run(Step step) {
        observations.add(Observation.of(seen(step), full));
    }

    private String seen(Step step) {
        return switch (step) {
            case Step.Create s -> created(s);
            case Step.Begin s -> begun(s);
            case Step.Write s -> OurWrites.apply(edit, s);
            case Step.Commit s -> committed(s);
            case Step.Rollback s -> ended(open);
            case Step.Merge s -> changed(s.to(), doc(s.to()).merge(doc(s.from())));
            case Step.Fork s -> forked(s.to(), s.actor(), doc(s.from()));
            case Step.ForkAt s -> forked(s.to(), s.actor(), doc(s.from()).at(s.heads()));
            case Step.Empty s -> changed(s.replica(), doc(s.replica()).edit(replicas.get(s.replica()).actor)
                    .commitEmpty(s.message(), Instant.ofEpochSecond(s.time())).document());
            case Step.CursorAt s -> doc(s.replica()).cursor(s.object(), s.index().units(), Cursor.Move.AFTER).toString();
            case Step.CursorPosition s -> position(doc(s.replica()).position(s.object(), Cursor.parse(s.cursor())));
            case Step.Apply s -> applied(s);
            case Step.Load s -> loaded(s);
            case Step.Check s -> looked(s.replica(), doc(s.replica()), true);
            case Step.CheckAt s -> looked(s.replica(), doc(s.replica()).at(s.heads()), false);
        };
    }

    private static String position(OptionalInt index) {
        return index.isPresent() ? Integer.toString(index.getAsInt()) : REFUSED;
    }

    /** The content, if the patches to it from what was looked at before say the same. */
    private String looked(int replica, Doc doc, boolean deep) {
        String wrong = replicas.get(replica).copy.follow(doc);
        return wrong.isEmpty() ? Dump.of(new OurSource(doc, shown), deep) : wrong;
    }

    private String changed(int replica, Doc doc) {
        replicas.get(replica).doc = doc;
        remember(replica, doc.heads());
        return Observation.heads(doc.heads().stream().map(ChangeHash::toString).toList());
    }

    private void remember(int replica, List<ChangeHash> heads) {
        List<List<ChangeHash>> past = replicas.get(replica).past;
        if (past.isEmpty() || !past.getLast().equals(heads)) {
            past.add(heads);
        }
    }

    private String created(Step.Create s) {
        Replica replica = new Replica();
        replica.actor = s.actor();
        replicas.put(s.replica(), replica);
        return "";
    }

    private String begun(Step.Begin s) {
        open = s.replica();
        edit = doc(open).edit(replicas.get(open).actor);
        return "";
    }

    private String committed(Step.Commit s) {
        replicas.get(open).doc = edit.commit(s.message(), Instant.ofEpochSecond(s.time())).map(c -> c.document()).orElse(doc(open));
        return ended(open);
    }

    private String ended(int replica) {
        edit = null;
        return changed(replica, doc(replica));
    }

    private String forked(int replica, ActorId actor, Doc doc) {
        created(new Step.Create(replica, actor));
        return changed(replica, doc);
    }

    private String applied(Step.Apply s) {
        try {
            return changed(s.replica(), doc(s.replica()).apply(Change.parse(s.bytes())));
        } catch (MalformedException e) {
            return full ? e.toString() : REFUSED;
        }
    }

    private String loaded(Step.Load s) {
        try {
            return changed(s.replica(), Doc.load(s.bytes()));
        } catch (MalformedException e) {
            return full ? e.toString() : REFUSED;
        }
    }

    @Override
    public void close() {
        start(Set.of(), false);
    }
}
