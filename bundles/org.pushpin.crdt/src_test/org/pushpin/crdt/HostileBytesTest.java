// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.Deflater;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pushpin.crdt.internal.change.ChangeWriter;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.column.ChunkReader;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;

/** Whatever the bytes: a document, or one {@link MalformedException}. */
class HostileBytesTest {
    private static final ActorId A = ActorId.parse("aa");

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 30));
    }

    private static Doc sample(Random random) {
        RandomEdits edits = new RandomEdits(random);
        Doc doc = Doc.empty();
        Doc other = Doc.empty();
        for (int i = 0; i < 6; i++) {
            doc = edits.edited(doc, A, 10);
            other = edits.edited(other, ActorId.parse("bb"), 10).merge(doc);
        }
        return other;
    }

    @Test
    void anEmptyDocumentIsFourteenKnownBytes() throws MalformedException {
        assertEquals("856f4a83b81a95440004" + "00000000", HexFormat.of().formatHex(Doc.empty().save()));
        assertEquals(List.of(), Doc.load(Doc.empty().save()).heads());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFlippedBitIsABadChecksumOrWorse(long seed) {
        Random random = new Random(seed);
        byte[] saved = sample(random).save();
        for (int i = 0; i < 50; i++) {
            byte[] broken = saved.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));

            assertThrows(MalformedException.class, () -> Doc.load(broken));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTruncatedOrExtendedFileIsRefused(long seed) {
        Random random = new Random(seed);
        byte[] saved = sample(random).save();

        assertThrows(MalformedException.class, () -> Doc.load(Arrays.copyOf(saved, random.nextInt(saved.length))));
        assertThrows(MalformedException.class, () -> Doc.load(Arrays.copyOf(saved, saved.length + 1)));
    }

    /** The checksum is made right again, so that the decoders behind it are reached. */
    @ParameterizedTest
    @MethodSource("seeds")
    void mutatedBodiesAreRefusedOrSound(long seed) {
        Random random = new Random(seed);
        Doc doc = sample(random);
        List<byte[]> chunks = new ArrayList<>(List.of(doc.save()));
        doc.changes().forEach(change -> chunks.add(change.toByteArray()));
        int sound = 0;
        for (int i = 0; i < 300; i++) {
            byte[] mutant = mutated(chunks.get(random.nextInt(chunks.size())), random);
            try {
                Doc loaded = Doc.load(mutant);
                assertTrue(Snapshots.same(loaded, Doc.load(loaded.save())));
                sound++;
            } catch (MalformedException e) {
                assertTrue(e.getMessage().length() < 100, e.getMessage());
            }
        }
        assertTrue(sound < 300);
    }

    private static byte[] mutated(byte[] chunk, Random random) {
        try {
            Chunk read = read(chunk);
            byte[] body = Arrays.copyOfRange(read.bytes(), read.body(), read.end());
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                body[random.nextInt(body.length)] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(4) - 1);
            }
            return Chunk.of(read.type(), new ByteWriter(body.length).write(body), new ChunkHasher()).bytes();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomBodiesAreRefused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] body = new byte[1 + random.nextInt(60)];
            random.nextBytes(body);
            for (int k = 0; k < body.length; k++) {
                body[k] = random.nextInt(3) > 0 ? (byte) (body[k] & 7) : body[k];
            }
            int type = random.nextInt(3);
            byte[] chunk = Chunk.of(type, new ByteWriter(body.length).write(body), new ChunkHasher()).bytes();
            try {
                Doc.load(chunk);
            } catch (MalformedException e) {
                assertTrue(e.getMessage().length() < 100, e.getMessage());
            }
        }
    }

    @Test
    void aDeflateBombIsRefused() {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[200 << 20]);
        deflater.finish();
        byte[] bomb = new byte[1 << 20];
        int length = deflater.deflate(bomb);
        deflater.end();
        ByteWriter chunk = new ByteWriter().write(new byte[] {(byte) 0x85, 0x6f, 0x4a, (byte) 0x83, 0, 0, 0, 0, 2});
        chunk.writeUnsigned(length).write(bomb, 0, length);

        assertEquals("compressed data that inflates beyond its limit",
                assertThrows(MalformedException.class, () -> Doc.load(chunk.toByteArray())).getMessage());
    }

    @Test
    void aRunBeyondAllMeasureIsRefused() {
        ByteWriter body = new ByteWriter().writeUnsigned(0).writePrefixed(A.toByteArray()).writeUnsigned(1).writeUnsigned(1).writeSigned(0);
        body.writeUnsigned(0).writeUnsigned(0).writeUnsigned(1).writeUnsigned(0x42).writeUnsigned(10);
        body.writeSigned(1L << 60).writeUnsigned(1);

        byte[] chunk = Chunk.of(Chunk.CHANGE, body, new ChunkHasher()).bytes();

        assertThrows(MalformedException.class, () -> Doc.load(chunk));
    }

    @Test
    void objectsDoNotNestForEver() {
        Edit edit = Doc.empty().edit(A);
        ObjectId at = ObjectId.ROOT;
        for (int i = 0; i < 64; i++) {
            at = edit.putObject(at, "down", ObjectType.MAP);
        }
        ObjectId deepest = at;

        assertThrows(IllegalArgumentException.class, () -> edit.putObject(deepest, "down", ObjectType.MAP));
    }

    @Test
    void ourOwnFilesStayWithinOurOwnLimits() throws MalformedException {
        Edit edit = Doc.empty().edit(A);
        edit.put(ObjectId.ROOT, "long", "x".repeat(3 << 20));
        Commit commit = edit.commit(null, Instant.EPOCH).orElseThrow();

        assertEquals(commit.document().heads(), Doc.load(commit.document().save()).heads());
        assertEquals(List.of(commit.change()), Change.parse(commit.change().toByteArray()));
    }

    /** A change that puts null at a key with operation 9, whatever there is. */
    private static Change put(ActorId actor, long seq, List<ChangeHash> deps, ObjectId object, String key, OpId pred) {
        Authors authors = Authors.NONE.with(actor, null);
        authors = authors.number(A) < 0 ? authors.with(A, null) : authors;
        ChangeWriter writer = new ChangeWriter();
        writer.begin(authors, 0, 9);
        deps.forEach(dep -> writer.dependency(dep.toByteArray(), 0));
        long[] preds = pred == null ? Op.NONE : new long[] {authors.id(pred)};
        writer.onKey(object.isRoot() ? Ids.NONE : authors.id(object.maker()), key, Action.SET, Scalar.NULL, preds);
        return new Change(writer.finish(seq, 0, null, new byte[0]));
    }

    private static Chunk read(byte[] chunk) throws MalformedException {
        try (ChunkReader in = new ChunkReader()) {
            in.reset(chunk);
            return in.read();
        }
    }

    /** Nulls take no bytes: nobody takes a change of very many, nor a document chunk, but the document is not lost for that. */
    @Test
    void whatRepeatsItselfManyTimesIsKept() throws MalformedException {
        Edit edit = Doc.empty().edit(A);
        ObjectId list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        Doc doc = edit.commit(null, Instant.EPOCH).orElseThrow().document();
        for (int i = 0; i < 7; i++) {
            doc = withNulls(doc, list, 40_000).commit(null, Instant.EPOCH).orElseThrow().document();
        }
        assertEquals(doc.heads(), Doc.load(doc.save()).heads());
        Edit tooMany = withNulls(doc, list, 60_000);
        assertThrows(IllegalStateException.class, () -> tooMany.commit(null, Instant.EPOCH));
    }

    private static Edit withNulls(Doc doc, ObjectId list, int count) {
        Edit edit = doc.edit(A);
        for (int i = 0; i < count; i++) {
            edit.insert(list, 0, Scalar.NULL);
        }
        return edit;
    }

    @Test
    void aBatchIsAppliedWholeOrNotAtAll() throws MalformedException {
        Doc base = Doc.empty().edit(A).put(ObjectId.ROOT, "k", 1).commit(null, Instant.EPOCH).orElseThrow().document();
        ObjectId unknown = ObjectId.of(new OpId(7, A));
        Change bad = put(A, 2, base.heads(), unknown, "x", null);
        Change good = base.edit(ActorId.parse("bb")).put(ObjectId.ROOT, "k", 2).commit(null, Instant.EPOCH).orElseThrow().change();

        assertThrows(MalformedException.class, () -> base.apply(List.of(good, bad)));
        assertEquals(1, base.apply(List.of(good)).length(ObjectId.ROOT));
    }

    @Test
    void aBadChangeThatWaitedKeepsNothingElseOut() throws MalformedException {
        ActorId liar = ActorId.parse("cc");
        Doc base = Doc.empty().edit(A).put(ObjectId.ROOT, "k", 1).commit(null, Instant.EPOCH).orElseThrow().document();
        ObjectId unknown = ObjectId.of(new OpId(1, A));
        Change bad = put(liar, 1, base.heads(), unknown, "x", null);

        Doc waiting = Doc.empty().apply(List.of(bad));
        Doc doc = waiting.apply(base.changes());

        assertEquals(base.heads(), doc.heads());
        assertEquals(List.of(), doc.missingDependencies());
    }

    @Test
    void aChangeMayNotReferToWhatItDoesNotBuildOn() {
        Doc base = Doc.empty().edit(A).put(ObjectId.ROOT, "k", 1).commit(null, Instant.EPOCH).orElseThrow().document();
        Doc side = base.edit(A).put(ObjectId.ROOT, "k", 2).commit(null, Instant.EPOCH).orElseThrow().document();
        ActorId liar = ActorId.parse("cc");
        Change bad = put(liar, 1, base.heads(), ObjectId.ROOT, "k", new OpId(2, A));

        assertThrows(MalformedException.class, () -> side.apply(List.of(bad)));
        assertThrows(MalformedException.class, () -> base.apply(List.of(bad)));
    }

    @Test
    void aChangeOfANewerFormatIsKeptAsItIs() throws MalformedException {
        Doc base = Doc.empty().edit(A).put(ObjectId.ROOT, "k", 1).commit(null, Instant.EPOCH).orElseThrow().document();
        Change newer = withAnUnknownColumn(base.changes().getFirst());

        Doc doc = Doc.empty().apply(List.of(newer));
        Doc onTop = doc.edit(ActorId.parse("bb")).put(ObjectId.ROOT, "l", 2).commit(null, Instant.EPOCH).orElseThrow().document();

        assertEquals(List.of("k", "l"), onTop.keys(ObjectId.ROOT));
        assertTrue(Snapshots.same(onTop, Doc.load(onTop.save())));
        assertEquals(newer.hash(), Doc.load(onTop.save()).changes().getFirst().hash());
    }

    private static Change withAnUnknownColumn(Change change) throws MalformedException {
        Chunk chunk = read(change.toByteArray());
        ByteReader in = chunk.reader();
        ByteWriter body = new ByteWriter();
        body.write(in.readBytes(1 + 1 + 1 + 1 + 1 + 1 + 1 + 1));
        int count = in.readCount(20);
        int end = 0;
        body.writeUnsigned(count + 1);
        for (int i = 0; i < count; i++) {
            body.writeUnsigned(in.readUnsigned());
            int length = in.readCount(1000);
            body.writeUnsigned(length);
            end += length;
        }
        body.writeUnsigned(0xf2).writeUnsigned(2).write(in.readBytes(end)).write(new byte[] {0x7f, 5});
        return Change.parse(Chunk.of(Chunk.CHANGE, body, new ChunkHasher()).bytes()).getFirst();
    }
}
