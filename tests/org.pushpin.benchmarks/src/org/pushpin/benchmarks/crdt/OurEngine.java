// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Patch;

/** The engine of this project. */
public final class OurEngine implements Engine<OurEngine.Replica> {
    private static final String KEY = "text";

    /** @param text the text under {@code "text"}; null if there is none */
    public record Replica(Doc doc, ActorId actor, ObjectId text) {
    }

    @Override
    public String name() {
        return "ours";
    }

    static ActorId actor(int writer) {
        byte[] id = new byte[16];
        id[0] = (byte) (writer + 1);
        return ActorId.of(id);
    }

    private static Replica replica(Doc doc, ActorId actor) {
        return new Replica(doc, actor, doc.get(ObjectId.ROOT, KEY).map(v -> v instanceof ObjectValue o ? o.id() : null).orElse(null));
    }

    @Override
    public Replica create() {
        Edit edit = Doc.empty().edit(actor(0));
        edit.putObject(ObjectId.ROOT, KEY, ObjectType.TEXT);
        return replica(edit.commit(null, Instant.EPOCH).orElseThrow().document(), actor(0));
    }

    @Override
    public Replica blank() {
        return new Replica(Doc.empty(), actor(0), null);
    }

    @Override
    public Replica copy(Replica replica, int writer) {
        return new Replica(replica.doc, actor(writer), replica.text);
    }

    @Override
    public boolean isImmutable() {
        return true;
    }

    @Override
    public boolean hashesLater() {
        return true;
    }

    @Override
    public Replica editInOne(Replica replica, List<TextEdit> edits) {
        Edit edit = replica.doc.edit(replica.actor);
        for (TextEdit e : edits) {
            edit.splice(replica.text, e.at(), e.deleted(), e.inserted());
        }
        return new Replica(edit.commit(null, Instant.EPOCH).orElseThrow().document(), replica.actor, replica.text);
    }

    @Override
    public Replica editOneByOne(Replica replica, List<TextEdit> edits, Consumer<byte[]> changes) {
        Typist typist = new Typist(replica.doc, replica.actor);
        for (TextEdit e : edits) {
            typist.edit().splice(replica.text, e.at(), e.deleted(), e.inserted());
            if (changes == null) {
                typist.seal();
            } else {
                changes.accept(typist.sealAndTell().toByteArray());
            }
        }
        return new Replica(typist.document(), replica.actor, replica.text);
    }

    @Override
    public void forceHashes(Replica replica) {
        replica.doc.heads();
    }

    @Override
    public byte[] save(Replica replica) {
        return replica.doc.save();
    }

    @Override
    public Replica load(byte[] bytes) {
        try {
            return replica(Doc.load(bytes), actor(0));
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean canDefer() {
        return true;
    }

    @Override
    public Replica loadDeferred(byte[] bytes) {
        try {
            return replica(Doc.loadDeferred(bytes), actor(0));
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String text(Replica replica) {
        return replica.doc.text(replica.text);
    }

    @Override
    public Map<String, String> texts(Replica replica) {
        Map<String, String> texts = new TreeMap<>();
        for (String key : replica.doc.keys(ObjectId.ROOT)) {
            if (replica.doc.get(ObjectId.ROOT, key).orElseThrow() instanceof ObjectValue o && o.type() == ObjectType.TEXT) {
                texts.put(key, replica.doc.text(o.id()));
            }
        }
        return texts;
    }

    @Override
    public List<String> heads(Replica replica) {
        return replica.doc.heads().stream().map(ChangeHash::toString).sorted().toList();
    }

    @Override
    public byte[] history(Replica replica) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        replica.doc.changes().forEach(change -> out.writeBytes(change.toByteArray()));
        return out.toByteArray();
    }

    @Override
    public Replica receive(Replica replica, byte[] changes) {
        try {
            Doc after = replica.doc.apply(Change.parse(changes));
            return replica.text == null ? replica(after, replica.actor) : new Replica(after, replica.actor, replica.text);
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Replica receive(Replica replica, byte[] change, Consumer<Object> patches) {
        Replica after = receive(replica, change);
        replica.doc.diff(after.doc).forEach(patches);
        return after;
    }

    @Override
    public TextEdit edit(Object patch) {
        Patch.SpliceText splice = (Patch.SpliceText) patch;
        return new TextEdit(splice.index(), splice.delete(), splice.text());
    }

    @Override
    public Replica merge(Replica replica, Replica other) {
        return new Replica(replica.doc.merge(other.doc), replica.actor, replica.text);
    }

    @Override
    public void free(Replica replica) {
        // nothing that the collector does not see
    }
}
