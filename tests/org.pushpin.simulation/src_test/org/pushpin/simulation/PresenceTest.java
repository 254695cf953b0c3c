// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.SigningKey;
import org.pushpin.network.Address;
import org.pushpin.repo.Presence;
import org.pushpin.repo.Presence.Visitor;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.RepoParts;
import org.pushpin.repo.internal.profile.SessionMemory;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;
import org.pushpin.repo.internal.replication.wire.Message.Ephemerals;
import org.pushpin.repo.internal.replication.wire.Message.Open;
import org.pushpin.repo.internal.replication.wire.Message.Topic;
import org.pushpin.testkit.MemoryDisk;

/** Who is at a document, as others see it: soon, while it lasts, and nowhere on a disk. */
final class PresenceTest {
    private static final Duration LAN = Duration.ofMillis(100);

    private final Simulation simulation = new Simulation(5);
    private final SimulatedNetwork network = new SimulatedNetwork(simulation);

    /** A profile, and what it hears of who is at the document. */
    private final class Side implements SessionMemory {
        final String host;
        final Address address;
        final MemoryDisk disk = new MemoryDisk();
        final SimulatedScheduler scheduler = new SimulatedScheduler(simulation);
        final OpenRepo repo;
        final List<List<Visitor>> heard = new ArrayList<>();
        final Map<Bytes, Session> sessions = new HashMap<>();

        Side(String host, Side... joins) {
            this.host = host;
            address = new Address(host, 1);
            try {
                repo = OpenRepo.open(new RepoParts(Path.of(host), disk, scheduler, List.of(network.transport(host)),
                        new Random(host.hashCode()), this));
            } catch (org.pushpin.storage.StorageException e) {
                throw new AssertionError(e);
            }
            repo.peers().listen(address);
            for (Side other : joins) {
                repo.peers().join(other.address);
            }
        }

        @Override
        public Optional<Session> read(Bytes profileId) {
            return Optional.ofNullable(sessions.get(profileId));
        }

        @Override
        public void write(Bytes profileId, Session session) {
            sessions.put(profileId, session);
        }

        /** Gets the document. */
        Side with(DocumentUrl url) {
            repo.open(url);
            repo.presence().subscribe(url.id(), heard::add);
            run(5);
            return this;
        }

        Presence.Stay at(DocumentUrl url) {
            Presence.Stay stay = repo.presence().join(url.id());
            run(1);
            return stay;
        }

        List<Visitor> sees(DocumentUrl url) {
            return repo.presence().visitors(url.id());
        }

        /** What the only visitor says of a kind. */
        Optional<Bytes> sees(DocumentUrl url, int kind) {
            return sees(url).stream().findFirst().flatMap(visitor -> visitor.said(kind));
        }

        boolean seesNobody(DocumentUrl url) {
            return sees(url).isEmpty();
        }
    }

    private void run(int seconds) {
        simulation.run(Duration.ofSeconds(seconds));
    }

    private final Side ann = new Side("ann");
    private final DocumentUrl url = document(ann);

    private DocumentUrl document(Side side) {
        DocumentUrl made = side.repo.create(null, edit -> edit.put(ObjectId.ROOT, "a", 1)).url("board");
        run(1);
        return made;
    }

    private static Bytes value(int number) {
        return Bytes.utf8("value " + number);
    }

    @Test
    void whatIsSaidIsHeardInTime() {
        Side ben = new Side("ben", ann).with(url);
        Presence.Stay stay = ann.at(url);

        stay.say(0, value(1));
        stay.say(1, value(2));
        simulation.run(LAN);

        assertEquals(List.of(new Visitor(ann.repo.device(), Map.of(0, value(1), 1, value(2)))), ben.sees(url));
        assertTrue(ann.seesNobody(url));
    }

    @Test
    void nothingIsStored() {
        Side ben = new Side("ben", ann).with(url);
        ben.repo.presence().join(url.id());
        Presence.Stay stay = ann.at(url);
        run(20);
        long here = ann.disk.commits();
        long there = ben.disk.commits();

        for (int i = 0; i < 300; i++) {
            stay.say(i % 3, value(i));
            simulation.run(Duration.ofMillis(11));
        }
        stay.close();
        run(20);

        assertTrue(ben.heard.size() > 50, "heard " + ben.heard.size());
        assertEquals(here, ann.disk.commits());
        assertEquals(there, ben.disk.commits());
    }

    @Test
    void manyWordsArePacedAndTheLastIsHeard() {
        Side ben = new Side("ben", ann).with(url);
        Presence.Stay stay = ann.at(url);
        List<Bytes> messages = new ArrayList<>();
        network.tap((from, to, channel, message) -> {
            if (message.at(0) == 0x30) {
                messages.add(message);
            }
        });

        for (int i = 0; i < 1000; i++) {
            stay.say(0, value(i));
            simulation.run(Duration.ofMillis(1));
        }
        simulation.run(LAN);

        assertEquals(Optional.of(value(999)), ben.sees(url, 0));
        assertTrue(messages.size() >= 36 && messages.size() <= 44, messages.size() + " messages in a second");
    }

    @Test
    void aPeerInBetweenPassesItOnOnceToEach() {
        Side hub = new Side("hub", ann).with(url);
        Side ben = new Side("ben", hub).with(url);
        Side cat = new Side("cat", hub, ben).with(url);
        Presence.Stay stay = ann.at(url);
        List<String> ways = new ArrayList<>();
        network.tap((from, to, channel, message) -> {
            if (message.at(0) == 0x30) {
                ways.add(from + ">" + to);
            }
        });

        stay.say(0, value(1));
        simulation.run(LAN);

        assertEquals(Optional.of(value(1)), ben.sees(url, 0));
        assertEquals(Optional.of(value(1)), cat.sees(url, 0));
        assertEquals(ann.repo.device(), cat.sees(url).getFirst().device());
        assertEquals(ways.stream().distinct().toList(), ways);
        assertFalse(ways.contains("hub>ann"));
    }

    @Test
    void whoComesLaterSeesWhoIsThere() {
        Presence.Stay stay = ann.at(url);
        stay.say(0, value(1));
        Side hub = new Side("hub", ann).with(url);
        Side ben = new Side("ben", hub).with(url);

        assertEquals(Optional.of(value(1)), ben.sees(url, 0));
    }

    @Test
    void whoLeavesIsGoneAtOnceAlsoBehindAPeer() {
        Side hub = new Side("hub", ann).with(url);
        Side ben = new Side("ben", hub).with(url);
        Presence.Stay stay = ann.at(url);
        stay.say(0, value(1));
        simulation.run(LAN);
        assertEquals(1, ben.sees(url).size());

        stay.close();
        simulation.run(LAN);

        assertTrue(ben.seesNobody(url));
        assertTrue(hub.seesNobody(url));
    }

    @Test
    void whoTakesSomethingBackIsStillThere() {
        Side ben = new Side("ben", ann).with(url);
        Presence.Stay stay = ann.at(url);
        stay.say(0, value(1));
        simulation.run(LAN);

        stay.say(0, Bytes.EMPTY);
        simulation.run(LAN);

        assertEquals(List.of(new Visitor(ann.repo.device(), Map.of())), ben.sees(url));
    }

    @Test
    void twoStaysOfADeviceAreOneVisitor() {
        Side ben = new Side("ben", ann).with(url);
        Presence.Stay one = ann.at(url);
        Presence.Stay two = ann.at(url);
        one.say(0, value(1));
        two.say(1, value(2));
        simulation.run(LAN);
        assertEquals(List.of(new Visitor(ann.repo.device(), Map.of(0, value(1), 1, value(2)))), ben.sees(url));

        one.close();
        simulation.run(LAN);

        assertEquals(List.of(new Visitor(ann.repo.device(), Map.of(1, value(2)))), ben.sees(url));
    }

    @Test
    void whoIsKilledIsGoneWithTheConnection() {
        Side ben = new Side("ben", ann).with(url);
        ann.at(url).say(0, value(1));
        simulation.run(LAN);
        assertEquals(1, ben.sees(url).size());

        ann.scheduler.kill();
        network.died("ann");
        Instant end = simulation.now().plusSeconds(10);
        while (!ben.seesNobody(url) && simulation.now().isBefore(end)) {
            simulation.run(LAN);
        }

        assertTrue(ben.seesNobody(url));
    }

    @Test
    void whoFallsSilentIsGoneAfterTenSecondsAndComesBackWhole() {
        Side ben = new Side("ben", ann).with(url);
        Presence.Stay stay = ann.at(url);
        stay.say(0, value(1));
        stay.say(1, value(2));
        simulation.run(LAN);
        network.side("ann", 1);
        run(11);
        assertTrue(ben.seesNobody(url));

        network.heal();
        run(60);

        assertEquals(List.of(new Visitor(ann.repo.device(), Map.of(0, value(1), 1, value(2)))), ben.sees(url));
    }

    @Test
    void lostConnectionsDoNotLoseTheNewest() {
        Side hub = new Side("hub", ann).with(url);
        Side ben = new Side("ben", hub, ann).with(url);
        network.weather(new SimulatedNetwork.Weather(Duration.ofMillis(1), Duration.ofMillis(60), 0.002));
        Presence.Stay stay = ann.at(url);
        for (int i = 0; i < 3000; i++) {
            stay.say(i % 2, value(i));
            simulation.run(Duration.ofMillis(10));
        }
        network.weather(SimulatedNetwork.Weather.FAIR);
        run(60);

        assertEquals(List.of(new Visitor(ann.repo.device(), Map.of(0, value(2998), 1, value(2999)))), ben.sees(url));
        assertEquals(ben.sees(url), hub.sees(url));
    }

    @Test
    void whoDoesNotKnowTheDocumentHearsNothing() {
        Side ben = new Side("ben", ann).with(document(ann));
        List<String> heard = new ArrayList<>();
        network.tap((from, to, channel, message) -> heard.add(to + " " + message.at(0)));

        Presence.Stay stay = ann.at(url);
        stay.say(0, value(1));
        run(10);

        assertTrue(ben.seesNobody(url));
        assertFalse(heard.contains("ben " + 0x30));
    }

    // hostile

    private RawPeer member() {
        RawPeer raw = RawPeer.dial(simulation, network, ann.address);
        raw.introduce(DocumentSecret.of(url.secret().orElseThrow().bytes()), Topic.CHANGES);
        raw.send(3, new Open(Topic.PRESENCE, raw.tag(url.secret().orElseThrow().tagKey())));
        raw.settle();
        return raw;
    }

    private static Ephemeral say(SigningKey device, DocumentId document, int session, long count, int kind, Bytes value) {
        return Ephemeral.sign(device, document, Bytes.concat(Bytes.zeros(7), Bytes.of((byte) session)), count, kind, value);
    }

    @Test
    void whatWasPassedOnMustBeSigned() {
        RawPeer raw = member();
        SigningKey somebody = SigningKey.generate();
        Ephemeral good = say(somebody, url.id(), 1, 1, 2, value(1));
        Ephemeral changed = new Ephemeral(good.device(), good.session(), 2, 2, value(2), good.signature());
        Ephemeral elsewhere = say(somebody, document(ann).id(), 1, 3, 2, value(3));

        raw.send(3, new Ephemerals(List.of(good, changed, elsewhere)));
        raw.settle();

        assertEquals(Optional.of(value(1)), ann.sees(url, 0));
        assertEquals(Optional.empty(), raw.closed);
    }

    @Test
    void nothingOldComesBack() {
        RawPeer raw = member();
        SigningKey somebody = SigningKey.generate();
        Ephemeral first = say(somebody, url.id(), 1, 1, 2, value(1));
        Ephemeral second = say(somebody, url.id(), 1, 2, 2, value(2));
        raw.send(3, new Ephemerals(List.of(second, first, second)));
        raw.settle();
        assertEquals(Optional.of(value(2)), ann.sees(url, 0));

        raw.send(3, new Ephemerals(List.of(say(somebody, url.id(), 1, 3, 0, Bytes.EMPTY), first, second)));
        raw.settle();
        assertTrue(ann.seesNobody(url));

        raw.send(3, new Ephemerals(List.of(say(somebody, url.id(), 2, 1, 2, value(4)), say(somebody, url.id(), 1, 9, 2, value(3)))));
        raw.settle();
        assertEquals(Optional.of(value(4)), ann.sees(url, 0));
    }

    @Test
    void aKindOfANewerVersionDisturbsNothing() {
        RawPeer raw = member();
        SigningKey somebody = SigningKey.generate();

        raw.send(3, new Ephemerals(List.of(say(somebody, url.id(), 1, 1, 200, value(1)), say(somebody, url.id(), 1, 2, 3, value(2)))));
        raw.settle();

        assertEquals(List.of(Map.of(1, value(2))), ann.sees(url).stream().map(Visitor::says).toList());
    }

    @Test
    void aCrowdAndAFloodAreBounded() {
        RawPeer raw = member();
        List<SigningKey> crowd = IntStream.range(0, 300).mapToObj(i -> SigningKey.generate()).toList();
        for (SigningKey one : crowd) {
            raw.send(3, new Ephemerals(List.of(say(one, url.id(), 1, 1, 2, value(1)))));
        }
        raw.settle();
        assertEquals(256, ann.sees(url).size());

        SigningKey one = crowd.getFirst();
        List<Integer> told = new ArrayList<>();
        ann.repo.presence().subscribe(url.id(), now -> told.add(now.size()));
        for (int i = 0; i < 5000; i++) {
            raw.send(3, new Ephemerals(List.of(say(one, url.id(), 1, 10 + i, 2, value(i)))));
        }
        simulation.run(Duration.ofSeconds(1));

        assertTrue(told.size() < 1300, "told " + told.size() + " times");
        assertEquals(Optional.empty(), raw.closed);
    }

    @Test
    void aSlowPeerGetsTheNewestAndNoQueue() {
        RawPeer raw = member();
        Presence.Stay stay = ann.at(url);
        raw.stopReading();
        Bytes long1 = Bytes.zeros(1000);
        for (int i = 0; i < 3000; i++) {
            stay.say(0, Bytes.concat(long1, value(i)));
            simulation.run(Duration.ofMillis(20));
        }

        long bytes = raw.bytes.stream().filter(message -> message.at(0) == 0x30).mapToLong(Bytes::length).sum();
        assertTrue(bytes < 200_000, bytes + " bytes without credit");
    }
}
