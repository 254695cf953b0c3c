// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

import org.pushpin.crypto.DocumentId;

/**
 * The histories of what is opened. Stages that show the same document, side by side, share one: what was done in either can
 * be undone in both, newest first. A history ends with the last of them. Ui thread.
 */
public final class Histories {

    private final Map<DocumentId, WeakReference<Undo>> known = new HashMap<>();

    Undo of(DocumentId document) {
        known.values().removeIf(history -> history.refersTo(null));
        WeakReference<Undo> before = known.get(document);
        Undo history = before == null ? null : before.get();
        if (history == null) history = new Undo();
        known.put(document, new WeakReference<>(history));
        return history;
    }
}
