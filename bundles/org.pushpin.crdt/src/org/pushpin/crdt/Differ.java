// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The steps between two snapshots, of what shows: objects that can be reached through winning values. Objects, map entries and blocks of
 * elements that are the same instance are skipped. An object that did not show before is given whole.
 */
final class Differ {
    private final Doc before;
    private final Doc after;
    private final boolean descends;
    private final List<Patch> patches = new ArrayList<>();
    private final Map<ObjectId, Boolean> shownBefore = new HashMap<>();
    private final Map<ObjectId, Boolean> shownAfter = new HashMap<>();

    Differ(Doc before, Doc after) {
        this.before = before;
        this.after = after;
        this.descends = before.heads().stream().allMatch(after::contains);
    }

    List<Patch> patches() {
        TreeSet<ObjectId> changed = new TreeSet<>();
        before.objects.differences(after.objects, (id, was, is) -> {
            if (was != null && is != null && isShown(before, id, shownBefore) && isShown(after, id, shownAfter)) {
                changed.add(id);
            }
        });
        for (ObjectId id : changed) {
            int from = patches.size();
            compare(id, before.objects.get(id), after.objects.get(id));
            for (int i = from; i < patches.size(); i++) {
                fill(patches.get(i));
            }
        }
        return List.copyOf(patches);
    }

    private void compare(ObjectId id, StoredObject was, StoredObject is) {
        switch (is) {
            case StoredObject.MapObject map -> compareMaps(was instanceof StoredObject.MapObject m ? m.registers() : Trie.empty(), map);
            case StoredObject.SequenceObject s -> new SequenceDiffer(id, s.isText(), descends, patches)
                    .compare(was instanceof StoredObject.SequenceObject w ? w.sequence() : Sequence.EMPTY, s.sequence());
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
        };
        if (value instanceof ObjectValue o && !isShown(before, o.id(), shownBefore)) {
            compare(o.id(), null, after.objects.get(o.id()));
        }
    }

    private static boolean isShown(Doc doc, ObjectId id, Map<ObjectId, Boolean> known) {
        StoredObject object = doc.objects.get(id);
        if (object == null || object.place() == null) {
            return object != null;
        }
        Boolean shown = known.get(id);
        if (shown == null) {
            StoredObject parent = doc.objects.get(object.place().parent());
            shown = wins(id.maker(), object.place(), parent) && isShown(doc, parent.id(), known);
            known.put(id, shown);
        }
        return shown;
    }

    private static boolean wins(OpId maker, StoredObject.Place place, StoredObject parent) {
        Op winner = Register.winner(switch (parent) {
            case StoredObject.MapObject map -> map.register(place.key());
            case StoredObject.SequenceObject s -> s.sequence().get(s.sequence().find(place.element())).ops();
        });
        return winner != null && winner.id().equals(maker);
    }

    private void compareMaps(Trie<String, Op[]> was, StoredObject.MapObject map) {
        TreeMap<String, Op[][]> changed = new TreeMap<>(Utf8Order.INSTANCE);
        was.differences(map.registers(), (key, old, now) -> changed.put(key,
                new Op[][] {old == null ? Op.NONE_AT_ALL : old, now == null ? Op.NONE_AT_ALL : now}));
        changed.forEach((key, ops) -> compareRegisters(map.id(), key, ops[0], ops[1]));
    }

    private void compareRegisters(ObjectId map, String key, Op[] was, Op[] is) {
        Op old = Register.winner(was);
        Op now = Register.winner(is);
        if (now == null) {
            if (old != null) {
                patches.add(new Patch.DeleteMap(map, key));
            }
            return;
        }
        Value value = Register.value(now, is);
        if (old == null || !old.id().equals(now.id())) {
            patches.add(new Patch.PutMap(map, key, value));
        } else if (value instanceof Scalar.Counter c && Register.value(old, was) instanceof Scalar.Counter o && c.value() != o.value()) {
            patches.add(new Patch.Increment(map, key, -1, c.value() - o.value()));
        }
    }
}
