// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.OpId;

/** Which new operation stands for an old one that was undone and brought back; kept by runs. Not for several threads at once. */
final class Stands {

    private final Map<Line, TreeMap<Long, Stand>> newer = new HashMap<>();
    private final Map<Line, TreeMap<Long, Stand>> draft = new HashMap<>();

    /** Whose operations. */
    private record Line(ActorId actor, ChangeHash branch) {

        static Line of(OpId id) {
            return new Line(id.actor(), id.branch());
        }
    }

    /** So many operations in a row, and what stands for the first of them. */
    private record Stand(int count, OpId fresh) {}

    OpId resolve(OpId id) {
        OpId at = id;
        for (OpId next = next(at); next != null; next = next(at)) {
            at = next;
        }
        return at;
    }

    private OpId next(OpId id) {
        OpId next = next(draft, id);
        return next != null ? next : next(newer, id);
    }

    private static OpId next(Map<Line, TreeMap<Long, Stand>> stands, OpId id) {
        TreeMap<Long, Stand> line = stands.isEmpty() ? null : stands.get(Line.of(id));
        Map.Entry<Long, Stand> found = line == null ? null : line.floorEntry(id.counter());
        long offset = found == null ? 0 : id.counter() - found.getKey();
        return found == null || offset >= found.getValue().count() ? null : IdRun.plus(found.getValue().fresh(), offset);
    }

    /**
     * @param known resolved ids, in a row
     * @param fresh the first of as many new ones
     */
    void add(IdRun known, OpId fresh) {
        if (!known.first().equals(fresh)) {
            draft.computeIfAbsent(Line.of(known.first()), line -> new TreeMap<>())
                    .put(known.first().counter(), new Stand(known.count(), fresh));
        }
    }

    /** The same for ids that may have been replaced before. */
    void addAll(IdRun old, OpId fresh) {
        List<IdRun> known = new ArrayList<>();
        for (int i = 0; i < old.count(); i++) {
            IdRun.add(known, resolve(old.at(i)));
        }
        long offset = 0;
        for (IdRun run : known) {
            add(run, IdRun.plus(fresh, offset));
            offset += run.count();
        }
    }

    void add(OpId old, OpId fresh) {
        add(new IdRun(resolve(old), 1), fresh);
    }

    /** Forgets what was added since the last {@link #keep}: the edit that made those ids was not committed. */
    void discard() {
        draft.clear();
    }

    /** The edit that made the new ids was committed. */
    void keep() {
        draft.forEach((line, stands) -> newer.computeIfAbsent(line, key -> new TreeMap<>()).putAll(stands));
        draft.clear();
    }

    /** Operations that were made are not kept: what they stood for is itself again. */
    void forget(Predicate<OpId> lost) {
        newer.forEach((line, stands) -> stands.entrySet().removeIf(entry -> lost.test(entry.getValue().fresh())
                || lost.test(new OpId(entry.getKey(), line.actor(), line.branch()))));
    }
}
