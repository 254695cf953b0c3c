// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;

/** A sound document or change whose columns are changed one by one ({@link Recipe}); the first byte says which. */
public final class DocumentFuzz {
    private static final List<byte[]> BASES = bases();

    private DocumentFuzz() {
    }

    static int baseCount() {
        return BASES.size();
    }

    private static List<byte[]> bases() {
        List<byte[]> bases = new ArrayList<>();
        for (Doc doc : Samples.all()) {
            bases.add(doc.save());
        }
        Doc concurrent = Samples.all().get(1);
        concurrent.changes().stream().map(Change::toByteArray).forEach(bases::add);
        bases.add(Samples.all().get(2).changes().getFirst().toByteArray());
        return List.copyOf(bases);
    }

    static byte[] file(byte[] data) {
        Input in = new Input(data);
        Parts parts = Parts.of(BASES.get(in.next() % BASES.size()));
        Recipe.cook(parts, in);
        return parts.chunk();
    }

    public static void fuzzerTestOneInput(byte[] data) {
        byte[] file = file(data);
        if (Parts.of(file).type == Framing.CHANGE) {
            ChangeFuzz.fuzzerTestOneInput(file);
        } else {
            Budget.INTAKE.run("loading", () -> Doc.load(file)).ifPresent(Oracle::check);
        }
    }
}
