// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The steps between two snapshots. Objects, map entries and blocks of elements that are the same instance are skipped; an object that
 * cannot be reached in the later snapshot gives no patches.
 */
final class Differ {
    private final Doc before;
    private final Doc after;
    private final boolean descends;
    private final List<Patch> patches = new ArrayList<>();
    private final Map<ObjectId, Boolean> reachable = new HashMap<>();

    Differ(Doc before, Doc after) {
        this.before = before;
        this.after = after;
        this.descends = before.heads().stream().allMatch(after::contains);
    }

    List<Patch> patches() {
        TreeMap<ObjectId, StoredObject> changed = new TreeMap<>();
        before.objects.differences(after.objects, (id, was, is) -> {
            if (is != null && isReachable(id, is)) {
                changed.put(id, is);
            }
        });
        changed.forEach((id, is) -> {
            StoredObject was = before.objects.get(id);
            switch (is) {
                case StoredObject.MapObject map -> compareMaps(was instanceof StoredObject.MapObject m ? m.registers() : Trie.empty(), map);
                case StoredObject.SequenceObject s -> new SequenceDiffer(id, s.isText(), descends, patches)
                        .compare(was instanceof StoredObject.SequenceObject w ? w.sequence() : Sequence.EMPTY, s.sequence());
            }
        });
        return List.copyOf(patches);
    }

    private boolean isReachable(ObjectId id, StoredObject object) {
        if (object.place() == null) {
            return true;
        }
        Boolean known = reachable.get(id);
        if (known == null) {
            StoredObject parent = after.objects.get(object.place().parent());
            known = shows(id.maker(), object.place(), parent) && isReachable(parent.id(), parent);
            reachable.put(id, known);
        }
        return known;
    }

    private static boolean shows(OpId maker, StoredObject.Place place, StoredObject parent) {
        Op[] ops = switch (parent) {
            case StoredObject.MapObject map -> map.register(place.key());
            case StoredObject.SequenceObject s -> s.sequence().get(s.sequence().find(place.element())).ops();
        };
        Op op = Register.find(ops, maker);
        return op != null && Register.isVisible(op, ops);
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
