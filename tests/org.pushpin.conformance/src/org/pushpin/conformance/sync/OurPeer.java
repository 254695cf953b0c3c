// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.pushpin.conformance.Trees;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.sync.SyncMessage;
import org.pushpin.crdt.sync.SyncState;

/** Our engine. */
public final class OurPeer implements SyncPeer {
    private final ActorId actor;
    private final Map<String, SyncState> states = new HashMap<>();
    private Doc doc = Doc.empty();

    public OurPeer(byte[] actor) {
        this.actor = ActorId.of(actor);
    }

    public Doc document() {
        return doc;
    }

    public SyncState state(String peer) {
        return states.get(peer);
    }

    @Override
    public void edit(int number) {
        Random random = new Random(number);
        Edit edit = doc.edit(actor);
        String key = "k" + random.nextInt(5);
        switch (random.nextInt(4)) {
            case 0 -> edit.put(ObjectId.ROOT, key, number);
            case 1 -> edit.put(ObjectId.ROOT, key, "long ".repeat(random.nextInt(90)));
            case 2 -> {
                ObjectId list = object(edit, "list", ObjectType.LIST);
                edit.insert(list, random.nextInt(edit.length(list) + 1), Scalar.of(number));
            }
            default -> {
                ObjectId text = object(edit, "text", ObjectType.TEXT);
                edit.splice(text, random.nextInt(edit.length(text) + 1), 0, "w" + number);
            }
        }
        doc = edit.commit(null, Instant.EPOCH).map(Commit::document).orElse(doc);
    }

    private static ObjectId object(Edit edit, String key, ObjectType type) {
        return edit.get(ObjectId.ROOT, key).filter(v -> v instanceof ObjectValue o && o.type() == type).map(v -> ((ObjectValue) v).id())
                .orElseGet(() -> edit.putObject(ObjectId.ROOT, key, type));
    }

    @Override
    public void connect(String peer, boolean keep) {
        states.put(peer, keep && states.containsKey(peer) ? parsed(states.get(peer).toByteArray()) : new SyncState());
    }

    private static SyncState parsed(byte[] bytes) {
        try {
            return SyncState.parse(bytes);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Optional<byte[]> generate(String peer) {
        return states.get(peer).generate(doc).map(SyncMessage::toByteArray);
    }

    @Override
    public void receive(String peer, byte[] message) {
        try {
            doc = states.get(peer).receive(doc, SyncMessage.parse(message));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<String> heads() {
        return Trees.heads(doc);
    }

    @Override
    public boolean isSame(Doc ours) {
        return Trees.of(doc).equals(Trees.of(ours));
    }

    @Override
    public void close() {
        // nothing is held
    }
}
