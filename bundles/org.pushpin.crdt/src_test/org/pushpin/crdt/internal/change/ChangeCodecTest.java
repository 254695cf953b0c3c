// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.ColumnsWriter;
import org.pushpin.crdt.internal.column.Deflate;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;

class ChangeCodecTest {
    private static final ActorId AUTHOR = ActorId.parse("aa");
    private static final byte[] NO_EXTRA = {};
    private static final int FREE = (int) Limits.steps(0);

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 10));
    }

    /** What the runs tell of a change is what writing it again tells. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatTheEngineWouldWriteIsKnown(long seed) throws MalformedException {
        Random random = new Random(seed);
        LooseChanges changes = new LooseChanges(random);
        Recoder recoder = new Recoder(random);
        int canonical = 0;
        for (int i = 0; i < 500; i++) {
            byte[] bytes = changes.next();
            ChangeChunk change = Recoder.parse(bytes);
            byte[] again = recoder.recoded(change);

            assertEquals(Arrays.equals(bytes, again), change.isCanonical(), () -> HexFormat.of().formatHex(bytes));
            assertTrue(Recoder.parse(again).isCanonical());
            canonical += change.isCanonical() ? 1 : 0;
        }
        assertTrue(canonical > 50 && canonical < 450, canonical + " canonical");
    }

    private static byte[] file(String name) throws IOException {
        String shared = System.getProperty("pushpin.shared");
        Path from = shared != null ? Path.of(shared) : Path.of("").toAbsolutePath();
        for (Path p = from; p != null; p = p.getParent()) {
            for (String inside : List.of("conformance", "shared/conformance")) {
                Path file = p.resolve(inside).resolve("automerge").resolve(name);
                if (Files.exists(file)) {
                    return Files.readAllBytes(file);
                }
            }
        }
        return Assumptions.abort("SKIPPED: no shared/conformance/automerge/" + name);
    }

    /** Others with {@code -Dpushpin.long=true}, which takes longer. */
    static List<String> files() {
        return Boolean.getBoolean("pushpin.long") ? List.of("A1.am", "S1.am", "C1.am", "moby-dick.automerge", "monday-meeting-notes.automerge")
                : List.of("exemplar", "two_change_chunks.automerge", "two_change_chunks_compressed.automerge",
                        "two_change_chunks_out_of_order.automerge", "counter_value_is_ok.automerge", "brave-ape-49.automerge",
                        "godot-modeled.amrg");
    }

    @ParameterizedTest
    @MethodSource("files")
    void realChangesKeepTheirHash(String name) throws IOException, MalformedException {
        Recoder recoder = new Recoder(new Random(1));
        for (Change change : Doc.load(file(name)).changes()) {
            ChangeChunk parsed = Recoder.parse(change.toByteArray());

            assertEquals(change.hash(), parsed.hash());
            assertTrue(parsed.isCanonical());
            assertArrayEquals(parsed.bytes(), recoder.recoded(parsed));
        }
    }

    private static ChangeWriter begun(int rows) {
        ChangeWriter writer = new ChangeWriter();
        writer.begin(Authors.NONE.with(AUTHOR, null), 0, 1);
        for (int i = 0; i < rows; i++) {
            writer.onKey(Ids.NONE, "k", Action.SET, Scalar.of(i), new long[0]);
        }
        return writer;
    }

    @Test
    void aSmallChangeIsSentAsItIsAndALargeOneDeflated() throws MalformedException {
        ChangeChunk small = begun(2).finish(1, 0, null, NO_EXTRA);
        ChangeChunk large = begun(400).finish(1, 0, null, NO_EXTRA);
        try (Deflate deflate = new Deflate()) {
            assertArrayEquals(small.bytes(), small.compact(deflate));
            byte[] compact = large.compact(deflate);

            assertTrue(compact.length < large.bytes().length);
            assertEquals(Chunk.COMPRESSED, compact[8]);
            assertArrayEquals(large.bytes(), Recoder.parse(compact).bytes());
        }
    }

    @Test
    void oneInstanceWritesOneChangeAfterTheOther() throws MalformedException {
        Authors authors = Authors.NONE.with(ActorId.parse("cc"), null).with(AUTHOR, null).with(ActorId.parse("bb"), null);
        ChangeWriter writer = new ChangeWriter();
        for (int round = 0; round < 3; round++) {
            writer.begin(authors, 1, 5);
            writer.onElement(Ids.of(1, 2), Ids.of(2, 0), Action.SET, Scalar.of("x"), new long[] {Ids.of(3, 2), Ids.of(3, 0)});
            ChangeChunk change = writer.finish(2, -3, "why", new byte[] {7});
            ChangeChunk alone = begun(1).finish(1, 0, "", NO_EXTRA);

            assertEquals(List.of(AUTHOR, ActorId.parse("bb"), ActorId.parse("cc")),
                    LongStream.range(0, change.actorCount()).mapToObj(i -> change.actor((int) i)).toList());
            assertEquals("why", change.message());
            assertArrayEquals(new byte[] {7}, change.extra());
            assertTrue(Recoder.parse(change.bytes()).isCanonical());
            assertEquals(null, alone.message());
            writer.begin(authors, 0, 1);
            assertEquals(1, writer.finish(1, 0, null, NO_EXTRA).actorCount());
        }
    }

    @Test
    void theBranchesOfAForkAreOneActor() throws MalformedException {
        ChangeHash branch = ChangeHash.of(new byte[32]);
        Authors authors = Authors.NONE.with(AUTHOR, null).with(AUTHOR, branch).with(ActorId.parse("ab"), null)
                .with(ActorId.parse("ab"), branch);
        ChangeWriter writer = new ChangeWriter();
        writer.begin(authors, 1, 9);
        writer.onElement(Ids.of(1, 0), Ids.of(2, 3), Action.SET, Scalar.NULL,
                new long[] {Ids.of(3, 0), Ids.of(3, 1), Ids.of(3, 2), Ids.of(3, 3)});
        ChangeChunk change = Recoder.parse(writer.finish(1, 0, null, NO_EXTRA).bytes());
        ChangeOps ops = new ChangeOps();
        ops.reset(change);

        assertTrue(ops.next());
        assertEquals(2, change.actorCount());
        assertEquals(2, ops.predCount());
        assertEquals(1, ops.keyActor());
        assertEquals(0, ops.objectActor());
        assertFalse(ops.next());
    }

    @Test
    void typingAndDeletingAreRuns() throws MalformedException {
        byte[] text = "plain é漢😀 text".getBytes(StandardCharsets.UTF_8);
        ChangeWriter writer = new ChangeWriter();
        writer.begin(Authors.NONE.with(AUTHOR, null), 0, 2);
        writer.textRun(Ids.of(1, 0), Ids.NONE, text, 0, text.length, 14);
        writer.deleteRun(Ids.of(1, 0), Ids.of(9, 0), 4, -1);
        writer.deleteRun(Ids.of(1, 0), Ids.of(10, 0), 1, 1);
        writer.insert(Ids.of(1, 0), Ids.of(2, 0), Action.SET, Scalar.of("two"));
        ChangeOps ops = new ChangeOps();
        ops.reset(Recoder.parse(writer.finish(1, 0, null, NO_EXTRA).bytes()));

        assertTrue(ops.next());
        assertEquals(14, ops.textRun());
        assertArrayEquals(text, Arrays.copyOfRange(ops.bytes(), ops.valueFrom(), ops.valueFrom() + ops.valueLength()));
        assertTrue(ops.next());
        assertEquals(List.of(4L, -1L, 9L, 16L), List.of((long) ops.deleteRun(), (long) ops.stride(), ops.keyCounter(), ops.counter()));
        assertTrue(ops.next());
        assertEquals(1, ops.deleteRun());
        assertTrue(ops.next());
        assertEquals(0, ops.textRun());
        assertEquals(Scalar.of("two"), ops.value());
        assertFalse(ops.next());
    }

    private static byte[] change(int spec, ByteWriter column) {
        return change(new ColumnsWriter().add(spec, column));
    }

    private static byte[] change(ColumnsWriter columns) {
        ByteWriter body = new ByteWriter().writeUnsigned(0).writePrefixed(AUTHOR.toByteArray()).writeUnsigned(1).writeUnsigned(1);
        body.writeSigned(0).writeUnsigned(0).writeUnsigned(0);
        columns.writeTable(body);
        columns.writeData(body);
        return Chunk.of(Chunk.CHANGE, body, new ChunkHasher()).bytes();
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(MalformedException.class, () -> Recoder.parse(bytes)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(longs = {Limits.OPS + 1, 1L << 40, 1L << 60, Long.MAX_VALUE})
    void aRunBeyondAllMeasureIsRefused(long rows) {
        ColumnsWriter columns = new ColumnsWriter().add(ColumnSpec.KEY_STRING, new ByteWriter().writeSigned(-1).writePrefixed("k"));
        columns.add(ColumnSpec.ACTION, new ByteWriter().writeSigned(rows).writeUnsigned(1));

        assertEquals("a run beyond its limit", refusal(change(columns)));
    }

    /** Two columns of a few bytes that claim some maps under one key. */
    private static byte[] maps(int rows) {
        ColumnsWriter columns = new ColumnsWriter().add(ColumnSpec.KEY_STRING, new ByteWriter().writeSigned(rows).writePrefixed("k"));
        return change(columns.add(ColumnSpec.ACTION, new ByteWriter().writeSigned(rows).writeUnsigned(Action.MAKE_MAP)));
    }

    @Test
    void aFewBytesDoNotClaimMillions() throws MalformedException {
        assertEquals(FREE, Recoder.parse(maps(FREE)).opCount());
        assertEquals("more operations than so few bytes may hold", refusal(maps(Limits.OPS)));
        ChangeWriter writer = begun(0);
        writer.deleteRun(Ids.of(1, 0), Ids.of(2, 0), Limits.OPS, 1);
        assertEquals(Limits.OPS, Recoder.parse(writer.finish(1, 0, null, NO_EXTRA).bytes()).opCount());
    }

    @Test
    void whatNoVersionWritesIsRefused() {
        ByteWriter one = new ByteWriter().writeByte(0x7f).writeByte(48);

        assertEquals("an operation without a key", refusal(change(ColumnSpec.ACTION, one)));
        assertEquals("a compressed column in a change", refusal(change(ColumnSpec.ACTION | 8, one)));
        assertEquals("columns of different length", refusal(change(ColumnSpec.ID_COUNTER, one)));
        assertEquals("columns of different length", refusal(change(ColumnSpec.OBJECT_COUNTER, one)));
    }

    @Test
    void aColumnThatIsNotKnownIsKept() throws MalformedException {
        ChangeChunk change = Recoder.parse(change(0xf2, new ByteWriter().writeByte(1)));

        assertFalse(change.isCanonical());
        assertEquals(0, change.opCount());
        assertEquals(0, change.maxOp());
    }
}
