// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.automerge.Document;
import org.automerge.NewValue;
import org.automerge.Transaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/**
 * Thousands of puts, increments and deletions on one key and on one element of a list, by several writers, in Automerge's native engine
 * (Rust 0.5.7) and in ours: the same hashes, values and conflicts, and each loads what the other saves. {@code -Dpushpin.seeds=N}.
 */
class LongRegisterTest {
    private static final int WRITERS = 5;
    private static final int ROUNDS = 120;
    private static final String KEY = "x";

    private final List<Document> theirs = new ArrayList<>();
    private final List<Doc> ours = new ArrayList<>();
    private Random random;
    private ObjectId list;
    private org.automerge.ObjectId theirList;
    private int counters;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothEnginesDoTheSame(long seed) throws MalformedException {
        random = new Random(seed);
        begin();
        for (int round = 0; round < ROUNDS; round++) {
            int at = random.nextInt(WRITERS);
            if (random.nextInt(3) == 0) {
                exchange(random.nextInt(WRITERS), at);
            } else {
                transact(at);
            }
            assertEquals(Trees.heads(theirs.get(at)), Trees.heads(ours.get(at)), "seed " + seed);
        }
        for (int i = 0; i < WRITERS; i++) {
            for (int k = 0; k < WRITERS; k++) {
                exchange(k, i);
            }
        }
        assertSame(theirs.getFirst(), ours.getFirst());
        theirs.forEach(Document::free);
    }

    private void begin() throws MalformedException {
        for (int i = 0; i < WRITERS; i++) {
            theirs.add(new Document(actor(i).toByteArray()));
            ours.add(Doc.empty());
        }
        Edit edit = ours.getFirst().edit(actor(0)).put(ObjectId.ROOT, KEY, new Scalar.Counter(0));
        list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        edit.insert(list, 0, new Scalar.Counter(0));
        Transaction transaction = theirs.getFirst().startTransaction();
        transaction.set(org.automerge.ObjectId.ROOT, KEY, NewValue.counter(0));
        theirList = transaction.set(org.automerge.ObjectId.ROOT, "list", org.automerge.ObjectType.LIST);
        transaction.insert(theirList, 0, NewValue.counter(0));
        commit(0, edit, transaction);
        for (int i = 1; i < WRITERS; i++) {
            exchange(0, i);
        }
    }

    private static ActorId actor(int writer) {
        return ActorId.of(new byte[] {(byte) (writer * 70 + 7), 1});
    }

    private void transact(int at) throws MalformedException {
        Edit edit = ours.get(at).edit(actor(at));
        Transaction transaction = theirs.get(at).startTransaction();
        boolean counts = random.nextBoolean();
        for (int n = 1 + random.nextInt(60); n > 0; n--) {
            if (random.nextBoolean()) {
                stepKey(edit, transaction, counts);
            } else if (edit.length(list) > 0) {
                stepElement(edit, transaction, counts);
            }
        }
        commit(at, edit, transaction);
    }

    private void stepKey(Edit edit, Transaction transaction, boolean counts) {
        List<?> all = edit.getAll(ObjectId.ROOT, KEY);
        if (counts && !all.isEmpty() && all.stream().allMatch(Scalar.Counter.class::isInstance)) {
            int by = random.nextInt(7) - 3;
            edit.increment(ObjectId.ROOT, KEY, by);
            transaction.increment(org.automerge.ObjectId.ROOT, KEY, by);
        } else if (random.nextInt(40) == 0 && !all.isEmpty()) {
            edit.delete(ObjectId.ROOT, KEY);
            transaction.delete(org.automerge.ObjectId.ROOT, KEY);
        } else if (counts || random.nextInt(40) == 0) {
            edit.put(ObjectId.ROOT, KEY, new Scalar.Counter(++counters));
            transaction.set(org.automerge.ObjectId.ROOT, KEY, NewValue.counter(counters));
        } else {
            double value = random.nextDouble();
            edit.put(ObjectId.ROOT, KEY, value);
            transaction.set(org.automerge.ObjectId.ROOT, KEY, NewValue.f64(value));
        }
    }

    private void stepElement(Edit edit, Transaction transaction, boolean counts) {
        List<?> all = edit.getAll(list, 0);
        if (counts && all.stream().allMatch(Scalar.Counter.class::isInstance)) {
            edit.increment(list, 0, 2);
            transaction.increment(theirList, 0, 2);
        } else if (random.nextInt(400) == 0) {
            edit.delete(list, 0);
            transaction.delete(theirList, 0);
        } else if (counts || random.nextInt(40) == 0) {
            edit.put(list, 0, new Scalar.Counter(++counters));
            transaction.set(theirList, 0, NewValue.counter(counters));
        } else {
            String value = "value " + random.nextInt();
            edit.put(list, 0, Scalar.of(value));
            transaction.set(theirList, 0, NewValue.str(value));
        }
    }

    private void commit(int at, Edit edit, Transaction transaction) throws MalformedException {
        var before = theirs.get(at).getHeads();
        transaction.commit();
        List<Change> made = Change.parse(theirs.get(at).encodeChangesSince(before));
        Instant time = made.isEmpty() ? Instant.EPOCH : Instant.ofEpochSecond(made.getFirst().time());
        ours.set(at, edit.commit(null, time).map(Commit::document).orElse(ours.get(at)));
    }

    private void exchange(int from, int to) throws MalformedException {
        if (from == to) {
            return;
        }
        List<Change> missing = ours.get(from).changesSince(ours.get(to).heads());
        byte[] changes = theirs.get(from).encodeChangesSince(theirs.get(to).getHeads());
        ours.set(to, ours.get(to).apply(Change.parse(changes)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        missing.forEach(change -> bytes.writeBytes(change.toByteArray()));
        theirs.get(to).applyEncodedChanges(bytes.toByteArray());
    }

    private static void assertSame(Document their, Doc our) throws MalformedException {
        assertEquals(Trees.of(their), Trees.of(our));
        Doc loaded = Doc.load(their.save());
        assertEquals(Trees.heads(their), Trees.heads(loaded));
        assertEquals(Trees.of(their), Trees.of(loaded));
        Document back = Document.load(our.save());
        assertEquals(Trees.heads(our), Trees.heads(back));
        assertEquals(Trees.of(our), Trees.of(back));
        back.free();
        for (Change change : our.changes().subList(0, our.changes().size() / 2)) {
            List<ChangeHash> heads = List.of(change.hash());
            Document past = new Document();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            our.at(heads).changes().forEach(c -> bytes.writeBytes(c.toByteArray()));
            past.applyEncodedChanges(bytes.toByteArray());
            assertEquals(Trees.of(past), Trees.of(our.at(heads)));
            past.free();
        }
    }
}
