// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.change.ChangeOps;
import org.pushpin.crdt.internal.change.Recoder;

/** The two codecs of changes agree about valid, mutilated and random ones. The seed is the test's argument. */
class ChangeDifferentialTest {
    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 3));
    }

    private static ActorId actor(int number) {
        return ActorId.of(new byte[] {(byte) (number * 77 + 1), (byte) number});
    }

    private static List<byte[]> changes(Random random) {
        RandomEdits edits = new RandomEdits(random);
        Doc[] docs = {Doc.empty(), Doc.empty(), Doc.empty()};
        for (int round = 0; round < 25; round++) {
            int i = random.nextInt(3);
            docs[i] = random.nextInt(3) == 0 ? docs[i].merge(docs[random.nextInt(3)]) : typed(edits.edited(docs[i], actor(i), 9), i, random);
        }
        return docs[0].merge(docs[1]).merge(docs[2]).changes().stream().map(Change::toByteArray).toList();
    }

    /** Some runs of typing and deleting. */
    private static Doc typed(Doc doc, int number, Random random) {
        Edit edit = doc.edit(actor(number));
        for (ObjectId object : RandomEdits.objects(edit)) {
            if (edit.type(object).orElseThrow() == ObjectType.TEXT) {
                edit.splice(object, random.nextInt(edit.length(object) + 1), 0, "typed é漢😀 on".substring(random.nextInt(6)));
                int at = random.nextInt(edit.length(object));
                edit.splice(object, at, Math.min(edit.length(object) - at, random.nextInt(9)), "");
            }
        }
        return edit.commit(null, Instant.EPOCH).map(Commit::document).orElse(doc);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void validChangesAreReadAlike(long seed) throws MalformedException {
        Random random = new Random(seed);
        for (byte[] bytes : changes(random)) {
            check(bytes, random);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mutilatedChangesAreReadAlike(long seed) throws MalformedException {
        Random random = new Random(seed);
        List<byte[]> changes = changes(random);
        int sound = 0;
        for (int i = 0; i < 1000; i++) {
            sound += check(mutated(changes.get(random.nextInt(changes.size())), random), random) ? 1 : 0;
        }
        assertTrue(sound > 0 && sound < 1000, sound + " sound");
    }

    private static byte[] mutated(byte[] change, Random random) throws MalformedException {
        Chunk chunk = Chunk.read(new ByteReader(change));
        byte[] body = Arrays.copyOfRange(chunk.bytes(), chunk.body(), chunk.bytes().length);
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
            int at = random.nextInt(body.length);
            body[at] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(3) > 0 ? body[at] + random.nextInt(3) - 1
                    : random.nextInt(5));
        }
        return Chunk.of(Chunk.CHANGE, new ByteWriter(body.length).write(body)).bytes();
    }

    /** Whether the change is sound. */
    private static boolean check(byte[] bytes, Random random) throws MalformedException {
        Change expected = null;
        ChangeChunk actual = null;
        String reason = "";
        String other = "";
        try {
            expected = ChangeCodec.decode(Chunk.read(new ByteReader(bytes)));
        } catch (MalformedException e) {
            reason = e.getMessage();
        }
        try {
            actual = Recoder.parse(bytes);
        } catch (MalformedException e) {
            other = e.getMessage();
        }
        assertEquals(expected == null, actual == null, reason + "|" + other);
        if (actual == null) {
            return false;
        }
        checkHead(expected, actual);
        assertEquals(new Texts(expected.ops()).list, new Texts(rows(actual)).list);
        byte[] again = new Recoder(random).recoded(actual);
        assertEquals(Arrays.equals(actual.bytes(), again), actual.isCanonical());
        assertEquals(expected.isCanonical(), actual.isCanonical());
        return true;
    }

    private static void checkHead(Change expected, ChangeChunk actual) {
        assertEquals(expected.hash(), actual.hash());
        assertEquals(expected.actor(), actual.actor());
        assertEquals(expected.seq(), actual.seq());
        assertEquals(expected.startOp(), actual.startOp());
        assertEquals(expected.maxOp(), actual.maxOp());
        assertEquals(expected.time(), actual.time());
        assertEquals(expected.message().orElse(null), actual.message());
        assertEquals(expected.deps(), actual.deps());
        assertArrayEquals(expected.extra(), actual.extra());
    }

    /** Operations as comparable text: arrays compare by content there. */
    private static final class Texts {
        private final List<String> list;

        Texts(List<ChangeOp> ops) {
            list = ops.stream().map(o -> o.object() + " " + o.key() + " " + o.element() + " " + o.insert() + " " + o.action() + " " + o.value()
                    + " " + Arrays.toString(o.preds()) + " " + o.expand() + " " + o.mark()).toList();
        }
    }

    private static OpId id(ChangeChunk chunk, int actor, long counter) {
        return actor < 0 ? null : new OpId(counter, chunk.actor(actor));
    }

    private static List<ChangeOp> rows(ChangeChunk chunk) {
        List<ChangeOp> rows = new ArrayList<>();
        ChangeOps ops = new ChangeOps();
        ops.reset(chunk);
        while (ops.next()) {
            assertEquals(chunk.startOp() + rows.size(), ops.counter());
            ObjectId object = ops.objectActor() < 0 ? ObjectId.ROOT : ObjectId.of(id(chunk, ops.objectActor(), ops.objectCounter()));
            if (ops.textRun() > 0) {
                addText(chunk, ops, object, rows);
            } else if (ops.deleteRun() > 0) {
                for (int i = 0; i < ops.deleteRun(); i++) {
                    OpId element = id(chunk, ops.keyActor(), ops.keyCounter() + i * ops.stride());
                    rows.add(ChangeOp.onElement(object, element, ops.action(), Scalar.NULL, new OpId[] {element}));
                }
            } else {
                OpId[] preds = new OpId[ops.predCount()];
                for (int i = 0; i < preds.length; i++) {
                    preds[i] = id(chunk, ops.predActor(i), ops.predCounter(i));
                }
                rows.add(new ChangeOp(object, ops.key(), id(chunk, ops.keyActor(), ops.keyCounter()), ops.isInsert(), ops.action(),
                        ops.value(), preds, ops.expand(), ops.mark()));
            }
        }
        assertEquals(chunk.opCount(), rows.size());
        return rows;
    }

    private static void addText(ChangeChunk chunk, ChangeOps ops, ObjectId object, List<ChangeOp> rows) {
        String text = new String(ops.bytes(), ops.valueFrom(), ops.valueLength(), StandardCharsets.UTF_8);
        OpId after = id(chunk, ops.keyActor(), ops.keyCounter());
        for (int c : text.codePoints().toArray()) {
            rows.add(ChangeOp.insertion(object, after, Action.SET, Scalar.of(Character.toString(c))));
            after = new OpId(chunk.startOp() + rows.size() - 1, chunk.actor());
        }
    }
}
