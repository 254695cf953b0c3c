// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
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

    private static Parts parts(byte[] data) {
        Input in = new Input(data);
        Parts parts = Parts.of(BASES.get(in.next() % BASES.size()));
        Recipe.cook(parts, in);
        return parts;
    }

    static byte[] file(byte[] data) {
        return parts(data).chunk();
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Parts parts = parts(data);
        byte[] file = parts.chunk();
        if (parts.type == Framing.CHANGE) {
            ChangeFuzz.fuzzerTestOneInput(file);
        } else {
            Budget.INTAKE.run("loading", () -> Doc.load(file)).ifPresent(Oracle::check);
            Budget.INTAKE.run("loading without verification", () -> Doc.loadDeferred(file)).ifPresent(doc -> use(doc, parts));
        }
    }

    /** Then everything in a document holds but perhaps its heads: so it is loaded once more with the heads that it should have. */
    private static void use(Doc doc, Parts parts) {
        Budget.USE.run("reading", () -> Oracle.read(doc));
        Budget.USE.run("verifying", () -> {
            doc.verify();
            return doc;
        });
        List<Change> changes = Budget.USE.run("its changes", doc::changes).orElseThrow();
        Budget.USE.run("applying its changes", () -> Doc.empty().apply(changes)).ifPresent(applied -> {
            parts.heads(applied.heads().stream().map(ChangeHash::toByteArray).toList());
            byte[] file = parts.chunk();
            Budget.INTAKE.run("loading with heads that fit", () -> Doc.load(file)).ifPresent(Oracle::check);
        });
    }
}
