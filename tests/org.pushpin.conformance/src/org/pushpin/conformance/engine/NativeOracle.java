// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.automerge.Cursor;
import org.automerge.Document;
import org.automerge.ObjectId;
import org.automerge.Transaction;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;

/** Automerge's Java bindings (Rust 0.5.7) in this process. Their indexes are code points, their commits bear the time of the clock. */
public final class NativeOracle implements Engine {
    private static final class Replica {
        private Document doc;
        private byte[] actor;
    }

    private final Map<Integer, Replica> replicas = new HashMap<>();
    private final List<String> observations = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private Set<Feature> shown = Set.of();
    private boolean full;
    private int open;
    private Transaction transaction;

    @Override
    public Set<Feature> features() {
        return EnumSet.of(Feature.NAN_BITS, Feature.MARKS, Feature.HEADS, Feature.CURSORS);
    }

    @Override
    public void start(Set<Feature> features, boolean wanted) {
        shown = features;
        if (transaction != null) {
            transaction.commit(); // rolling back may end the process
            transaction = null;
        }
        replicas.values().forEach(replica -> replica.doc.free());
        replicas.clear();
        observations.clear();
        faults.clear();
        full = wanted;
    }

    @Override
    public List<String> observations() {
        List<String> seen = List.copyOf(observations);
        observations.clear();
        return seen;
    }

    private Document doc(int replica) {
        return replicas.get(replica).doc;
    }

    @Override
    public byte[] save(int replica) {
        return doc(replica).save();
    }

    @Override
    public byte[] changes(int replica, List<ChangeHash> since) {
        return doc(replica).encodeChangesSince(NativeIds.hashes(since));
    }

    @Override
    public long commit(Step.Commit step) {
        org.automerge.ChangeHash[] before = doc(open).getHeads();
        run(step);
        try {
            List<Change> made = Change.parse(doc(open).encodeChangesSince(before));
            return made.isEmpty() ? 0 : made.getFirst().time();
        } catch (MalformedException e) {
            throw new IllegalStateException("a change of the native engine", e);
        }
    }

    @Override
    public void run(Step step) {
        observations.add(Observation.of(seen(step), full));
    }

    private String seen(Step step) {
        try {
            return done(step);
        } catch (RuntimeException e) {
            if (!e.getClass().getName().equals("org.automerge.AutomergeException")) { // not a public class
                throw e;
            }
            return full && !(step instanceof Step.Write) && !(step instanceof Step.CursorPosition) ? e.toString() : REFUSED;
        }
    }

    private String done(Step step) {
        return switch (step) {
            case Step.Create s -> create(s.replica(), s.actor().toByteArray(), new Document(s.actor().toByteArray()));
            case Step.Begin s -> begun(s);
            case Step.Write s -> NativeWrites.apply(transaction, s);
            case Step.Commit s -> {
                transaction.commit();
                yield ended();
            }
            case Step.Rollback s -> {
                transaction.rollback();
                yield ended();
            }
            case Step.Merge s -> {
                doc(s.to()).merge(doc(s.from()));
                yield heads(s.to());
            }
            case Step.Fork s -> {
                create(s.to(), s.actor().toByteArray(), doc(s.from()).fork(s.actor().toByteArray()));
                yield heads(s.to());
            }
            case Step.ForkAt s -> {
                byte[] actor = s.actor().toByteArray();
                create(s.to(), actor, doc(s.from()).fork(NativeIds.hashes(s.heads()), actor));
                yield heads(s.to());
            }
            case Step.Empty s -> throw new IllegalStateException("the bindings make no empty changes");
            case Step.CursorAt s -> doc(s.replica()).makeCursor(NativeIds.object(s.object()), s.index().points()).toString();
            case Step.CursorPosition s -> position(doc(s.replica()), NativeIds.object(s.object()), s.cursor());
            case Step.Apply s -> {
                doc(s.replica()).applyEncodedChanges(s.bytes());
                yield heads(s.replica());
            }
            case Step.Load s -> loaded(s);
            case Step.Check s -> dump(doc(s.replica()), true);
            case Step.CheckAt s -> {
                // not the reads as of heads: they do not see a counter that was incremented (DIFFERENCES.md)
                Document then = doc(s.replica()).fork(NativeIds.hashes(s.heads()));
                String seen = dump(then, false);
                then.free();
                yield seen;
            }
        };
    }

    private static String position(Document doc, ObjectId text, String cursor) {
        int points = (int) doc.lookupCursorIndex(text, Cursor.fromString(cursor));
        return Integer.toString(doc.text(text).orElseThrow().offsetByCodePoints(0, points));
    }

    /** Where a document contradicts itself a copy that is loaded anew may not. */
    private String dump(Document doc, boolean deep) {
        try {
            return Dump.of(new NativeSource(doc, shown), deep);
        } catch (NativeSource.Contradiction e) {
            return loadedDump(doc, deep);
        }
    }

    private String loadedDump(Document doc, boolean deep) {
        Document loaded = Document.load(doc.save());
        try {
            String seen = Dump.of(new NativeSource(loaded, shown), deep);
            faults.merge("lists read after loading", 1, Integer::sum);
            return seen;
        } catch (NativeSource.Contradiction e) {
            faults.merge("contents not compared", 1, Integer::sum);
            return CONTRADICTION;
        } finally {
            loaded.free();
        }
    }

    @Override
    public boolean isSound(org.pushpin.crdt.ObjectId object) {
        boolean sound = NativeSource.isSound(transaction, NativeIds.object(object));
        if (!sound) {
            faults.merge("writes left out", 1, Integer::sum);
        }
        return sound;
    }

    @Override
    public Map<String, Integer> faults() {
        return Map.copyOf(faults);
    }

    private String heads(int replica) {
        return Observation.heads(Arrays.stream(doc(replica).getHeads()).map(h -> HexFormat.of().formatHex(h.getBytes())).toList());
    }

    private String create(int number, byte[] actor, Document doc) {
        Replica replica = new Replica();
        replica.actor = actor;
        replica.doc = doc;
        Replica old = replicas.put(number, replica);
        if (old != null) {
            old.doc.free();
        }
        return "";
    }

    private String begun(Step.Begin s) {
        open = s.replica();
        transaction = doc(open).startTransaction();
        return "";
    }

    private String ended() {
        transaction = null;
        return heads(open);
    }

    /** A loaded document writes as an actor of its own, a fork of it as ours. */
    private String loaded(Step.Load s) {
        byte[] actor = replicas.get(s.replica()).actor;
        Document loaded = Document.load(s.bytes());
        create(s.replica(), actor, loaded.fork(actor));
        loaded.free();
        return heads(s.replica());
    }

    @Override
    public void close() {
        start(Set.of(), false);
    }
}
