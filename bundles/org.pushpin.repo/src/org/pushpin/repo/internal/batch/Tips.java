// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.WriterId;

/** Where the chains of changes of a document's writers end: one end each, more where a writer's chain forked. Copied to be changed. */
public final class Tips {

    /** @param header the encoded header that vouches for it; empty if that was damaged: then nobody can be convinced of it */
    public record Tip(long seq, ChangeHash hash, Bytes header) {}

    private final Map<WriterId, List<Tip>> ends;

    /** No writer has written anything. */
    public Tips() {
        ends = new TreeMap<>();
    }

    private Tips(Tips other) {
        ends = new TreeMap<>(other.ends);
    }

    /** To be changed by itself. */
    public Tips copy() {
        return new Tips(this);
    }

    /** By writer. */
    public Map<WriterId, List<Tip>> all() {
        return ends;
    }

    /** Sets all ends of a writer. */
    public void set(WriterId writer, List<Tip> tips) {
        ends.put(writer, tips.stream().sorted(Comparator.comparing(Tip::hash)).toList());
    }

    /** The ends of a writer. */
    public List<Tip> of(WriterId writer) {
        return ends.getOrDefault(writer, List.of());
    }

    /** Whether a writer's chain has several ends. */
    public boolean forked(WriterId writer) {
        return of(writer).size() > 1;
    }

    /** Adds an end, in the place of the one that it follows, if that is one. @param previous null before the first */
    public void extend(WriterId writer, ChangeHash previous, Tip tip) {
        List<Tip> changed = new ArrayList<>(of(writer));
        changed.removeIf(each -> each.hash().equals(previous) || each.hash().equals(tip.hash()));
        changed.add(tip);
        changed.sort(Comparator.comparing(Tip::hash));
        ends.put(writer, List.copyOf(changed));
    }
}
