// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.pushpin.repo.Notice;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.commit.GroupCommit;
import org.pushpin.repo.internal.document.Listeners;
import org.pushpin.storage.StorageException;

/** What the person should know; listeners are called on a lane of their own. Any thread. */
final class Notices {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());
    private static final String LANE = "notices";

    private final Scheduler scheduler;
    private final GroupCommit commits;
    private final Listeners<Notice> listeners = new Listeners<>();
    private final Set<String> damageTold = ConcurrentHashMap.newKeySet();

    Notices(Scheduler scheduler, GroupCommit commits) {
        this.scheduler = scheduler;
        this.commits = commits;
    }

    Subscription add(Consumer<Notice> listener) {
        return listeners.add(listener);
    }

    /** The log is for what nobody else would say. */
    void tell(Notice notice) {
        LOG.log(listeners.isEmpty() ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG, "{0}: {1}", notice.kind(), notice.text());
        scheduler.execute(LANE, () -> listeners.tell(notice));
    }

    /** What the storage has set aside, each thing once. */
    void tellDamage() {
        try {
            commits.storage().damage().stream().filter(damageTold::add)
                    .forEach(text -> tell(new Notice(Notice.Kind.DAMAGE, Optional.empty(), text, Optional.empty())));
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage());
        }
    }
}
