// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.column.ChunkReader;
import org.pushpin.crdt.internal.state.ChangeEncoder;
import org.pushpin.crdt.internal.state.DocState;

/** Documents to bytes and back. */
class DocumentTest {
    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 12));
    }

    static Path shared() {
        String set = System.getProperty("pushpin.shared");
        Path at = Path.of("").toAbsolutePath();
        while (set == null && at != null && !Files.isDirectory(at.resolve("shared/conformance"))) {
            at = at.getParent();
        }
        Assumptions.assumeTrue(set != null || at != null, "the shared conformance data are not here");
        return (set == null ? at.resolve("shared") : Path.of(set)).resolve("conformance/automerge");
    }

    /** The first document chunk of a file. */
    static DocState read(byte[] bytes, boolean verified) throws MalformedException {
        try (ChunkReader in = new ChunkReader()) {
            in.reset(bytes);
            return DocumentReader.read(in.read(), in.inflate(), verified);
        }
    }

    static List<ChangeHash> heads(DocState state) {
        return state.graph().headHashes(new ChangeEncoder(state));
    }

    @Test
    void anEmptyDocumentIsFourteenKnownBytes() throws MalformedException {
        byte[] empty = DocumentWriter.write(DocState.EMPTY, new SaveCache());

        assertEquals("856f4a83b81a95440004" + "00000000", HexFormat.of().formatHex(empty));
        assertEquals(0, read(empty, true).graph().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exemplar", "brave-ape-49.automerge", "moby-dick.automerge", "godot-modeled.amrg",
            "monday-meeting-notes.automerge", "A1.am", "C1.am", "S1.am"})
    void aRealDocumentIsReadVerifiedAndWritten(String file) throws IOException, MalformedException {
        byte[] bytes = Files.readAllBytes(shared().resolve(file));
        DocState verified = read(bytes, true);
        DocState deferred = read(bytes, false);
        DocumentReader.verify(deferred);
        byte[] plain = DocumentWriter.writeUncompressed(verified);

        assertArrayEquals(plain, DocumentWriter.writeUncompressed(deferred));
        byte[] saved = DocumentWriter.write(verified, new SaveCache());
        assertArrayEquals(plain, DocumentWriter.writeUncompressed(read(saved, true)));
        assertTrue(saved.length < bytes.length * 1.06, saved.length + " bytes instead of " + bytes.length);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRandomDocumentComesBackAsItWas(long seed) throws MalformedException {
        RandomStates random = new RandomStates(seed);
        DocState state = random.next(1 + (int) (seed % 4), 40);
        byte[] plain = DocumentWriter.writeUncompressed(state);
        DocState back = read(plain, true);

        assertEquals(heads(state), heads(back));
        assertArrayEquals(plain, DocumentWriter.writeUncompressed(back));
        DocState deferred = read(DocumentWriter.write(state, new SaveCache()), false);
        ActorId actor = ActorId.parse("0aff");
        DocState edited = random.edited(deferred, actor);
        DocumentReader.verify(edited);
        DocState again = read(DocumentWriter.write(edited, new SaveCache()), true);
        assertEquals(heads(edited), heads(again));
        assertArrayEquals(DocumentWriter.writeUncompressed(edited), DocumentWriter.writeUncompressed(RandomStates.merged(state, again)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSaveCacheChangesNothingButTheTime(long seed) throws MalformedException {
        RandomStates random = new RandomStates(seed);
        DocState state = random.next(2, 60);
        SaveCache cache = new SaveCache();
        for (int i = 0; i < 5; i++) {
            byte[] saved = DocumentWriter.write(state, cache);

            assertArrayEquals(DocumentWriter.writeUncompressed(state), DocumentWriter.writeUncompressed(read(saved, true)));
            state = random.edited(state, ActorId.parse("cc"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void otherHeadsThanTheChangesMakeAreRefused(long seed) throws MalformedException {
        DocState state = new RandomStates(seed).next(2, 6);
        Assumptions.assumeTrue(state.graph().size() > 0);
        byte[] plain = DocumentWriter.writeUncompressed(state);
        byte[] head = heads(state).getFirst().toByteArray();
        int at = indexOf(plain, head);
        byte[] forged = mutated(plain, body -> body[at + 5 - (plain.length - body.length)] ^= 1);

        assertThrows(MalformedException.class, () -> read(forged, true));
        DocState believed = read(forged, false);
        assertThrows(MalformedException.class, () -> DocumentReader.verify(believed));
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    private interface Mutation {
        void apply(byte[] body);
    }

    private static byte[] mutated(byte[] bytes, Mutation mutation) throws MalformedException {
        try (ChunkReader in = new ChunkReader()) {
            in.reset(bytes);
            Chunk chunk = in.read();
            byte[] body = Arrays.copyOfRange(bytes, chunk.body(), chunk.end());
            mutation.apply(body);
            return Chunk.of(chunk.type(), new ByteWriter(body.length).write(body), new ChunkHasher()).bytes();
        }
    }

    /** Whatever is accepted on trust is safe to edit, to save and to verify; whatever holds is the same, verified or not. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aMutatedDocumentIsRefusedOrSafe(long seed) throws MalformedException {
        RandomStates states = new RandomStates(seed);
        Random random = new Random(seed);
        byte[] plain = DocumentWriter.writeUncompressed(states.next(2, 30));
        int believed = 0;
        for (int i = 0; i < 150; i++) {
            byte[] mutant = mutated(plain, body -> {
                for (int n = 1 + random.nextInt(3); n > 0; n--) {
                    body[random.nextInt(body.length)] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(4) - 1);
                }
            });
            believed += isSafe(mutant, states) ? 1 : 0;
        }
        assertTrue(believed < 150);
    }

    private static boolean isSafe(byte[] bytes, RandomStates random) {
        DocState state;
        try {
            state = read(bytes, false);
        } catch (MalformedException e) {
            assertTrue(e.getMessage().length() < 100, e.getMessage());
            assertThrows(MalformedException.class, () -> read(bytes, true));
            return false;
        }
        DocState edited = random.edited(random.edited(state, ActorId.parse("0aff")), ActorId.parse("ff"));
        byte[] saved = DocumentWriter.write(edited, new SaveCache());
        try {
            DocumentReader.verify(state);
        } catch (MalformedException e) {
            assertThrows(MalformedException.class, () -> read(bytes, true));
            return true;
        }
        try {
            assertArrayEquals(DocumentWriter.writeUncompressed(state), DocumentWriter.writeUncompressed(read(bytes, true)));
            assertEquals(heads(edited), heads(read(saved, true)));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
        return true;
    }
}
