// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.automerge.Document;
import org.automerge.ExpandMark;
import org.automerge.NewValue;
import org.automerge.Transaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;

/**
 * The same random operations in Automerge's native engine (Rust 0.5.7) and in ours: the same hashes after each transaction, the same
 * values and conflicts, and each loads what the other saves. {@code -Dpushpin.seeds=N} runs N histories.
 */
class NativeEngineTest {
    /** Without characters past U+FFFF: the native engine's bindings abort the process on such a key. */
    private static final String[] KEYS = {"a", "b", "é", "漢", "\uFFEE", "z"};
    private static final String[] TEXTS = {"a", "bc", "é", "😀", "x😀y", "hello", "\n", "漢字"};

    private final Map<ObjectId, org.automerge.ObjectId> ids = new HashMap<>();
    private Random random;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 40));
    }

    /** One replica in both engines. */
    private static final class Pair {
        private final ActorId actor;
        private final Document theirs;
        private Doc ours = Doc.empty();

        private Pair(int number) {
            actor = ActorId.of(new byte[] {(byte) (number * 90 + 7), 1});
            theirs = new Document(actor.toByteArray());
        }

        private void check() {
            assertEquals(Trees.heads(theirs), Trees.heads(ours));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothEnginesDoTheSame(long seed) throws MalformedException {
        random = new Random(seed);
        List<Pair> pairs = List.of(new Pair(0), new Pair(1), new Pair(2));
        ids.put(ObjectId.ROOT, org.automerge.ObjectId.ROOT);
        for (int round = 0; round < 40; round++) {
            Pair pair = pairs.get(random.nextInt(pairs.size()));
            if (random.nextInt(3) == 0) {
                exchange(pairs.get(random.nextInt(pairs.size())), pair);
            } else if (random.nextInt(5) == 0) {
                markSomething(pair);
            } else {
                transact(pair);
            }
            pair.check();
        }
        for (Pair pair : pairs) {
            assertEquals(Trees.of(pair.theirs), Trees.of(pair.ours));
            Doc loaded = Doc.load(pair.theirs.save());
            assertEquals(Trees.heads(pair.theirs), Trees.heads(loaded));
            assertEquals(Trees.of(pair.theirs), Trees.of(loaded));
            Document native_ = Document.load(pair.ours.save());
            assertEquals(Trees.heads(pair.ours), Trees.heads(native_));
            assertEquals(Trees.of(pair.ours), Trees.of(native_));
            native_.free();
        }
        pairs.forEach(p -> p.theirs.free());
    }

    /** Each engine gets the changes that the other one encoded. */
    private static void exchange(Pair from, Pair to) throws MalformedException {
        List<Change> missing = from.ours.changesSince(to.ours.heads());
        byte[] theirs = from.theirs.encodeChangesSince(to.theirs.getHeads());
        to.ours = to.ours.apply(Change.parse(theirs));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        missing.forEach(change -> bytes.writeBytes(change.toByteArray()));
        to.theirs.applyEncodedChanges(bytes.toByteArray());
    }

    private void transact(Pair pair) throws MalformedException {
        Transaction theirs = pair.theirs.startTransaction();
        Edit ours = pair.ours.edit(pair.actor);
        for (int n = 1 + random.nextInt(8); n > 0; n--) {
            List<ObjectId> objects = objects(ours);
            ObjectId object = objects.get(random.nextInt(objects.size()));
            switch (ours.type(object).orElseThrow()) {
                case MAP, TABLE -> stepMap(ours, theirs, object);
                case LIST -> stepList(ours, theirs, object);
                case TEXT -> stepText(ours, theirs, object);
            }
        }
        var before = pair.theirs.getHeads();
        theirs.commit();
        List<Change> made = Change.parse(pair.theirs.encodeChangesSince(before));
        Instant time = made.isEmpty() ? Instant.EPOCH : Instant.ofEpochSecond(made.getFirst().time());
        pair.ours = ours.commit(null, time).map(Commit::document).orElse(pair.ours);
    }

    /** Only their engine makes marks; ours gets the change, and must then type at their edges as theirs does. */
    private void markSomething(Pair pair) throws MalformedException {
        List<ObjectId> texts = objects(pair.ours).stream()
                .filter(id -> pair.ours.type(id).orElseThrow() == ObjectType.TEXT && pair.ours.length(id) > 1).toList();
        if (texts.isEmpty()) {
            return;
        }
        ObjectId text = texts.get(random.nextInt(texts.size()));
        int length = (int) pair.ours.text(text).codePoints().count();
        int start = random.nextInt(length);
        int end = start + 1 + random.nextInt(length - start);
        ExpandMark expand = ExpandMark.values()[random.nextInt(ExpandMark.values().length)];
        var before = pair.theirs.getHeads();
        Transaction theirs = pair.theirs.startTransaction();
        theirs.mark(ids.get(text), start, end, "bold", NewValue.bool(true), expand);
        theirs.commit();
        pair.ours = pair.ours.apply(Change.parse(pair.theirs.encodeChangesSince(before)));
    }

    /** Those objects that show, and that were made through {@link #ids}. */
    private List<ObjectId> objects(Read doc) {
        List<ObjectId> found = new ArrayList<>(List.of(ObjectId.ROOT));
        for (int i = 0; i < found.size() && i < 100; i++) {
            ObjectId id = found.get(i);
            if (doc.type(id).orElseThrow() == ObjectType.LIST) {
                for (int k = 0; k < doc.length(id); k++) {
                    add(doc.get(id, k).orElseThrow(), found);
                }
            } else {
                doc.keys(id).forEach(key -> add(doc.get(id, key).orElseThrow(), found));
            }
        }
        return found;
    }

    private static void add(org.pushpin.crdt.Value value, List<ObjectId> found) {
        if (value instanceof org.pushpin.crdt.ObjectValue o) {
            found.add(o.id());
        }
    }

    private void stepMap(Edit ours, Transaction theirs, ObjectId map) {
        String key = KEYS[random.nextInt(KEYS.length)];
        org.automerge.ObjectId id = ids.get(map);
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> {
                Scalar value = scalar();
                ours.put(map, key, value);
                put(theirs, id, key, value);
            }
            case 3 -> {
                ObjectType type = type();
                ids.put(ours.putObject(map, key, type), theirs.set(id, key, native_(type)));
            }
            case 4 -> {
                if (!ours.getAll(map, key).isEmpty()) {
                    ours.delete(map, key);
                    theirs.delete(id, key);
                }
            }
            default -> {
                if (!ours.getAll(map, key).isEmpty() && ours.getAll(map, key).stream().allMatch(Scalar.Counter.class::isInstance)) {
                    ours.increment(map, key, 5);
                    theirs.increment(id, key, 5);
                }
            }
        }
    }

    private void stepList(Edit ours, Transaction theirs, ObjectId list) {
        int length = ours.length(list);
        org.automerge.ObjectId id = ids.get(list);
        int at = random.nextInt(length + 1);
        if (at == length || random.nextInt(3) == 0) {
            if (random.nextInt(4) == 0) {
                ObjectType type = type();
                ids.put(ours.insertObject(list, at, type), theirs.insert(id, at, native_(type)));
            } else {
                Scalar value = scalar();
                ours.insert(list, at, value);
                insert(theirs, id, at, value);
            }
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                ours.delete(list, at);
                theirs.delete(id, at);
            }
            case 1 -> {
                ObjectType type = type();
                ids.put(ours.putObject(list, at, type), theirs.set(id, at, native_(type)));
            }
            default -> {
                Scalar value = scalar();
                ours.put(list, at, value);
                put(theirs, id, at, value);
            }
        }
    }

    private void stepText(Edit ours, Transaction theirs, ObjectId text) {
        int[] points = ours.text(text).codePoints().toArray();
        int at = random.nextInt(points.length + 1);
        int delete = random.nextInt(3) == 0 ? Math.min(points.length - at, random.nextInt(5)) : 0;
        String insert = random.nextInt(5) == 0 ? "" : TEXTS[random.nextInt(TEXTS.length)];
        int start = new String(points, 0, at).length();
        ours.splice(text, start, new String(points, at, delete).length(), insert);
        theirs.spliceText(ids.get(text), at, delete, insert);
    }

    private Scalar scalar() {
        return switch (random.nextInt(10)) {
            case 0 -> Scalar.NULL;
            case 1 -> Scalar.of(random.nextBoolean());
            case 2 -> Scalar.of(random.nextInt() >> random.nextInt(32));
            case 3 -> new Scalar.Uint(random.nextInt(Integer.MAX_VALUE)); // the bindings cut off the upper half
            case 4 -> Scalar.of(random.nextGaussian());
            case 5 -> Scalar.of(new byte[random.nextInt(4)]);
            case 6 -> new Scalar.Timestamp(random.nextLong() >> 20);
            // never the same twice: putting the value that is there does nothing in their engine, and resets the counter in ours
            case 7, 8 -> new Scalar.Counter(random.nextInt());
            default -> Scalar.of(TEXTS[random.nextInt(TEXTS.length)].repeat(random.nextInt(3)));
        };
    }

    private ObjectType type() {
        ObjectType[] types = {ObjectType.MAP, ObjectType.LIST, ObjectType.TEXT};
        return types[random.nextInt(types.length)];
    }

    private static org.automerge.ObjectType native_(ObjectType type) {
        return org.automerge.ObjectType.valueOf(type.name());
    }

    private static NewValue native_(Scalar value) {
        return switch (value) {
            case Scalar.Null n -> NewValue.NULL;
            case Scalar.Bool b -> NewValue.bool(b.value());
            case Scalar.Int i -> throw new IllegalArgumentException();
            case Scalar.Uint u -> NewValue.uint(u.bits());
            case Scalar.F64 f -> NewValue.f64(f.value());
            case Scalar.Str s -> NewValue.str(s.value());
            case Scalar.Bytes b -> NewValue.bytes(b.toByteArray());
            case Scalar.Counter c -> NewValue.counter(c.value());
            case Scalar.Timestamp t -> NewValue.timestamp(new Date(t.millis()));
            case Scalar.Unknown u -> throw new IllegalArgumentException();
        };
    }

    /** The bindings make a double of {@link NewValue#integer}, so integers go through the methods that take an int. */
    private static void put(Transaction theirs, org.automerge.ObjectId map, String key, Scalar value) {
        if (value instanceof Scalar.Int i) {
            theirs.set(map, key, (int) i.value());
        } else {
            theirs.set(map, key, native_(value));
        }
    }

    private static void put(Transaction theirs, org.automerge.ObjectId list, long at, Scalar value) {
        if (value instanceof Scalar.Int i) {
            theirs.set(list, at, (int) i.value());
        } else {
            theirs.set(list, at, native_(value));
        }
    }

    private static void insert(Transaction theirs, org.automerge.ObjectId list, long at, Scalar value) {
        if (value instanceof Scalar.Int i) {
            theirs.insert(list, at, (int) i.value());
        } else {
            theirs.insert(list, at, native_(value));
        }
    }
}
