// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pushpin.conformance.NodeFolder;

/**
 * Random sessions between npm's {@code @automerge/automerge} and ours. {@code -Dpushpin.sync.seeds=N} runs N seeds of each kind. Skipped,
 * with a line that says so, where there is no npm or no network.
 */
class JavaScriptSyncTest {
    private static ScriptPeer theirs;

    @BeforeAll
    static void install() throws InterruptedException {
        try {
            theirs = new ScriptPeer(NodeFolder.installed());
        } catch (IOException e) {
            System.err.println("SKIPPED: the JavaScript engine cannot be installed: " + e.getMessage());
            Assumptions.abort("no npm: " + e.getMessage());
        }
    }

    @AfterAll
    static void end() {
        if (theirs != null) {
            theirs.close();
        }
    }

    @BeforeEach
    void begin() {
        theirs.begin(new byte[] {1, 2});
    }

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.sync.seeds", 10));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingMeets(long seed) {
        try (OurPeer ours = new OurPeer(new byte[] {1, 1}); NativePeer third = new NativePeer(new byte[] {1, 3})) {
            SyncNetwork network = new SyncNetwork(seed).add(ours).add(theirs).add(third);
            network.connect(ours, theirs, false).connect(third, ours, seed % 2 == 1);
            for (int i = 0; i < 4; i++) {
                network.live(80).settle();
                check(ours, theirs);
                check(ours, third);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readOnlyEitherWay(long seed) {
        try (OurPeer ours = new OurPeer(new byte[] {1, 1})) {
            SyncNetwork network = new SyncNetwork(seed).add(ours).add(theirs).connect(ours, theirs, false);
            network.live(60).settle();
            check(ours, theirs);

            ours.state("p1").setReadOnly(true);
            edits(ours, theirs);
            network.settle();
            assertFalse(ours.document().heads().isEmpty() || ours.heads().equals(theirs.heads()));
            ours.state("p1").setReadOnly(false);
            network.settle();
            check(ours, theirs);

            theirs.connectReadOnly("p0", true);
            ours.connect("p1", true);
            edits(ours, theirs);
            network.settle();
            assertTrue(ours.state("p1").isPeerReadOnly());
            assertFalse(ours.heads().equals(theirs.heads()));
            assertFalse(ours.state("p1").isInSync(ours.document()));
            theirs.connectReadOnly("p0", false);
            ours.connect("p1", true);
            network.settle();
            check(ours, theirs);
        }
    }

    private static void edits(OurPeer ours, SyncPeer theirs) {
        for (int i = 0; i < 5; i++) {
            ours.edit(i);
            theirs.edit(i);
        }
    }

    private static void check(OurPeer ours, SyncPeer other) {
        assertEquals(other.heads(), ours.heads());
        assertTrue(other.isSame(ours.document()));
    }
}
