// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Subscription;

/** A document that is stored nowhere, and of which nothing is taken back. One thread changes it. */
final class PaperDocument implements DocHandle {

    private final DocumentUrl url;
    private final ActorId actor = ActorId.random();
    private final List<Consumer<Update>> listeners = new CopyOnWriteArrayList<>();
    private volatile Doc current = Doc.empty();

    PaperDocument(DocumentUrl url) {
        this.url = url;
    }

    @Override
    public DocumentId id() {
        return url.id();
    }

    @Override
    public DocumentUrl url(String contentType) {
        return url.withContentType(contentType);
    }

    @Override
    public Doc current() {
        return current;
    }

    @Override
    public Doc durable() {
        return current;
    }

    @Override
    public Doc change(String message, Consumer<Edit> edit) {
        Doc before = current;
        Edit writing = before.edit(actor);
        edit.accept(writing);
        Optional<Commit> commit = writing.commit(message, Instant.EPOCH);
        if (commit.isEmpty()) return before;
        current = commit.get().document();
        Update update = new Update(this, before, current, before.diff(current), Origin.LOCAL);
        listeners.forEach(listener -> listener.accept(update));
        return current;
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
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
