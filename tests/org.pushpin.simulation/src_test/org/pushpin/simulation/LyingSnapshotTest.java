// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Genesis;
import org.pushpin.crypto.SigningKey;
import org.pushpin.crypto.SnapshotBody;
import org.pushpin.crypto.WriterCertificate;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.replication.wire.Message.Batches;
import org.pushpin.repo.internal.replication.wire.Message.Digest;
import org.pushpin.repo.internal.replication.wire.Message.Prints;
import org.pushpin.repo.internal.replication.wire.Message.Sync;
import org.pushpin.repo.internal.replication.wire.Message.Topic;
import org.pushpin.repo.internal.replication.wire.Message.WholeBatch;

/** A peer whose snapshot holds what its writer never signed is closed and named, and nothing of it is kept. */
class LyingSnapshotTest {

    @Test
    void thePeerIsBlamedAndNothingIsKept() throws Exception {
        RepoWorld world = new RepoWorld(3, 2, Faults.NONE);
        RepoWorld.Profile honest = world.profiles.get(0);
        DocHandle handle = honest.create();
        world.simulation.run(Duration.ofSeconds(1));
        DocumentSecret secret = handle.url("text").secret().orElseThrow();
        List<Notice> notices = new ArrayList<>();
        honest.repo.notices(notices::add);
        RawPeer liar = RawPeer.dial(world.simulation, world.network, honest.address);
        liar.introduce(secret, Topic.CHANGES);
        liar.send(1, new Sync(1, true, List.of()));
        liar.send(0, new Digest(Bytes.zeros(16)));
        liar.settle();
        liar.send(0, new Prints(true, List.of()));
        liar.settle();
        assertTrue(liar.closed.isEmpty());

        liar.send(1, new Batches(List.of(lie(honest, handle))));
        liar.settle();

        assertEquals(Optional.of("the peer sent a change that is not valid"), liar.closed);
        assertEquals(List.of(Notice.Kind.PEER), notices.stream().map(Notice::kind).toList());
        assertEquals(1, handle.current().changeCount());
        assertEquals(1, honest.repo.replica().clock(handle.id()).size());
    }

    /** A change in the name of the document's own writer, in a snapshot that is signed by somebody else. */
    private static WholeBatch lie(RepoWorld.Profile honest, DocHandle handle) throws Exception {
        ActorId victim = handle.current().actors().get(0);
        Commit forged = handle.current().edit(victim).put(ObjectId.ROOT, "lie", "lie").commit(null, Instant.EPOCH).orElseThrow();
        SigningKey key = SigningKey.fromSeed(Bytes.fromHex("05".repeat(SigningKey.SEED_LENGTH)));
        WriterCertificate certificate = WriterCertificate.sign(key, new WriterId(key.publicKey()), handle.id());
        Bytes body = new SnapshotBody(List.of(), List.of(certificate), List.of(), Bytes.of(forged.document().save())).encode();
        Bytes authority = Genesis.decode(honest.repo.replica().genesis(handle.id()).orElseThrow()).hash();
        return new WholeBatch(BatchHeader.sign(key, BatchHeader.Kind.SNAPSHOT, 0, handle.id(), BatchHeader.Range.NONE, authority, body)
                .encode(), body);
    }
}
