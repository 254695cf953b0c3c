// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.lang.ref.WeakReference;
import java.util.Optional;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.repo.internal.document.OpenDocument;

/**
 * What is known of a document without opening it, and the open document while somebody holds it. Its monitor guards opening.
 */
final class Slot {

    final DocumentId id;
    volatile DocumentSecret secret;
    /** The Genesis while it is on its way to the disk; what is on the disk is not kept in memory. */
    volatile Optional<Bytes> unsavedGenesis = Optional.empty();
    volatile Optional<Fingerprint> fingerprint = Optional.empty();
    private volatile boolean whole;
    private volatile boolean here;
    private WeakReference<OpenDocument> open;

    Slot(DocumentId id, DocumentSecret secret) {
        this.id = id;
        this.secret = secret;
    }

    /** Whether all of it is here that the peer had that brought it. */
    boolean isWhole() {
        return whole && isHere();
    }

    void whole() {
        whole = true;
    }

    /** Whether anything of it is here: its Genesis. */
    boolean isHere() {
        return here;
    }

    void here(boolean is) {
        here = is;
    }

    synchronized Optional<OpenDocument> open() {
        return open == null ? Optional.empty() : Optional.ofNullable(open.get());
    }

    synchronized void open(OpenDocument document) {
        open = new WeakReference<>(document);
    }
}
