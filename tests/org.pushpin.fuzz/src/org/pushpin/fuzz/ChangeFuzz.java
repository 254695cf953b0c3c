// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;

/** Changes of a stranger, with lengths and checksums made right, for documents that are here already. */
public final class ChangeFuzz {
    private static final List<Doc> DOCUMENTS = Samples.few();

    private ChangeFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        byte[] chunks = Framing.repaired(data);
        Optional<List<Change>> changes = Budget.INTAKE.run("parsing", () -> Change.parse(chunks));
        changes.ifPresent(ChangeFuzz::check);
    }

    private static void check(List<Change> changes) {
        for (Change change : changes) {
            Budget.USE.run("packing", change::toByteArray).ifPresent(packed -> requireSame(change, packed));
        }
        for (Doc doc : DOCUMENTS) {
            Optional<Doc> after = Budget.INTAKE.run("applying", () -> doc.apply(changes));
            after.ifPresent(grown -> check(doc, grown));
        }
    }

    private static void check(Doc doc, Doc grown) {
        if (grown.heads().equals(doc.heads())) {
            Oracle.checkSaved(grown);
        } else {
            Budget.USE.run("the difference", () -> doc.diff(grown));
            Oracle.check(grown);
        }
    }

    private static void requireSame(Change change, byte[] packed) {
        try {
            if (!Change.parse(packed).equals(List.of(change))) {
                throw new Finding("a change that is another one after packing");
            }
        } catch (MalformedException e) {
            throw new Finding("a change that does not parse after packing", e);
        }
    }
}
