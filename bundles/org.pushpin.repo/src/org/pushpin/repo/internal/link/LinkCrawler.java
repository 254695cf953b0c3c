// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Patch;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;
import org.pushpin.crypto.BlobId;

/**
 * The links in a document, kept up to date: the first look goes over all of it, the next ones over what patches say has changed. In a
 * document with conflicts all values count, and every look goes over all, since patches tell of those that won only. One thread.
 */
public final class LinkCrawler {

    /** The most links that are followed out of one document. */
    public static final int MAX_LINKS = 20_000;

    private final LinkCounts counts;
    private Doc seen;
    private boolean conflicts;

    /** Looks at all of a document. */
    public LinkCrawler(Doc document) {
        this(document, MAX_LINKS);
    }

    private LinkCrawler(Doc document, int most) {
        counts = new LinkCounts(most);
        begin(document);
    }

    /** All blobs to which a document links, also where it has more links than are followed. */
    public static Set<BlobId> allBlobs(Doc document) {
        return Targets.of(new LinkCrawler(document, Integer.MAX_VALUE).links()).blobs();
    }

    /** Document and blob links in canonical form, in the order in which they stand. */
    public static Set<String> crawl(Doc document) {
        return new LinkCrawler(document).links();
    }

    /** Document and blob links in canonical form, in the order in which they came. */
    public Set<String> links() {
        return new LinkedHashSet<>(counts.links());
    }

    /** Whether there are more than are followed. */
    public boolean isCapped() {
        return counts.isFull();
    }

    private void begin(Doc document) {
        seen = document;
        conflicts = false;
        counts.clear();
        subtree(document, new ObjectValue(ObjectId.ROOT, ObjectType.MAP), 1, new HashSet<>());
    }

    /** Looks at what is different in another state of the document. */
    public void advance(Doc later) {
        if (later == seen) {
            return;
        }
        List<Patch> patches = conflicts || isCapped() ? List.of() : seen.diff(later);
        if (conflicts || isCapped() || patches.stream().anyMatch(LinkCrawler::conflicting)) {
            begin(later);
            return;
        }
        Map<ObjectId, List<Patch>> byObject = new LinkedHashMap<>();
        patches.forEach(patch -> byObject.computeIfAbsent(patch.object(), object -> new ArrayList<>()).add(patch));
        Doc before = seen;
        seen = later;
        Set<ObjectId> fresh = new HashSet<>();
        byObject.forEach((object, changed) -> {
            if (!fresh.contains(object)) {
                object(before, object, changed, fresh);
            }
        });
        if (conflicts || isCapped()) {
            begin(later);
        }
    }

    private static boolean conflicting(Patch patch) {
        return switch (patch) {
            case Patch.PutMap put -> put.conflict();
            case Patch.PutSeq put -> put.conflict();
            case Patch.Insert insert -> insert.conflict();
            case Patch.Conflict conflict -> true;
            case Patch.DeleteMap gone -> false;
            case Patch.DeleteSeq gone -> false;
            case Patch.SpliceText splice -> false;
            case Patch.Increment increment -> false;
            case Patch.Mark mark -> false;
        };
    }

    /** @param fresh objects that came now, and have been looked at whole */
    private void object(Doc before, ObjectId object, List<Patch> patches, Set<ObjectId> fresh) {
        ObjectType type = object.equals(ObjectId.ROOT) ? ObjectType.MAP : seen.type(object).orElseThrow();
        List<Value> old = new ArrayList<>();
        List<Value> now = new ArrayList<>();
        switch (type) {
            case MAP, TABLE -> keys(patches).forEach(key -> {
                old.addAll(before.getAll(object, key));
                now.addAll(seen.getAll(object, key));
            });
            case LIST, TEXT -> {
                Region region = Region.of(before.length(object), type == ObjectType.TEXT, patches);
                old.addAll(values(before, object, type, region.widened(before, object, type)));
                now.addAll(values(seen, object, type, region.inLater(seen.length(object)).widened(seen, object, type)));
            }
        }
        Set<ObjectValue> stayed = objects(old);
        stayed.retainAll(objects(now));
        old.stream().filter(value -> !stayed.contains(value)).forEach(value -> visit(before, value, -1, new HashSet<>()));
        now.stream().filter(value -> !stayed.contains(value)).forEach(value -> visit(seen, value, 1, fresh));
    }

    private static Set<ObjectValue> objects(List<Value> values) {
        Set<ObjectValue> objects = new HashSet<>();
        values.forEach(value -> {
            if (value instanceof ObjectValue object) {
                objects.add(object);
            }
        });
        return objects;
    }

    private static Set<String> keys(List<Patch> patches) {
        Set<String> keys = new LinkedHashSet<>();
        for (Patch patch : patches) {
            switch (patch) {
                case Patch.PutMap put -> keys.add(put.key());
                case Patch.DeleteMap gone -> keys.add(gone.key());
                default -> { }
            }
        }
        return keys;
    }

    /** What stands in a part of a list, or of a text: its characters first. */
    private List<Value> values(Doc document, ObjectId object, ObjectType type, Region region) {
        List<Value> values = new ArrayList<>();
        String characters = type == ObjectType.TEXT ? document.textOf(object).subSequence(region.from(), region.to()) : "";
        values.add(new Scalar.Str(characters));
        for (int i = region.from(); i < region.to(); i++) {
            if (type == ObjectType.LIST || characters.charAt(i - region.from()) == Region.OBJECT) {
                List<Value> all = document.getAll(object, i);
                conflicts |= all.size() > 1;
                values.addAll(all);
            }
        }
        return values;
    }

    private void visit(Doc document, Value value, int sign, Set<ObjectId> visited) {
        if (value instanceof ObjectValue object) {
            subtree(document, object, sign, visited);
        } else if (value instanceof Scalar.Str string) {
            counts.add(string.value(), sign);
        }
    }

    private void subtree(Doc document, ObjectValue root, int sign, Set<ObjectId> visited) {
        Deque<ObjectValue> todo = new ArrayDeque<>(List.of(root));
        while (!todo.isEmpty() && !isCapped()) {
            ObjectValue object = todo.poll();
            visited.add(object.id());
            for (Value value : values(document, object)) {
                if (value instanceof ObjectValue nested) {
                    todo.add(nested);
                } else {
                    visit(document, value, sign, visited);
                }
            }
        }
    }

    private List<Value> values(Doc document, ObjectValue object) {
        return switch (object.type()) {
            case MAP, TABLE -> {
                List<Value> values = new ArrayList<>();
                for (String key : document.keys(object.id())) {
                    List<Value> all = document.getAll(object.id(), key);
                    conflicts |= all.size() > 1;
                    values.addAll(all);
                }
                yield values;
            }
            case LIST, TEXT -> values(document, object.id(), object.type(), new Region(0, document.length(object.id()), 0));
        };
    }
}
