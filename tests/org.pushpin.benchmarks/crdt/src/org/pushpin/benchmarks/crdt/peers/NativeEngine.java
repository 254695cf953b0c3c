// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt.peers;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.automerge.AmValue;
import org.automerge.ChangeHash;
import org.automerge.Document;
import org.automerge.ObjectId;
import org.automerge.ObjectType;
import org.automerge.Patch;
import org.automerge.PatchAction;
import org.automerge.PatchLog;
import org.automerge.Transaction;
import org.pushpin.benchmarks.crdt.Engine;
import org.pushpin.benchmarks.crdt.TextEdit;

/** org.automerge:automerge, the Rust engine behind JNI. */
public final class NativeEngine implements Engine<NativeEngine.Replica> {
    private static final String KEY = "text";

    /** @param text the text under {@code "text"}; null if there is none */
    public record Replica(Document document, ObjectId text) {
    }

    @Override
    public String name() {
        return "automerge-java";
    }

    private static byte[] actor(int writer) {
        byte[] id = new byte[16];
        id[0] = (byte) (writer + 1);
        return id;
    }

    private static Replica replica(Document document) {
        return new Replica(document, document.get(ObjectId.ROOT, KEY).map(v -> v instanceof AmValue.Text t ? t.getId() : null).orElse(null));
    }

    @Override
    public Replica create() {
        Document document = new Document(actor(0));
        try (Transaction transaction = document.startTransaction()) {
            ObjectId text = transaction.set(ObjectId.ROOT, KEY, ObjectType.TEXT);
            transaction.commit();
            return new Replica(document, text);
        }
    }

    @Override
    public Replica blank() {
        return new Replica(new Document(actor(0)), null);
    }

    @Override
    public Replica copy(Replica replica, int writer) {
        return replica(replica.document.fork(actor(writer)));
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    public boolean hashesLater() {
        return false;
    }

    @Override
    public Replica editInOne(Replica replica, List<TextEdit> edits) {
        try (Transaction transaction = replica.document.startTransaction()) {
            for (TextEdit e : edits) {
                transaction.spliceText(replica.text, e.at(), e.deleted(), e.inserted());
            }
            transaction.commit();
        }
        return replica;
    }

    @Override
    public Replica editOneByOne(Replica replica, List<TextEdit> edits, Consumer<byte[]> changes) {
        for (TextEdit e : edits) {
            ChangeHash[] before = changes == null ? null : replica.document.getHeads();
            editInOne(replica, List.of(e));
            if (changes != null) {
                changes.accept(replica.document.encodeChangesSince(before));
            }
        }
        return replica;
    }

    @Override
    public void forceHashes(Replica replica) {
        replica.document.getHeads();
    }

    @Override
    public byte[] save(Replica replica) {
        return replica.document.save();
    }

    @Override
    public Replica load(byte[] bytes) {
        return replica(Document.load(bytes));
    }

    @Override
    public boolean canDefer() {
        return false;
    }

    @Override
    public Replica loadDeferred(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String text(Replica replica) {
        return replica.document.text(replica.text).orElseThrow();
    }

    @Override
    public Map<String, String> texts(Replica replica) {
        Map<String, String> texts = new TreeMap<>();
        for (String key : replica.document.keys(ObjectId.ROOT).orElseThrow()) {
            if (replica.document.get(ObjectId.ROOT, key).orElseThrow() instanceof AmValue.Text t) {
                texts.put(key, replica.document.text(t.getId()).orElseThrow());
            }
        }
        return texts;
    }

    @Override
    public List<String> heads(Replica replica) {
        return Arrays.stream(replica.document.getHeads()).map(h -> HexFormat.of().formatHex(h.getBytes())).sorted().toList();
    }

    @Override
    public byte[] history(Replica replica) {
        return replica.document.encodeChangesSince(new ChangeHash[0]);
    }

    @Override
    public Replica receive(Replica replica, byte[] changes) {
        replica.document.applyEncodedChanges(changes);
        return replica.text == null ? replica(replica.document) : replica;
    }

    @Override
    public Replica receive(Replica replica, byte[] change, Consumer<Object> patches) {
        PatchLog log = new PatchLog();
        replica.document.applyEncodedChanges(change, log);
        replica.document.makePatches(log).forEach(patches);
        log.free();
        return replica;
    }

    @Override
    public TextEdit edit(Object patch) {
        PatchAction action = ((Patch) patch).getAction();
        if (action instanceof PatchAction.SpliceText splice) {
            return new TextEdit((int) splice.getIndex(), 0, splice.getText());
        }
        PatchAction.DeleteList delete = (PatchAction.DeleteList) action;
        return new TextEdit((int) delete.getIndex(), (int) delete.getLength(), "");
    }

    @Override
    public Replica merge(Replica replica, Replica other) {
        replica.document.merge(other.document);
        return replica;
    }

    @Override
    public void free(Replica replica) {
        replica.document.free();
    }
}
