// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.automerge.AmValue;
import org.automerge.Document;
import org.automerge.NewValue;
import org.automerge.ObjectId;
import org.automerge.ObjectType;
import org.automerge.SyncState;
import org.automerge.Transaction;
import org.pushpin.conformance.Trees;
import org.pushpin.crdt.Doc;

/** Automerge's native engine (Rust 0.5.7), which speaks both versions but knows neither read-only peers nor resets. */
public final class NativePeer implements SyncPeer {
    private final Document document;
    private final Map<String, SyncState> states = new HashMap<>();

    public NativePeer(byte[] actor) {
        document = new Document(actor);
    }

    @Override
    public void edit(int number) {
        Random random = new Random(number);
        Optional<AmValue> text = document.get(ObjectId.ROOT, "text");
        Transaction transaction = document.startTransaction();
        String key = "k" + random.nextInt(5);
        switch (random.nextInt(3)) {
            case 0 -> transaction.set(ObjectId.ROOT, key, number);
            case 1 -> transaction.set(ObjectId.ROOT, key, NewValue.str("long ".repeat(random.nextInt(90))));
            default -> {
                boolean there = text.isPresent() && text.get() instanceof AmValue.Text;
                ObjectId id = there ? ((AmValue.Text) text.get()).getId() : transaction.set(ObjectId.ROOT, "text", ObjectType.TEXT);
                long length = there ? document.length(id) : 0;
                transaction.spliceText(id, random.nextInt((int) length + 1), 0, "w" + number);
            }
        }
        transaction.commit();
    }

    @Override
    public void connect(String peer, boolean keep) {
        SyncState before = states.get(peer);
        states.put(peer, keep && before != null ? SyncState.decode(before.encode()) : new SyncState());
        if (before != null) {
            before.free();
        }
    }

    @Override
    public Optional<byte[]> generate(String peer) {
        return document.generateSyncMessage(states.get(peer));
    }

    @Override
    public void receive(String peer, byte[] message) {
        document.receiveSyncMessage(states.get(peer), message);
    }

    @Override
    public List<String> heads() {
        return Trees.heads(document);
    }

    @Override
    public boolean isSame(Doc ours) {
        return Trees.of(document).equals(Trees.of(ours));
    }

    @Override
    public void close() {
        states.values().forEach(SyncState::free);
        document.free();
    }
}
