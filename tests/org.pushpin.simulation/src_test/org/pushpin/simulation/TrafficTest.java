// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceSeed;
import org.pushpin.crypto.DocumentId;
import org.pushpin.network.Address;
import org.pushpin.network.Transport;
import org.pushpin.repo.internal.replication.ConnectedPeers;
import org.pushpin.repo.internal.replication.Node;
import org.pushpin.repo.internal.replication.Replication;

/** What it costs in bytes to connect and to change something, with as many documents as a person collects in years. */
final class TrafficTest {
    private static final int DOCUMENTS = Integer.getInteger("simulation.documents", 4000);

    private final Simulation simulation = new Simulation(1);
    private final SimulatedNetwork network = new SimulatedNetwork(simulation);
    private final Map<Integer, Long> bytesByType = new TreeMap<>();

    private final class Side {
        final Address address;
        final ModelReplica replica;
        final ConnectedPeers peers;
        final Replication replication;

        Side(String host, int device, ModelDisk disk) {
            address = new Address(host, 1);
            SimulatedScheduler scheduler = new SimulatedScheduler(simulation);
            DeviceSeed seed = DeviceSeed.of(Bytes.concat(Bytes.zeros(31), Bytes.of((byte) device)));
            replica = new ModelReplica(disk, scheduler, new Random(device), seed, false, (document, hash) -> { });
            replication = new Replication(new Node(replica, scheduler, seed.deviceKey(), new Random(device)), notice -> { });
            Transport transport = network.transport(host);
            peers = new ConnectedPeers(replication, () -> Optional.of(transport));
            peers.listen(address);
        }
    }

    private long total() {
        long total = bytesByType.entrySet().stream().filter(each -> each.getKey() != 0x0a && each.getKey() != 0x0b)
                .mapToLong(Map.Entry::getValue).sum();
        bytesByType.clear();
        return total;
    }

    private long of(int type) {
        return bytesByType.getOrDefault(type, 0L);
    }

    private void connect(Side one, Side other) {
        other.peers.join(one.address);
        simulation.run(Duration.ofSeconds(20));
    }

    private ModelDisk collection() {
        ModelDisk disk = new ModelDisk();
        Side maker = new Side("maker", 9, disk);
        for (int i = 0; i < DOCUMENTS; i++) {
            DocumentId document = maker.replica.create().document();
            maker.replica.edit(document, List.of(), List.of());
        }
        simulation.run(Duration.ofSeconds(5));
        network.tap((from, to, channel, message) -> bytesByType.merge(message.at(0), (long) message.length(), Long::sum));
        return disk;
    }

    @Test
    void equalCollectionsCostTheirTagsAndSixteenBytes() {
        ModelDisk disk = collection();
        Side one = new Side("one", 1, disk.copy());
        Side other = new Side("other", 2, disk.copy());

        connect(one, other);

        assertEquals(DOCUMENTS, one.peers.connected().get(0).sharedDocuments());
        assertEquals(17, of(0x05));
        assertEquals(0, of(0x07) + of(0x10) + of(0x11));
        assertTrue(of(0x04) <= 2 * 2 * 17L * DOCUMENTS, "tags: " + of(0x04));
        DocumentId document = one.replica.documents().iterator().next();
        assertEquals(new Replication.Reach(1, 1, 1), one.replication.reach(document));
    }

    @Test
    void oneChangedDocumentCostsAFewKilobytesMore() {
        ModelDisk disk = collection();
        Side one = new Side("one", 1, disk.copy());
        Side other = new Side("other", 2, disk.copy());
        DocumentId document = one.replica.documents().iterator().next();
        one.replica.edit(document, List.of(), List.of());
        simulation.run(Duration.ofSeconds(1));

        connect(one, other);

        long tags = of(0x01) + of(0x02) + of(0x03) + of(0x04);
        long rest = total() - tags;
        assertTrue(rest < 8_000, "besides tags: " + rest);
        assertEquals(one.replica.fingerprint(document), other.replica.fingerprint(document));
    }

    @Test
    void aLiveChangeCostsItsBodyAndAboutTwoHundredBytes() {
        Side one = new Side("one", 1, new ModelDisk());
        Side other = new Side("other", 2, new ModelDisk());
        ModelChange.Link document = one.replica.create();
        other.replica.want(document.document(), document.secret());
        connect(one, other);
        one.replica.edit(document.document(), List.of(), List.of());
        simulation.run(Duration.ofSeconds(1));
        network.tap((from, to, channel, message) -> bytesByType.merge(message.at(0), (long) message.length(), Long::sum));

        int changes = 50;
        for (int i = 0; i < changes; i++) {
            one.replica.edit(document.document(), List.of(), List.of());
            simulation.run(Duration.ofMillis(100));
        }

        assertEquals(one.replica.fingerprint(document.document()), other.replica.fingerprint(document.document()));
        long each = total() / changes;
        assertTrue(each < 100 + 110 + 70, "bytes for each change, of which about 100 are its body: " + each);
    }
}
