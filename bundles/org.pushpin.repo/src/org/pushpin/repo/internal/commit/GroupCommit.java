// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.pushpin.repo.Scheduler;
import org.pushpin.storage.NoSpaceException;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/**
 * Commits what all documents have queued, in one {@link Storage#commit} at a time. While one is under way the next gathers, so
 * the number of fsyncs does not grow with the number of documents.
 *
 * <p>After a failed commit nobody knows what is on the disk: the storage is opened again, everybody in it is told, and the next
 * commit writes the new incarnation first. Where the disk was full it is known: nothing of the commit, and the next one may find
 * room. Nothing is tried again by itself. Any thread may call.
 */
public final class GroupCommit implements AutoCloseable {

    /** The lane on which commits happen, one after the other. */
    public static final String LANE = "io/commit";

    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());

    private final Scheduler scheduler;
    private final StorageSource source;
    private final Supplier<List<Write>> failed;
    private final Object lock = new Object();

    /** Held while a commit is made; taken before the other. */
    private final Object committing = new Object();
    private List<Submission> queue = new ArrayList<>();
    private boolean scheduled;
    private boolean closed;
    private List<Write> first = List.of();
    private volatile Storage storage;

    /** Opens the storage of a profile: the first time, and after a failure. */
    @FunctionalInterface
    public interface StorageSource {
        Storage open() throws StorageException;
    }

    private record Submission(List<Write> writes, boolean alone, String lane, Consumer<Optional<StorageException>> done) {}

    /**
     * @param failed is asked on the commit lane after a failed commit, before anybody else hears of it, for what is to be written
     *     before anything else from then on
     */
    public GroupCommit(Scheduler scheduler, StorageSource source, Supplier<List<Write>> failed) throws StorageException {
        this.scheduler = scheduler;
        this.source = source;
        this.failed = failed;
        this.storage = source.open();
    }

    /** What is open now, for reading. @throws StorageException while a failed storage could not be opened again */
    public Storage storage() throws StorageException {
        Storage open = storage;
        if (open == null) {
            throw new StorageException("The profile's storage could not be opened again after a failed write.");
        }
        return open;
    }

    /**
     * Queues writes that belong together.
     *
     * @param lane where {@code done} is called: empty when all is durable, else why nothing of it may be believed to be
     */
    public void submit(List<Write> writes, String lane, Consumer<Optional<StorageException>> done) {
        submit(new Submission(List.copyOf(writes), false, lane, done));
    }

    /**
     * Queues writes that can wait, and with which no change of a person's shall share its fate: they are committed by themselves, when
     * nothing else is queued.
     *
     * @param lane as above
     */
    public void submitAlone(List<Write> writes, String lane, Consumer<Optional<StorageException>> done) {
        submit(new Submission(List.copyOf(writes), true, lane, done));
    }

    private void submit(Submission submission) {
        synchronized (lock) {
            if (!closed) {
                queue.add(submission);
                if (!scheduled) {
                    scheduled = true;
                    scheduler.execute(LANE, this::commitQueued);
                }
                return;
            }
        }
        StorageException closing = new StorageException("The profile is closed.");
        scheduler.execute(submission.lane(), () -> submission.done().accept(Optional.of(closing)));
    }

    /** All that is to be committed together; of what is to be committed alone, one, and none once this is closed. */
    private List<Submission> take() {
        synchronized (lock) {
            Map<Boolean, List<Submission>> parted = queue.stream().collect(Collectors.partitioningBy(Submission::alone));
            List<Submission> left = closed ? List.of() : parted.get(true);
            List<Submission> taken = parted.get(false);
            if (taken.isEmpty() && !left.isEmpty()) {
                taken = List.of(left.get(0));
                left = left.subList(1, left.size());
            }
            queue = new ArrayList<>(left);
            scheduled = !queue.isEmpty();
            if (scheduled) {
                scheduler.execute(LANE, this::commitQueued);
            }
            return taken;
        }
    }

    private void commitQueued() {
        synchronized (committing) {
            List<Submission> group = take();
            if (group.isEmpty()) {
                return;
            }
            Optional<StorageException> result = commit(group);
            for (Submission each : group) {
                scheduler.execute(each.lane(), () -> each.done().accept(result));
            }
        }
    }

    private Optional<StorageException> commit(List<Submission> group) {
        List<Write> all = new ArrayList<>(first);
        group.forEach(each -> all.addAll(each.writes()));
        try {
            if (storage == null) {
                storage = source.open();
            }
            storage.commit(all);
            first = List.of();
            return Optional.empty();
        } catch (RuntimeException e) {
            // the storage is a plug-in: whatever it throws, those who wait must be told
            LOG.log(System.Logger.Level.ERROR, "the storage failed", e);
            return failed(new StorageException("The storage failed: " + e.getMessage(), e));
        } catch (NoSpaceException e) {
            LOG.log(System.Logger.Level.WARNING, "a commit of {0} writes found no room: {1}", all.size(), e.getMessage());
            return Optional.of(e); // nothing was written, so nothing is uncertain
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.ERROR, "a commit of {0} writes failed: {1}", all.size(), e.getMessage());
            return failed(e);
        }
    }

    private Optional<StorageException> failed(StorageException why) {
        reopen();
        first = List.copyOf(failed.get());
        return Optional.of(why);
    }

    private void reopen() {
        closeQuietly(storage);
        storage = null;
        try {
            storage = source.open();
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.ERROR, "the storage could not be opened again: {0}", e.getMessage());
        }
    }

    private static void closeQuietly(Storage storage) {
        if (storage != null) {
            try {
                storage.close();
            } catch (StorageException e) {
                LOG.log(System.Logger.Level.WARNING, "closing the storage: {0}", e.getMessage());
            }
        }
    }

    /**
     * Commits what is queued, on the calling thread, and closes the storage. A commit that is under way ends first: were the storage
     * closed below it, it would fail, and a failed commit opens the storage again.
     */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        synchronized (committing) {
            commitQueued();
            closeQuietly(storage);
            storage = null;
        }
    }
}
