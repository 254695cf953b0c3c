// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Patch;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.Sequence;
import org.pushpin.crdt.internal.state.StoredObject;
import org.pushpin.crdt.internal.state.Trie;
import org.pushpin.crdt.internal.state.Utf8Order;
import org.pushpin.crdt.internal.state.Values;

/**
 * The steps between two snapshots, of what shows: objects that can be reached through winning values. What both snapshots share is
 * skipped: the cost follows what differs. An object that did not show before is given whole.
 */
public final class Differ {
    private final Trie<Long, StoredObject> before;
    private final Trie<Long, StoredObject> after;
    private final Authors authors;
    private final List<Patch> patches = new ArrayList<>();
    private final Map<Long, Boolean> shownBefore = new HashMap<>();
    private final Map<Long, Boolean> shownAfter = new HashMap<>();

    /** @param authors of the snapshot that knows more of them; the other's must be the first of these */
    public Differ(Trie<Long, StoredObject> before, Trie<Long, StoredObject> after, Authors authors) {
        this.before = before;
        this.after = after;
        this.authors = authors;
    }

    public List<Patch> patches() {
        TreeSet<Long> changed = new TreeSet<>(authors::compare);
        before.differences(after, (id, was, is) -> {
            if (was != null && is != null && isShown(before, id, shownBefore) && isShown(after, id, shownAfter)) {
                changed.add(id);
            }
        });
        for (Long id : changed) {
            int from = patches.size();
            compare(before.get(id), after.get(id));
            for (int i = from; i < patches.size(); i++) {
                fill(patches.get(i));
            }
        }
        return List.copyOf(patches);
    }

    private void compare(StoredObject was, StoredObject is) {
        switch (is) {
            case StoredObject.MapObject map -> compareMaps(was instanceof StoredObject.MapObject m ? m.registers() : Trie.empty(), map);
            case StoredObject.SequenceObject s -> {
                Sequence old = was instanceof StoredObject.SequenceObject w ? w.sequence() : Sequence.empty(s.isText());
                SequencePatches.add(Values.objectId(s.id(), authors), old, s.sequence(), authors, patches);
            }
        }
    }

    /** Adds the content of an object that a patch brings, if it did not show before. */
    private void fill(Patch patch) {
        Value value = switch (patch) {
            case Patch.PutMap p -> p.value();
            case Patch.Insert p -> p.value();
            case Patch.PutSeq p -> p.value();
            case Patch.DeleteMap p -> null;
            case Patch.DeleteSeq p -> null;
            case Patch.SpliceText p -> null;
            case Patch.Increment p -> null;
            case Patch.Conflict p -> null;
            case Patch.Mark p -> null;
        };
        if (value instanceof ObjectValue o) {
            Long id = authors.id(o.id().op().orElseThrow());
            if (!isShown(before, id, shownBefore)) {
                compare(null, after.get(id));
            }
        }
    }

    private static boolean isShown(Trie<Long, StoredObject> objects, Long id, Map<Long, Boolean> known) {
        StoredObject object = objects.get(id);
        if (object == null || object.place() == null) {
            return object != null;
        }
        Boolean shown = known.get(id);
        if (shown == null) {
            StoredObject parent = objects.get(object.place().parent());
            shown = wins(id, object.place(), parent) && isShown(objects, parent.id(), known);
            known.put(id, shown);
        }
        return shown;
    }

    private static boolean wins(long maker, StoredObject.Place place, StoredObject parent) {
        Op winner = (switch (parent) {
            case StoredObject.MapObject map -> map.register(place.key());
            case StoredObject.SequenceObject s -> s.sequence().ops(place.element());
        }).winner();
        return winner != null && winner.id() == maker;
    }

    private void compareMaps(Trie<String, Register> was, StoredObject.MapObject map) {
        TreeMap<String, Register[]> changed = new TreeMap<>(Utf8Order.INSTANCE);
        was.differences(map.registers(), (key, old, now) -> changed.put(key,
                new Register[] {old == null ? Register.empty() : old, now == null ? Register.empty() : now}));
        ObjectId id = Values.objectId(map.id(), authors);
        changed.forEach((key, ops) -> compareRegisters(id, key, ops[0], ops[1]));
    }

    private void compareRegisters(ObjectId map, String key, Register was, Register is) {
        Op old = was.winner();
        Op now = is.winner();
        if (now == null) {
            if (old != null) {
                patches.add(new Patch.DeleteMap(map, key));
            }
            return;
        }
        Value value = Values.of(now, authors);
        boolean conflict = is.isConflict();
        if (old == null || old.id() != now.id()) {
            patches.add(new Patch.PutMap(map, key, value, conflict));
        } else if (value instanceof Scalar.Counter c && old.value() instanceof Scalar.Counter o && c.value() != o.value()) {
            patches.add(new Patch.Increment(map, key, -1, c.value() - o.value()));
        } else if (conflict != was.isConflict()) {
            patches.add(new Patch.Conflict(map, key, -1, conflict));
        }
    }
}
