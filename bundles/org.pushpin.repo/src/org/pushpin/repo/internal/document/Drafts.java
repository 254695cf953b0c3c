// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.Optional;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Patch;

/** The text that a person typed and that could not be kept. */
final class Drafts {

    private Drafts() {
    }

    /** What was inserted into texts between two snapshots. */
    static Optional<String> of(Doc kept, Doc refused) {
        StringBuilder text = new StringBuilder();
        for (Patch patch : kept.diff(refused)) {
            if (patch instanceof Patch.SpliceText splice && !splice.text().isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(splice.text());
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }
}
