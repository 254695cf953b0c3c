// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;

/** A document in which one key was put, and one counter incremented, a given number of times: a card that was dragged about. */
public final class MovedCard {
    public static final String PLACE = "x";
    public static final String COUNTER = "moves";
    private static final int PER_TRANSACTION = 100;

    private final Typist typist;
    private byte[] late;

    private MovedCard(Doc base) {
        typist = new Typist(base, OurEngine.actor(0));
    }

    public static MovedCard of(int times) {
        Edit edit = Doc.empty().edit(OurEngine.actor(0)).put(ObjectId.ROOT, COUNTER, new Scalar.Counter(0));
        MovedCard card = new MovedCard(edit.commit(null, Instant.EPOCH).orElseThrow().document());
        for (int i = 1; i <= times; i++) {
            card.typist.edit().put(ObjectId.ROOT, PLACE, i * 0.5).increment(ObjectId.ROOT, COUNTER, 1);
            if (i % PER_TRANSACTION == 0) {
                card.typist.seal();
            }
            if (i == times / 2) {
                card.late = card.put(88);
            }
        }
        card.document().heads();
        return card;
    }

    private byte[] put(int writer) {
        Typist other = new Typist(document(), OurEngine.actor(writer));
        other.edit().put(ObjectId.ROOT, PLACE, -1.0);
        return other.sealAndTell().toByteArray();
    }

    public Doc document() {
        return typist.document();
    }

    /** A put by one who saw half of the others, encoded. */
    public byte[] late() {
        return late;
    }

    /** Changes of another writer that build one on the other, encoded. @param action one edit, given its number */
    public List<byte[]> remote(int count, ObjIntConsumer<Edit> action) {
        Typist other = new Typist(document(), OurEngine.actor(77));
        List<byte[]> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            action.accept(other.edit(), i);
            changes.add(other.sealAndTell().toByteArray());
        }
        return changes;
    }
}
