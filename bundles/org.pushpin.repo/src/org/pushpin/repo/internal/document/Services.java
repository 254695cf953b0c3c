// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.function.Consumer;

import org.pushpin.repo.Notice;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.internal.commit.GroupCommit;
import org.pushpin.repo.internal.profile.Device;

/** What documents need of their profile. */
public record Services(Scheduler scheduler, GroupCommit commits, Device device, Consumer<Notice> notices, Observer observer) {

    /** Who follows what documents do; called on the document's lane, but where another thread is named. */
    public interface Observer {

        /** Something more is durable. */
        void stored(OpenDocument document);

        /** Somebody follows or changes it: it must stay open. Any thread. */
        void used(OpenDocument document);

        /** A document that was made could not be stored: it is gone. */
        void lost(OpenDocument document);
    }
}
