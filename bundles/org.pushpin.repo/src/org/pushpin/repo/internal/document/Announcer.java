// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Patch;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.DocHandle.Origin;
import org.pushpin.repo.DocHandle.Update;
import org.pushpin.repo.Notice;
import org.pushpin.repo.Subscription;

/** Tells listeners what happens to a document, without a gap: each update begins where the one before ended. */
final class Announcer {

    private final DocHandle document;
    private final Consumer<Notice> notices;
    private final Listeners<Update> listeners = new Listeners<>();
    private Doc announced;

    Announcer(DocHandle document, Doc first, Consumer<Notice> notices) {
        this.document = document;
        this.announced = first;
        this.notices = notices;
    }

    Subscription subscribe(Consumer<Update> listener) {
        return listeners.add(listener);
    }

    boolean hasListeners() {
        return !listeners.isEmpty();
    }

    /** On the document's lane. */
    void announce(Doc after, Origin origin) {
        Doc before = announced;
        if (before == after && origin != Origin.SAVED) {
            return;
        }
        announced = after;
        if (hasListeners()) {
            List<Patch> patches = before == after ? List.of() : before.diff(after);
            listeners.tell(new Update(document, before, after, patches, origin));
        }
    }

    /** Any thread. */
    void notice(Notice.Kind kind, String text, Optional<String> draft) {
        notices.accept(new Notice(kind, Optional.of(document.id()), text, draft));
    }
}
