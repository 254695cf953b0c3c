// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.column.ChunkReader;
import org.pushpin.crdt.internal.state.ChangeEncoder;
import org.pushpin.crdt.internal.state.DocState;

/** Bundles of changes: there and back. */
class BundleTest {
    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 10));
    }

    private static List<ChangeChunk> changes(long seed) throws MalformedException {
        DocState state = new RandomStates(seed).next(1 + (int) (seed % 3), 40);
        ChangeEncoder encoder = new ChangeEncoder(state);
        List<ChangeChunk> changes = new ArrayList<>();
        for (int node = 0; node < state.graph().size(); node++) {
            changes.add(encoder.encode(node));
        }
        return changes;
    }

    static List<ChangeChunk> read(byte[] bytes) throws MalformedException {
        try (ChunkReader in = new ChunkReader()) {
            in.reset(bytes);
            return BundleReader.read(in.read(), in.inflate());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anySetOfChangesComesBackAsItWas(long seed) throws MalformedException {
        Random random = new Random(seed);
        List<ChangeChunk> some = changes(seed);
        some.removeIf(change -> random.nextInt(10) < seed % 5);

        List<ChangeChunk> back = read(BundleWriter.write(some));

        assertEquals(some.size(), back.size());
        for (int i = 0; i < some.size(); i++) {
            assertArrayEquals(some.get(i).bytes(), back.get(i).bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMutatedBundleIsRefusedOrMadeOfChanges(long seed) throws MalformedException {
        Random random = new Random(seed);
        byte[] bytes = BundleWriter.write(changes(seed));
        Chunk chunk;
        try (ChunkReader in = new ChunkReader()) {
            in.reset(bytes);
            chunk = in.read();
        }
        for (int i = 0; i < 100; i++) {
            byte[] body = Arrays.copyOfRange(bytes, chunk.body(), chunk.end());
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                body[random.nextInt(body.length)] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(4) - 1);
            }
            try {
                read(Chunk.of(Chunk.BUNDLE, new ByteWriter(body.length).write(body), new ChunkHasher()).bytes());
            } catch (MalformedException e) {
                assertTrue(e.getMessage().length() < 100, e.getMessage());
            }
        }
    }
}
