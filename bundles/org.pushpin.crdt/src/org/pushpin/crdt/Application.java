// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.state.DocState;
import org.pushpin.crdt.internal.state.ForkedHistory;
import org.pushpin.crdt.internal.state.Trie;
import org.pushpin.crdt.internal.state.Working;

/** Adds changes to a document: each as soon as what it builds on is there. One thread. */
final class Application {
    private static final Logger LOG = System.getLogger(Doc.class.getName());

    /** A change that waited in the document breaks a rule. */
    private static final class Unsound extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Change change;

        private Unsound(Change change, MalformedException cause) {
            super(cause);
            this.change = change;
        }
    }

    private final Doc base;
    private final Map<ChangeHash, Change> candidates = new LinkedHashMap<>();
    /** Those that waited in the document and may still be applied. */
    private final Map<ChangeHash, Change> waited = new LinkedHashMap<>();
    private Working working;
    private final List<Change> ready = new ArrayList<>();
    /** What waits, by the first change that it lacks. */
    private final Map<ChangeHash, List<Change>> lacking = new HashMap<>();
    /** Once a change forked its actor: those that are ready, which are no longer applied one by one. */
    private Map<ChangeHash, Change> unapplied;

    Application(Doc base, Collection<Change> changes) {
        this.base = base;
        base.waiting.forEach(waited::put);
        for (Change change : changes) {
            if (!waited.containsKey(change.hash()) && !base.contains(change)) {
                candidates.put(change.hash(), change);
            }
        }
    }

    Doc run() throws MalformedException {
        if (candidates.isEmpty()) {
            return base;
        }
        while (true) {
            try {
                return attempt();
            } catch (Unsound e) {
                LOG.log(Level.WARNING, "a change that waited for others is dropped: {0}", e.getCause().getMessage());
                waited.remove(e.change.hash());
            }
        }
    }

    private Doc attempt() throws MalformedException, Unsound {
        working = new Working(base.state);
        ready.clear();
        lacking.clear();
        unapplied = null;
        for (Change change : waited.values()) {
            add(change);
        }
        for (Change change : candidates.values()) {
            add(change);
        }
        Trie<ChangeHash, Change> waiting = Trie.empty();
        for (List<Change> waiters : lacking.values()) {
            for (Change waiter : waiters) {
                waiting = waiting.with(waiter.hash(), waiter);
            }
        }
        return base.with(unapplied == null ? working.freeze() : rebuilt(), waiting);
    }

    private void add(Change change) throws MalformedException, Unsound {
        if (lacking.isEmpty() && unapplied == null) {
            int[] deps = working.dependencies(change.chunk());
            if (deps != null) {
                apply(change, deps);
                return;
            }
        }
        Deque<Change> open = new ArrayDeque<>();
        open.push(change);
        while (!open.isEmpty()) {
            Change next = open.pop();
            ChangeHash lacks = lack(next.chunk());
            if (lacks != null) {
                lacking.computeIfAbsent(lacks, h -> new ArrayList<>(1)).add(next);
                continue;
            }
            apply(next, unapplied == null ? working.dependencies(next.chunk()) : null);
            List<Change> waiters = lacking.remove(next.hash());
            if (waiters != null) {
                waiters.forEach(open::push);
            }
        }
    }

    private ChangeHash lack(ChangeChunk change) {
        for (int i = 0; i < change.depCount(); i++) {
            ChangeHash dep = change.dep(i);
            if (working.find(dep) < 0 && (unapplied == null || !unapplied.containsKey(dep))) {
                return dep;
            }
        }
        return null;
    }

    private void apply(Change change, int[] deps) throws MalformedException, Unsound {
        ready.add(change);
        try {
            if (unapplied == null && !working.apply(change.chunk(), deps)) {
                unapplied = new HashMap<>();
            }
            if (unapplied != null) {
                unapplied.put(change.hash(), change);
            }
        } catch (MalformedException e) {
            throw blamed(change, e);
        }
    }

    /** The document from nothing, now that an actor is known to have forked. */
    private DocState rebuilt() throws MalformedException, Unsound {
        List<Change> all = new ArrayList<>(base.changes());
        all.addAll(ready);
        ForkedHistory history = new ForkedHistory(all.stream().map(Change::chunk).toList());
        try {
            return history.build();
        } catch (MalformedException e) {
            throw blamed(all.get(history.reached()), e);
        }
    }

    /** What waited was accepted before, so that it is at fault does not fail what comes now. */
    private MalformedException blamed(Change change, MalformedException cause) throws Unsound {
        if (waited.containsKey(change.hash())) {
            throw new Unsound(change, cause);
        }
        return cause;
    }
}
