// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.pushpin.repo.DocHandle;
import org.pushpin.testkit.MemoryDisk;

class ThreadSchedulerTest {

    @Test
    void aLaneIsSerialAndInOrder() {
        Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
        AtomicInteger inside = new AtomicInteger();
        try (ThreadScheduler scheduler = new ThreadScheduler()) {
            for (int i = 0; i < 2000; i++) {
                int number = i;
                scheduler.execute("doc/a", () -> {
                    assertEquals(1, inside.incrementAndGet());
                    seen.computeIfAbsent(Thread.currentThread().getName().replaceAll("[0-9]", ""),
                            name -> Collections.synchronizedList(new ArrayList<>())).add(number);
                    inside.decrementAndGet();
                });
            }
        }
        assertEquals(List.of("doc-worker-"), List.copyOf(seen.keySet()));
        assertEquals(java.util.stream.IntStream.range(0, 2000).boxed().toList(), seen.get("doc-worker-"));
    }

    @Test
    void aTaskThatThrowsDoesNotStopItsLane() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        try (ThreadScheduler scheduler = new ThreadScheduler()) {
            scheduler.execute("io/x", () -> {
                throw new IllegalStateException("on purpose");
            });
            scheduler.after(Duration.ofMillis(1), "io/x", ran::countDown);
            assertTrue(ran.await(10, TimeUnit.SECONDS));
        }
    }

    /** Four threads type into one document of a real repo; nothing is lost, and all of it is durable after closing. */
    @Test
    void manyThreadsChangeOneDocument() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        Rig.MemorySessions sessions = new Rig.MemorySessions();
        DocHandle handle;
        try (ThreadScheduler scheduler = new ThreadScheduler();
                OpenRepo repo = OpenRepo.open(new RepoParts(Path.of("x"), disk, scheduler, List.of(), new Random(1), sessions))) {
            handle = repo.create(null, edit -> edit.splice(
                    edit.putObject(org.pushpin.crdt.ObjectId.ROOT, "text", org.pushpin.crdt.ObjectType.TEXT), 0, 0, ""));
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                String letter = String.valueOf((char) ('a' + t));
                Thread thread = new Thread(() -> {
                    for (int i = 0; i < 100; i++) {
                        Rig.type(handle, 0, 0, letter);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(400, Rig.textOf(handle.current()).length());
        }
        assertTrue(handle.saved());
        try (ThreadScheduler scheduler = new ThreadScheduler();
                OpenRepo repo = OpenRepo.open(new RepoParts(Path.of("x"), disk, scheduler, List.of(), new Random(2), sessions))) {
            assertEquals(400, Rig.textOf(repo.local(handle.id()).orElseThrow().current()).length());
            assertEquals(1, repo.replica().clock(handle.id()).size());
        }
    }
}
