// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DeviceSeed;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.SessionTag;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;
import org.pushpin.network.Transport;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.replication.ConnectedPeers;
import org.pushpin.repo.internal.replication.Node;
import org.pushpin.repo.internal.replication.Replication;
import org.pushpin.repo.internal.replication.wire.Message.*;
import org.pushpin.repo.internal.replication.wire.MessageCodec;

/** What a peer can learn, and what it can get away with. */
final class SessionTest {
    private final Simulation simulation = new Simulation(1);
    private final SimulatedNetwork network = new SimulatedNetwork(simulation);

    /** A profile with one document of three changes and a blob. */
    private final class Side {
        final Address address;
        final ModelDisk disk = new ModelDisk();
        final ModelReplica replica;
        final Replication replication;
        final ConnectedPeers peers;
        final List<Notice> notices = new ArrayList<>();

        Side(String host, int device) {
            address = new Address(host, 1);
            SimulatedScheduler scheduler = new SimulatedScheduler(simulation);
            DeviceSeed seed = DeviceSeed.of(Bytes.concat(Bytes.zeros(31), Bytes.of((byte) device)));
            replica = new ModelReplica(disk, scheduler, new Random(1000 + device), seed, false, (document, hash) -> { });
            replication = new Replication(new Node(replica, scheduler, seed.deviceKey(), new Random(device)), notices::add);
            Transport transport = network.transport(host);
            peers = new ConnectedPeers(replication, () -> Optional.of(transport));
            peers.listen(address);
        }

        ModelChange.Link document() {
            ModelChange.Link link = replica.create();
            BlobId blob = replica.addBlob(300_000);
            replica.edit(link.document(), List.of(), List.of(blob));
            replica.edit(link.document(), List.of(), List.of());
            simulation.run(Duration.ofSeconds(1));
            return link;
        }
    }

    private final Side side = new Side("side", 1);
    private final ModelChange.Link document = side.document();

    private RawPeer dialled() {
        return RawPeer.dial(simulation, network, side.address);
    }

    private void learnedNothing(RawPeer peer) {
        assertFalse(peer.heard(document.document().key()), "a document id");
        assertFalse(peer.heard(document.secret().bytes()), "a secret");
        assertFalse(peer.heard(side.replica.fingerprint(document.document()).bytes()), "a fingerprint");
        side.disk.documents.get(document.document()).changes.forEach(change -> {
            assertFalse(peer.heard(change.actor()), "a writer");
            assertFalse(peer.heard(change.hash().slice(0, 8)), "a head");
        });
    }

    @Test
    void aStrangerWhoDialsLearnsNothing() {
        RawPeer stranger = dialled();

        stranger.hello();
        stranger.hello(stranger.tag(document.document().key()));
        stranger.hello(stranger.tag(DocumentSecret.of(document.document().key().slice(0, 16)).tagKey()));
        simulation.run(Duration.ofMinutes(1));

        assertEquals(List.of("Matches"), stranger.kinds());
        stranger.all(Matches.class).forEach(matches -> assertEquals(List.of(), matches.tags()));
        learnedNothing(stranger);
        assertEquals(List.of(), side.peers.connected());
    }

    @Test
    void aStrangerWhoSpeaksOfDocumentsIsClosedAndLearnsNothing() {
        for (Bytes message : List.of(MessageCodec.encode(new Open(Topic.CHANGES, new SessionTag(Bytes.zeros(16)))),
                MessageCodec.encode(new Sync(1, false, List.of())),
                MessageCodec.encode(new WantBlob(new BlobId(Bytes.zeros(32)))))) {
            RawPeer stranger = dialled();

            stranger.send(1, message);
            stranger.settle();

            assertEquals(Optional.of("the peer spoke of a document before it said who it is"), stranger.closed);
            assertEquals(List.of(), stranger.kinds());
        }
    }

    @Test
    void aStrangerWhoShowsAnIdentityIsClosed() {
        RawPeer stranger = dialled();

        stranger.identify();

        assertEquals(Optional.of("the peer showed its identity before anything shared"), stranger.closed);
    }

    @Test
    void aStrangerWhoIsDialledSeesPaddedTagsOnly() {
        RawPeer stranger = RawPeer.listen(simulation, network, new Address("raw", 1));
        side.peers.join(new Address("raw", 1));
        simulation.run(Duration.ofSeconds(1));

        stranger.send(0, new Matches(List.of()));
        simulation.run(Duration.ofMinutes(1));

        assertEquals(List.of("Hello"), stranger.kinds());
        Hello hello = stranger.all(Hello.class).get(0);
        assertEquals(256, new HashSet<>(hello.tags()).size());
        learnedNothing(stranger);
    }

    @Test
    void ourOwnTagsSentBackProveNothing() {
        RawPeer mirror = RawPeer.listen(simulation, network, new Address("raw", 1));
        side.peers.join(new Address("raw", 1));
        simulation.run(Duration.ofSeconds(1));

        mirror.send(0, new Matches(mirror.all(Hello.class).get(0).tags()));
        simulation.run(Duration.ofMinutes(1));

        assertEquals(List.of("Hello"), mirror.kinds());
    }

    /** Both ends share a document, but between them sits somebody who has one connection with each. */
    @Test
    void somebodyInTheMiddleGetsNothingThrough() {
        Side other = new Side("other", 2);
        other.replica.want(document.document(), document.secret());
        List<Integer> types = new ArrayList<>();
        Transport middle = network.transport("middle");
        middle.listen(new Address("middle", 1), near -> middle.dial(side.address).thenAccept(far -> {
            near.start(forward(far, types));
            far.start(forward(near, types));
        }));

        other.peers.join(new Address("middle", 1));
        simulation.run(Duration.ofMinutes(2));

        assertTrue(types.contains(0x01));
        assertTrue(types.stream().allMatch(type -> type == 0x01 || type == 0x02 || type == 0x0a || type == 0x0b), types::toString);
        assertTrue(other.replica.wanted(document.document()));
    }

    private static Connection.Receiver forward(Connection to, List<Integer> types) {
        return new Connection.Receiver() {
            @Override
            public void message(int channel, Bytes message, Runnable consumed) {
                types.add(message.at(0));
                to.send(channel, Connection.Priority.INTERACTIVE, message);
                consumed.run();
            }

            @Override
            public void writable(int channel) {
            }

            @Override
            public void closed(String reason) {
                to.close(reason);
            }
        };
    }

    @Test
    void aMemberGetsItsDocumentAndNothingOfOthers() {
        ModelChange.Link other = side.document();
        RawPeer member = dialled();

        member.introduce(document.secret(), Topic.CHANGES);
        member.send(1, new Sync(1, false, List.of()));
        member.settle();

        assertEquals(1, member.all(GenesisIs.class).size());
        assertTrue(member.heard(side.disk.documents.get(document.document()).changes.get(1).hash()));
        assertFalse(member.heard(other.document().key()));
        side.disk.documents.get(other.document()).changes.forEach(change -> assertFalse(member.heard(change.actor())));
    }

    @Test
    void aChannelForADocumentThatIsNotSharedSaysNothing() {
        ModelChange.Link other = side.document();
        RawPeer member = dialled();

        member.introduce(document.secret(), Topic.CHANGES);
        member.send(3, new Open(Topic.CHANGES, member.tag(other.document().key())));
        member.send(3, new Sync(1, false, List.of()));
        member.settle();

        assertEquals(Optional.empty(), member.closed);
        assertEquals(0, member.all(GenesisIs.class).size());
        assertFalse(member.heard(other.document().key()));
    }

    @Test
    void anUnknownMessageClosesWithOneSentence() {
        RawPeer newer = dialled();

        newer.send(0, Bytes.fromHex("7700"));
        newer.settle();

        assertEquals(Optional.of("a newer version is needed: message type 119"), newer.closed);
        assertEquals(List.of(Notice.Kind.PEER), side.notices.stream().map(Notice::kind).toList());
    }

    @Test
    void aNewerSessionVersionClosesWithOneSentence() {
        RawPeer newer = dialled();

        newer.send(0, Bytes.concat(Bytes.fromHex("0102"), Bytes.zeros(4096)));
        newer.settle();

        assertEquals(Optional.of("a newer version is needed: session version 2"), newer.closed);
    }

    /** One flipped bit anywhere in a batch: refused, nothing kept, the peer is told why. */
    @Test
    void aForgedBatchIsRefused() {
        ModelChange change = side.disk.documents.get(document.document()).changes.get(1);
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            Side victim = new Side("victim" + i, 3);
            victim.replica.want(document.document(), document.secret());
            victim.replica.acceptGenesis(document.document(), side.replica.genesis(document.document()).orElseThrow());
            RawPeer forger = RawPeer.dial(simulation, network, victim.address);
            forger.introduce(document.secret(), Topic.CHANGES);
            forger.send(1, new Sync(1, true, List.of()));
            forger.settle();

            byte[] forged = Bytes.concat(change.headerBytes(), change.body()).toByteArray();
            forged[random.nextInt(forged.length)] ^= (byte) (1 << random.nextInt(8));
            Bytes bytes = Bytes.of(forged);
            forger.send(1, Bytes.concat(Bytes.fromHex("13000101"), bytes));
            forger.settle();

            assertTrue(forger.closed.isPresent(), "forgery " + i);
            assertEquals(List.of(), victim.disk.documents.get(document.document()).changes);
            assertEquals(1, victim.notices.size());
        }
    }

    @Test
    void aBlobIsGivenInTheContextOfADocumentThatLinksToItOnly() {
        BlobId linked = side.replica.blobs(document.document()).iterator().next();
        BlobId secret = side.replica.addBlob(10_000);
        RawPeer member = dialled();
        member.introduce(document.secret(), Topic.BLOBS);

        member.send(1, new WantBlob(secret));
        member.send(1, new WantChunk(secret, 0));
        member.settle();
        assertEquals(List.of(new NoBlob(secret), new NoBlob(secret)), member.all(NoBlob.class));
        member.send(1, new WantBlob(linked));
        member.send(1, new WantChunk(linked, 1));
        member.settle();

        assertEquals(linked, member.all(Manifest.class).get(0).manifest().blob());
        assertEquals(300_000 - (256 << 10), member.all(Chunk.class).get(0).content().length());
    }

    @Test
    void whoAsksForTooManyChunksIsClosed() {
        BlobId linked = side.replica.blobs(document.document()).iterator().next();
        RawPeer greedy = dialled();
        greedy.introduce(document.secret(), Topic.BLOBS);
        greedy.stopReading();

        for (int i = 0; i < 100; i++) {
            greedy.send(1, new WantChunk(linked, 0));
        }
        greedy.settle();

        assertEquals(Optional.of("the peer asks for too many chunks at a time"), greedy.closed);
        assertTrue(greedy.all(Chunk.class).size() <= 2, "chunks without credit");
    }

    @Test
    void whoAsksForADocumentAgainAndAgainIsClosed() {
        RawPeer greedy = dialled();
        greedy.introduce(document.secret(), Topic.CHANGES);

        for (int round = 1; round <= 40; round++) {
            greedy.send(1, new Sync(round, false, List.of()));
        }
        greedy.settle();

        assertEquals(Optional.of("the peer asks for the same document again and again"), greedy.closed);
    }

    @Test
    void whoSaysHelloForEverIsClosed() {
        RawPeer talker = dialled();

        for (int i = 0; i < 70 && talker.closed.isEmpty(); i++) {
            talker.hello();
        }

        assertEquals(Optional.of("the peer said hello out of turn"), talker.closed);
    }

    @Test
    void strangersAreLimitedInNumber() {
        List<RawPeer> strangers = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            strangers.add(dialled());
        }

        assertEquals(64, strangers.stream().filter(stranger -> stranger.closed.isEmpty()).count());
    }

    @Test
    void twoDevicesThatDialEachOtherKeepOneConnection() {
        Side other = new Side("other", 2);
        other.replica.want(document.document(), document.secret());

        other.peers.join(side.address);
        side.peers.join(other.address);
        simulation.run(Duration.ofMinutes(1));

        assertEquals(1, network.connections());
        assertEquals(1, side.peers.connected().size());
        assertEquals(1, other.peers.connected().size());
        assertFalse(other.replica.wanted(document.document()));
    }

    @Test
    void aDeviceDoesNotStayConnectedWithItself() {
        side.peers.join(side.address);

        simulation.run(Duration.ofMinutes(1));

        assertEquals(0, network.connections());
        assertEquals(List.of(), side.peers.connected());
        assertEquals(List.of(), side.notices);
    }

    @Test
    void aSilentPeerIsGivenUp() {
        RawPeer silent = dialled();

        simulation.run(Duration.ofMinutes(3));

        assertEquals(Optional.of("no sign of life"), silent.closed);
    }

    @Test
    void aPeerThatOwesAnAnswerIsGivenUp() {
        RawPeer lazy = dialled();
        lazy.introduce(document.secret(), Topic.CHANGES);
        lazy.send(0, new Digest(Bytes.zeros(16)));

        for (int i = 0; i < 12; i++) {
            lazy.send(0, new Ping());
            simulation.run(Duration.ofSeconds(15));
        }

        assertEquals(Optional.of("no progress"), lazy.closed);
    }

    /** It claims a change that nobody ever made; it is asked again, ever more rarely, and disturbs nobody else. */
    @Test
    void aPeerThatClaimsWhatItNeverSendsIsAskedRarely() {
        RawPeer liar = dialled();
        liar.introduce(document.secret(), Topic.CHANGES);
        liar.send(0, new Digest(Bytes.zeros(16)));
        liar.send(0, new Prints(true, List.of()));
        ClockEntry claim = new ClockEntry(Bytes.zeros(16), 7, Bytes.zeros(8));

        int answered = 0;
        for (int second = 0; second < 1800; second += 10) {
            List<Sync> asked = liar.all(Sync.class);
            for (; answered < asked.size(); answered++) {
                liar.send(1, new Have(asked.get(answered).round(), new Fingerprint(Bytes.zeros(16)), List.of(claim)));
            }
            if (second == 0) {
                liar.send(1, new Sync(1, true, List.of(claim)));
            }
            liar.send(0, new Ping());
            simulation.run(Duration.ofSeconds(10));
        }

        assertEquals(Optional.empty(), liar.closed);
        assertTrue(answered >= 5 && answered <= 40, "asked " + answered + " times in half an hour");
    }

    /** A link pasted on either side, while the two are connected and know nothing in common. */
    @Test
    void aDocumentThatBecomesKnownLaterIsExchangedAtOnce() {
        Side other = new Side("other", 2);
        ModelChange.Link theirs = other.document();
        other.peers.join(side.address);
        simulation.run(Duration.ofMinutes(2));
        assertEquals(1, network.connections());

        side.replica.want(theirs.document(), theirs.secret());
        simulation.run(Duration.ofMillis(500));
        assertEquals(other.replica.fingerprint(theirs.document()), side.replica.fingerprint(theirs.document()));
        other.replica.want(document.document(), document.secret());
        simulation.run(Duration.ofMillis(500));
        assertEquals(side.replica.fingerprint(document.document()), other.replica.fingerprint(document.document()));

        assertEquals(2, side.peers.connected().get(0).sharedDocuments());
    }
}
