// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.sync.SyncMessage;
import org.pushpin.crdt.sync.SyncState;

/** The inputs that a corpus begins with. */
final class Seeds {
    private Seeds() {
    }

    static List<byte[]> of(Target target) {
        return switch (target) {
            case CHUNK -> files();
            case CHANGE -> changes();
            case DOCUMENT -> recipes();
            case SYNC -> messages();
        };
    }

    private static List<byte[]> files() {
        List<byte[]> files = new ArrayList<>();
        for (Doc doc : Samples.all()) {
            files.add(doc.save());
            files.add(joined(doc.changes()));
        }
        return files;
    }

    private static List<byte[]> changes() {
        List<byte[]> changes = new ArrayList<>();
        for (Doc doc : Samples.all()) {
            doc.changes().stream().map(Change::toByteArray).forEach(changes::add);
            changes.add(joined(doc.changes()));
        }
        return changes;
    }

    /** What two peers say to each other, of each two documents. */
    private static List<byte[]> messages() {
        List<byte[]> messages = new ArrayList<>();
        for (Doc ours : Samples.all()) {
            for (Doc theirs : Samples.all()) {
                talk(new Side(ours), new Side(theirs), messages);
            }
        }
        return messages;
    }

    private static final class Side {
        final SyncState state = new SyncState();
        Doc doc;

        Side(Doc doc) {
            this.doc = doc;
        }
    }

    private static void talk(Side speaker, Side listener, List<byte[]> messages) {
        Optional<SyncMessage> message = speaker.state.generate(speaker.doc);
        if (message.isEmpty()) {
            return;
        }
        messages.add(message.get().toByteArray());
        try {
            listener.doc = listener.state.receive(listener.doc, message.get());
        } catch (MalformedException e) {
            throw new AssertionError("a sound message", e);
        }
        messages.add(listener.state.toByteArray());
        talk(listener, speaker, messages);
    }

    private static byte[] joined(List<Change> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        changes.forEach(change -> out.writeBytes(change.toByteArray()));
        return out.toByteArray();
    }

    /** Every base as it is, and every kind of step on each. */
    private static List<byte[]> recipes() {
        List<byte[]> recipes = new ArrayList<>();
        for (int base = 0; base < DocumentFuzz.baseCount(); base++) {
            recipes.add(new byte[] {(byte) base});
            for (int kind = base % 2; kind < 16; kind += 2) {
                recipes.add(new byte[] {(byte) base, (byte) kind, (byte) (kind + base), 3, 26, 4, 5, 6});
            }
        }
        return recipes;
    }
}
