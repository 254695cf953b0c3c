// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crypto.Genesis;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.internal.OpenRepo;

/**
 * How a window's thread fares while somebody else's changes merge into the document that it types into: {@code releng/bench
 * MergePauseBenchmark [--changes 100000] [--times 5] [--out FILE]}. It types a letter every 3 ms, at first alone, for comparison with
 * what the machine itself does to a thread, then while the remote changes come as fast as they are taken: in batches of 256 KiB, and
 * as one snapshot. The typing must stand in one piece at the end.
 */
public final class MergePauseBenchmark {
    private static final String CHILD = "--child";
    private static final int PAGE = 20_000;
    private static final long ALONE_MILLIS = 1_000;

    private final StringBuilder report = new StringBuilder();
    private final Set<Boolean> told = new HashSet<>();
    private int changes = 100_000;
    private int times = 5;
    private Path out;

    private MergePauseBenchmark(List<String> arguments) {
        for (var rest = arguments.iterator(); rest.hasNext();) {
            String option = rest.next();
            switch (option) {
                case "--changes" -> changes = Integer.parseInt(rest.next());
                case "--times" -> times = Integer.parseInt(rest.next());
                case "--out" -> out = Path.of(rest.next());
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
    }

    /** Measures and prints, in a process with the options that the desktop has. */
    public static void main(String[] arguments) throws Exception {
        List<String> list = List.of(arguments);
        if (list.contains(CHILD)) {
            new MergePauseBenchmark(list.subList(1, list.size())).run();
        } else {
            List<String> all = new ArrayList<>(List.of(CHILD));
            all.addAll(list);
            Child.run(MergePauseBenchmark.class, all);
        }
    }

    private void run() throws Exception {
        Path folder = Files.createTempDirectory("pushpin-merge");
        Fares alone = new Fares();
        Fares batches = new Fares();
        Fares snapshots = new Fares();
        try (OpenProfile profile = new OpenProfile(folder.resolve("profile"))) {
            for (int i = 0; i < times; i++) {
                merge(profile.repo(), alone, batches, false);
                merge(profile.repo(), alone, snapshots, true);
            }
        }
        heading();
        rows("alone", alone);
        rows("merging batches", batches);
        rows("merging a snapshot", snapshots);
        System.out.print(report);
        if (out != null) {
            Files.writeString(out, report);
        }
    }

    private void merge(OpenRepo repo, Fares alone, Fares merging, boolean snapshot) throws Exception {
        DocHandle handle = document(repo);
        repo.flush().toCompletableFuture().get();
        RemoteWriter remote = new RemoteWriter(handle.id(), Genesis.decode(repo.replica().genesis(handle.id()).orElseThrow()).hash());
        List<Change> written = remote.write(handle.durable(), changes);
        List<RemoteWriter.Batch> batches = remote.sign(written);
        List<RemoteWriter.Batch> sent = snapshot ? remote.snapshot(written, batches.get(batches.size() - 1)) : batches;
        if (told.add(snapshot)) {
            report.append(String.format(Locale.ROOT, "%,d remote changes in %d %s of at most 256 KiB, %,d bytes; %d times.%n", changes,
                    sent.size(), snapshot ? "parts of a snapshot" : "batches", sent.stream().mapToLong(each -> each.body().length()).sum(), times));
        }
        handle.subscribe(update -> { });
        measure(handle, alone, () -> Thread.sleep(ALONE_MILLIS));
        measure(handle, merging, () -> ingest(repo, handle, sent));
        check(handle, written);
        repo.flush().toCompletableFuture().get();
    }

    private static DocHandle document(OpenRepo repo) {
        Random random = new Random(3);
        StringBuilder page = new StringBuilder();
        random.ints(PAGE, ' ', '~').forEach(c -> page.append((char) c));
        return repo.create(null,
                edit -> edit.splice(edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT), 0, 0, page.toString()));
    }

    /** What happens while somebody types. */
    private interface Meanwhile {
        void run() throws Exception;
    }

    private void heading() {
        report.append("\n| ms | count | p50 | p90 | p99 | p99.9 | worst |").append(Histogram.heading()).append("\n| --- |")
                .append(" ---: |".repeat(6 + Histogram.heading().split("\\|").length - 1)).append('\n');
    }

    private static void measure(DocHandle handle, Fares fares, Meanwhile meanwhile) throws Exception {
        System.gc();
        Typist typist = new Typist(handle, fares);
        Thread window = new Thread(typist, "window");
        long collected = collecting();
        long start = System.nanoTime();
        window.start();
        meanwhile.run();
        typist.stop();
        window.join();
        fares.add((System.nanoTime() - start) / 1_000_000, collecting() - collected);
        String text = handle.current().text(((ObjectValue) handle.current().get(ObjectId.ROOT, "text").orElseThrow()).id());
        if (!text.contains(typist.typed())) {
            throw new IllegalStateException("what was typed does not stand in one piece");
        }
    }

    private void rows(String name, Fares fares) {
        row(name + ", " + fares.milliseconds() + " ms, " + fares.collecting() + " of it collecting garbage: change()", fares.changes);
        row(name + ": processor time of change()", fares.work);
        row(name + ": how late the thread was", fares.late);
    }

    private void row(String name, Histogram histogram) {
        report.append("| ").append(name).append(" | ").append(histogram.count()).append(" |").append(histogram.quantiles())
                .append(histogram.buckets()).append('\n');
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    }

    private static void ingest(OpenRepo repo, DocHandle handle, List<RemoteWriter.Batch> batches) throws Exception {
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (RemoteWriter.Batch batch : batches) {
            answers.add(repo.replica().ingest(handle.id(), batch.header(), batch.body()).toCompletableFuture());
        }
        for (CompletableFuture<?> answer : answers) {
            answer.get();
        }
    }

    private static void check(DocHandle handle, List<Change> written) {
        if (!handle.current().contains(written.get(written.size() - 1).hash())) {
            throw new IllegalStateException("the remote changes have not been merged");
        }
    }
}
