// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.internal.ThreadScheduler;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;
import org.pushpin.testkit.MemoryDisk;

/** Commits on real threads. */
class GroupCommitTest {

    private final MemoryDisk disk = new MemoryDisk();
    private final List<String> acts = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<Thread> closing = new CompletableFuture<>();

    /** A storage in which a commit is under way until the thread that closes waits for it, or has closed it. */
    private Storage open() {
        acts.add("open");
        Storage storage = disk.open();
        return (Storage) Proxy.newProxyInstance(Storage.class.getClassLoader(), new Class<?>[] {Storage.class},
                (proxy, method, arguments) -> act(storage, method, arguments));
    }

    private Object act(Storage storage, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("commit")) {
            begun.countDown();
            Thread closer = closing.get();
            while (closer.getState() != Thread.State.BLOCKED && closer.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
        }
        try {
            Object result = method.invoke(storage, arguments);
            acts.add(method.getName());
            return result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Test
    @Timeout(60)
    void aCommitUnderWayEndsBeforeTheStorageIsClosed() throws Exception {
        try (var scheduler = new ThreadScheduler()) {
            var commits = new GroupCommit(scheduler, this::open, List::of);
            CompletableFuture<Optional<StorageException>> done = new CompletableFuture<>();
            commits.submit(List.of(new Write.Setting("name", Bytes.of((byte) 1))), "lane", done::complete);
            begun.await();
            var closer = new Thread(commits::close);
            closer.start();
            closing.complete(closer);

            assertEquals(Optional.empty(), done.get());
            closer.join();
            assertEquals(List.of("open", "commit", "close"), acts);
        }
    }
}
