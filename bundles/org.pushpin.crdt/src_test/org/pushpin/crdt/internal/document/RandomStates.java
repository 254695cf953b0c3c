// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.SequenceView;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.state.ChangeEncoder;
import org.pushpin.crdt.internal.state.DocState;
import org.pushpin.crdt.internal.state.StoredObject;
import org.pushpin.crdt.internal.state.Transaction;
import org.pushpin.crdt.internal.state.Working;

/** Random documents by several actors who merge now and then: every kind of operation, long runs among them. */
final class RandomStates {
    private static final String[] TEXTS = {"a", "bc", "é", "😀", "x😀y", "hello, all of you", "\n", "漢字"};
    private static final String[] KEYS = {"a", "b", "é", "漢", "😀", "z"};
    private static final int[] MAKES = {Action.MAKE_MAP, Action.MAKE_LIST, Action.MAKE_TEXT, Action.MAKE_TEXT, Action.MAKE_TABLE};

    private final Random random;
    private final List<DocState> replicas = new ArrayList<>();

    RandomStates(long seed) {
        random = new Random(seed);
    }

    /** A document of so many transactions by so many actors. */
    DocState next(int actors, int transactions) throws MalformedException {
        replicas.clear();
        for (int i = 0; i < actors; i++) {
            replicas.add(DocState.EMPTY);
        }
        for (int i = 0; i < transactions; i++) {
            int who = random.nextInt(actors);
            replicas.set(who, edited(replicas.get(who), ActorId.parse("%02x%02x".formatted(200 - who * 7, who))));
            if (random.nextInt(3) == 0) {
                int other = random.nextInt(actors);
                replicas.set(other, merged(replicas.get(other), replicas.get(who)));
            }
        }
        DocState all = replicas.getFirst();
        for (DocState replica : replicas) {
            all = merged(all, replica);
        }
        return all;
    }

    /** The first with all changes of the other. */
    static DocState merged(DocState state, DocState other) throws MalformedException {
        Working working = new Working(state);
        ChangeEncoder encoder = new ChangeEncoder(other);
        for (int node = 0; node < other.graph().size(); node++) {
            if (working.find(other.graph().hash(node, encoder)) < 0) {
                ChangeChunk change = encoder.encode(node);
                working.apply(change, working.dependencies(change));
            }
        }
        return working.freeze();
    }

    DocState edited(DocState state, ActorId actor) {
        Working working = new Working(state);
        Transaction transaction = working.begin(actor);
        for (int n = 1 + random.nextInt(8); n > 0; n--) {
            step(working, transaction);
        }
        if (random.nextInt(20) > 0) {
            working.seal(actor, transaction, random.nextInt(3), random.nextInt(4) == 0 ? "message" : null);
        } else {
            return state;
        }
        return working.freeze();
    }

    private void step(Working working, Transaction transaction) {
        List<StoredObject> objects = new ArrayList<>();
        working.freeze().objects().forEach((id, object) -> objects.add(object));
        StoredObject object = objects.get(random.nextInt(objects.size()));
        switch (object) {
            case StoredObject.MapObject map -> stepMap(map, transaction);
            case StoredObject.SequenceObject sequence -> stepSequence(sequence, working, transaction);
        }
    }

    private void stepMap(StoredObject.MapObject map, Transaction transaction) {
        String key = KEYS[random.nextInt(KEYS.length)];
        long[] visible = map.register(key).visibleIds();
        long[] counters = Arrays.stream(map.register(key).visible()).filter(Op::isCounter).mapToLong(Op::id).toArray();
        if (counters.length > 0 && random.nextBoolean()) {
            transaction.write(map, key, Action.INCREMENT, new Scalar.Int(3), counters);
        } else if (visible.length > 0 && random.nextInt(4) == 0) {
            transaction.write(map, key, Action.DELETE, Scalar.NULL, visible);
        } else if (random.nextBoolean() && depth(map) < 5) {
            transaction.write(map, key, MAKES[random.nextInt(MAKES.length)], Scalar.NULL, visible);
        } else {
            transaction.write(map, key, Action.SET, scalar(), visible);
        }
    }

    private static int depth(StoredObject object) {
        return object.place() == null ? 0 : object.place().depth();
    }

    private void stepSequence(StoredObject.SequenceObject object, Working working, Transaction transaction) {
        SequenceView sequence = working.objects().sequence(object.id());
        int length = sequence.length();
        int at = random.nextInt(length + 1);
        int kind = random.nextInt(10);
        if (length > 0 && kind < 3) {
            int from = random.nextInt(length);
            transaction.delete(object.id(), from, 1 + random.nextInt(Math.min(12, length - from)));
        } else if (object.isText() && (kind < 8 || length == 0)) {
            transaction.insertText(object.id(), at, TEXTS[random.nextInt(TEXTS.length)]);
        } else if (length > 0 && kind == 8) {
            long element = sequence.elementAt(random.nextInt(length));
            Register ops = sequence.ops(element);
            transaction.write(object.id(), element, Action.SET, scalar(), ops.visibleIds());
        } else if (object.isText()) {
            transaction.insert(object.id(), sequence.startOf(random.nextInt(length)), Action.MARK, new Scalar.Bool(true), random.nextBoolean(), "bold");
            transaction.insert(object.id(), length, Action.MARK, Scalar.NULL, random.nextBoolean(), null);
        } else {
            transaction.insert(object.id(), at, random.nextInt(5) == 0 ? Action.MAKE_TEXT : Action.SET, scalar(), false, null);
        }
    }

    private Scalar scalar() {
        return switch (random.nextInt(7)) {
            case 0 -> new Scalar.Counter(random.nextInt());
            case 1 -> new Scalar.Str(TEXTS[random.nextInt(TEXTS.length)]);
            case 2 -> new Scalar.Uint(-1L >>> random.nextInt(3));
            case 3 -> new Scalar.F64(random.nextDouble());
            case 4 -> new Scalar.Timestamp(random.nextInt());
            case 5 -> Scalar.NULL;
            default -> new Scalar.Int(random.nextInt(100));
        };
    }
}
