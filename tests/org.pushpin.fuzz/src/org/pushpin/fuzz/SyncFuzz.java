// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.sync.SyncMessage;
import org.pushpin.crdt.sync.SyncState;

/**
 * A message of a stranger to somebody who has a document and said so, with the checksums of the
 * changes in it made right; and a state that was kept.
 */
public final class SyncFuzz {
    private static final List<Doc> DOCUMENTS = Samples.few();

    private SyncFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Budget.INTAKE.run("parsing a state", () -> SyncState.parse(data)).ifPresent(SyncFuzz::useState);
        Budget.INTAKE.run("parsing", () -> SyncMessage.parse(repaired(data))).ifPresent(SyncFuzz::use);
    }

    private static void useState(SyncState state) {
        require(SyncState.class, () -> SyncState.parse(state.toByteArray()));
        DOCUMENTS.forEach(doc -> Budget.INTAKE.run("the next message", () -> state.generate(doc)));
    }

    private static void use(SyncMessage message) {
        byte[] written = message.toByteArray();
        SyncMessage again = require(SyncMessage.class, () -> SyncMessage.parse(written));
        if (!again.toString().equals(message.toString())) {
            throw new Finding("a message that says something else when it was written and read");
        }
        for (Doc doc : DOCUMENTS) {
            SyncState state = new SyncState();
            state.generate(doc);
            answer(state, doc, message);
        }
    }

    private static void answer(SyncState state, Doc doc, SyncMessage message) {
        Optional<Doc> after = Budget.INTAKE.run("receiving", () -> state.receive(doc, message));
        Doc now = after.orElse(doc);
        if (!now.heads().equals(doc.heads())) {
            Oracle.check(now);
        }
        Budget.INTAKE.run("the answer", () -> state.generate(now))
                .ifPresent(answer -> answer.ifPresent(a -> require(SyncMessage.class, () -> SyncMessage.parse(a.toByteArray()))));
    }

    private static <T> T require(Class<T> what, Budget.Step<T> step) {
        try {
            return step.run();
        } catch (MalformedException e) {
            throw new Finding("our own " + what.getSimpleName() + " is refused", e);
        }
    }

    /** The message with chunks of changes that have the right checksums. */
    static byte[] repaired(byte[] message) {
        Input in = new Input(message);
        in.next();
        skipHashes(in);
        skipHashes(in);
        for (int n = in.count(); n > 0; n--) {
            skipHashes(in);
            in.next(in.count());
        }
        int chunks = in.position();
        byte[] head = in.from(0);
        int count = in.count();
        if (in.position() == chunks) {
            return message;
        }
        List<byte[]> parts = new ArrayList<>(List.of(head, Leb.unsigned(count)));
        for (int n = count; n > 0; n--) {
            byte[] file = Framing.repaired(in.next(in.count()));
            parts.add(Leb.unsigned(file.length));
            parts.add(file);
        }
        parts.add(in.next(in.remaining()));
        return Framing.joined(parts);
    }

    private static void skipHashes(Input in) {
        in.next((int) Math.min(in.count() * 32L, in.remaining()));
    }
}
