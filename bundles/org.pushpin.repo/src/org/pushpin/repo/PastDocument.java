// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.util.function.Consumer;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;

/** A document as it was: it can be read, and never changes. Any thread. */
final class PastDocument implements DocHandle {

    private final DocHandle present;
    private final Doc past;

    PastDocument(DocHandle present, Doc past) {
        this.present = present;
        this.past = past;
    }

    @Override
    public DocumentId id() {
        return present.id();
    }

    @Override
    public DocumentUrl url(String contentType) {
        return present.url(contentType);
    }

    @Override
    public Doc current() {
        return past;
    }

    @Override
    public Doc durable() {
        return past;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public Doc change(String message, Consumer<Edit> edit) {
        throw new UnsupportedOperationException("A document as of earlier cannot be changed; restore it.");
    }

    @Override
    public Doc changeSilently(String message, Consumer<Edit> edit) {
        return change(message, edit);
    }

    @Override
    public boolean undo() {
        return false;
    }

    @Override
    public boolean redo() {
        return false;
    }

    @Override
    public boolean canUndo() {
        return false;
    }

    @Override
    public boolean canRedo() {
        return false;
    }

    @Override
    public UndoGroup group() {
        return () -> { };
    }

    @Override
    public Subscription subscribe(Consumer<Update> listener) {
        return () -> { };
    }
}
