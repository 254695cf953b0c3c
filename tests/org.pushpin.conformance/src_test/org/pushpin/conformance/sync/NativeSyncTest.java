// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sessions between Automerge's native engine and ours: whatever breaks, all have the same in the end.
 * {@code -Dpushpin.sync.seeds=N} runs N seeds of each kind.
 */
class NativeSyncTest {
    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.sync.seeds", 25));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothVersions(long seed) {
        session(seed, false);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void versionOneAlone(long seed) {
        session(seed, true);
    }

    private static void session(long seed, boolean old) {
        try (OurPeer ours = new OurPeer(new byte[] {1, 1}); NativePeer theirs = new NativePeer(new byte[] {1, 2})) {
            SyncNetwork network = new SyncNetwork(seed).add(ours).add(theirs).connect(ours, theirs, old);
            for (int i = 0; i < 4; i++) {
                network.live(60).settle();
                check(ours, theirs);
            }
        }
    }

    /** Changes go through a peer of each engine, and come from two sides. */
    @ParameterizedTest
    @MethodSource("seeds")
    void ringOfFour(long seed) {
        try (OurPeer ours = new OurPeer(new byte[] {1, 1}); NativePeer theirs = new NativePeer(new byte[] {1, 2});
                OurPeer ours2 = new OurPeer(new byte[] {1, 3}); NativePeer theirs2 = new NativePeer(new byte[] {1, 4})) {
            SyncNetwork network = new SyncNetwork(seed).add(ours).add(theirs).add(ours2).add(theirs2);
            network.connect(ours, theirs, false).connect(theirs, ours2, true).connect(ours2, theirs2, false).connect(theirs2, ours, false);
            for (int i = 0; i < 3; i++) {
                network.live(100).settle();
                check(ours, theirs);
                check(ours, ours2);
                check(ours, theirs2);
            }
        }
    }

    private static void check(OurPeer ours, SyncPeer other) {
        assertEquals(other.heads(), ours.heads());
        assertTrue(other.isSame(ours.document()));
    }
}
