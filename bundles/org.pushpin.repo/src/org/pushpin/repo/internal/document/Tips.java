// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.WriterId;

/** Where the chains of changes of a document's writers end: one end each, more where a writer's chain forked. Copied to be changed. */
final class Tips {

    /** @param header the encoded header that vouches for it; empty for one that is not needed in a snapshot */
    record Tip(long seq, ChangeHash hash, Bytes header) {}

    private final Map<WriterId, List<Tip>> ends;

    Tips() {
        ends = new TreeMap<>();
    }

    private Tips(Tips other) {
        ends = new TreeMap<>(other.ends);
    }

    Tips copy() {
        return new Tips(this);
    }

    Map<WriterId, List<Tip>> all() {
        return ends;
    }

    List<Tip> of(WriterId writer) {
        return ends.getOrDefault(writer, List.of());
    }

    boolean forked(WriterId writer) {
        return of(writer).size() > 1;
    }

    /** Adds an end, in the place of the one that it follows, if that is one. @param previous null before the first */
    void extend(WriterId writer, ChangeHash previous, Tip tip) {
        List<Tip> changed = new ArrayList<>(of(writer));
        changed.removeIf(each -> each.hash().equals(previous) || each.hash().equals(tip.hash()));
        changed.add(tip);
        changed.sort(Comparator.comparing(Tip::hash));
        ends.put(writer, List.copyOf(changed));
    }
}
