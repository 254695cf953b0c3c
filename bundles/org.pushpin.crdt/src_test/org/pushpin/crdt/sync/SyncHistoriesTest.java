// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;

/**
 * Random lives of two to four replicas that are all linked to each other: edits, half exchanges, sessions that break and begin again with
 * and without what was kept, changes by other ways, old peers, peers that take nothing for a while, losses of data. In the end all have
 * the same, and all know it. {@code -Dpushpin.sync.seeds=N} runs N lives.
 */
class SyncHistoriesTest {
    private final List<Replica> replicas = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private Random random;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.sync.seeds", 40));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allMeet(long seed) {
        random = new Random(seed);
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            replicas.add(new Replica("0" + (i + 1)));
        }
        for (int i = 0; i < count; i++) {
            for (int k = i + 1; k < count; k++) {
                Link link = new Link(replicas.get(i), replicas.get(k));
                links.add(random.nextInt(3) == 0 ? link.old() : link);
            }
        }
        for (int period = 0; period < 3; period++) {
            for (int i = 0; i < 80; i++) {
                step();
            }
            settle();
        }
    }

    private void step() {
        Replica replica = replicas.get(random.nextInt(replicas.size()));
        Link link = links.get(random.nextInt(links.size()));
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> replica.put("k" + random.nextInt(4), replica.doc.changeCount() + " ".repeat(random.nextInt(300)));
            case 6, 7, 8, 9 -> link.leftState.generate(link.left.doc).ifPresent(link::toRight);
            case 10, 11, 12, 13 -> link.rightState.generate(link.right.doc).ifPresent(link::toLeft);
            case 14 -> link.sync();
            case 15 -> reconnect(link);
            case 16 -> byAnotherWay(replica);
            case 17 -> link.leftState.setReadOnly(!link.leftState.isReadOnly());
            case 18 -> {
                if (random.nextInt(4) == 0) {
                    lose(replica);
                }
            }
            default -> replica.count("many", replica.doc.changeCount(), replica.doc.changeCount() + random.nextInt(12));
        }
    }

    private void reconnect(Link link) {
        if (random.nextBoolean()) {
            link.reconnect();
        } else if (random.nextBoolean()) {
            link.leftState = new SyncState();
            link.reconnect();
        } else {
            link.leftState = new SyncState();
            link.rightState = new SyncState();
        }
    }

    /** Some change of somebody's, perhaps without what it builds on. */
    private void byAnotherWay(Replica replica) {
        List<Change> all = replicas.get(random.nextInt(replicas.size())).doc.changes();
        if (!all.isEmpty()) {
            replica.apply(all.get(random.nextInt(all.size())));
        }
    }

    /** One replica is as it was earlier; its sessions are new. It never again uses its actor for other changes with the same numbers. */
    private void lose(Replica replica) {
        List<Change> all = replica.doc.changes();
        Doc before = replica.doc;
        replica.doc = Doc.empty();
        replica.apply(all.subList(0, random.nextInt(all.size() + 1)).toArray(Change[]::new));
        for (Link link : links) {
            if (link.left == replica || link.right == replica) {
                link.reconnect();
                link.sync();
            }
        }
        replica.doc = replica.doc.merge(before);
    }

    private void settle() {
        links.forEach(link -> link.leftState.setReadOnly(false));
        for (int round = 0; round < replicas.size() + 1; round++) {
            links.forEach(link -> assertTrue(round(link)));
        }
        for (Link link : links) {
            assertEquals(link.left.doc.heads(), link.right.doc.heads());
            assertTrue(link.isInSync());
            assertEquals(List.of(), link.left.doc.missingDependencies());
        }
    }

    private boolean round(Link link) {
        if (random.nextBoolean()) {
            link.sync();
        } else {
            link.takeTurns();
        }
        return link.left.doc.heads().equals(link.right.doc.heads());
    }
}
