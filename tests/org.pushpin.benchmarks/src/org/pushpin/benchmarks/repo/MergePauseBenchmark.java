// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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
 * MergePauseBenchmark [--changes 100000] [--out FILE]}. It types a letter every 4 ms, at first alone, for comparison with what the
 * machine itself does to a thread, then while the remote changes come in batches of 256 KiB as fast as they are taken.
 */
public final class MergePauseBenchmark {
    private static final int PAGE = 20_000;
    private static final long ALONE_MILLIS = 4_000;

    private final StringBuilder report = new StringBuilder();
    private int changes = 100_000;
    private Path out;

    private MergePauseBenchmark(List<String> arguments) {
        for (var rest = arguments.iterator(); rest.hasNext();) {
            String option = rest.next();
            switch (option) {
                case "--changes" -> changes = Integer.parseInt(rest.next());
                case "--out" -> out = Path.of(rest.next());
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        new MergePauseBenchmark(List.of(arguments)).run();
    }

    private void run() throws Exception {
        Path folder = Files.createTempDirectory("pushpin-merge");
        try (OpenProfile profile = new OpenProfile(folder.resolve("profile"))) {
            OpenRepo repo = profile.repo();
            DocHandle handle = document(repo);
            repo.flush().toCompletableFuture().get();
            RemoteWriter remote = new RemoteWriter(handle.id(),
                    Genesis.decode(repo.replica().genesis(handle.id()).orElseThrow()).hash());
            List<Change> written = remote.write(handle.durable(), changes);
            List<RemoteWriter.Batch> batches = remote.sign(written);
            report.append(String.format(Locale.ROOT, "%,d remote changes in %d batches of at most 256 KiB, %,d bytes.%n%n",
                    changes, batches.size(), batches.stream().mapToLong(batch -> batch.body().length()).sum()));
            heading();
            measure("alone", handle, () -> Thread.sleep(ALONE_MILLIS));
            handle.subscribe(update -> { });
            measure("alone, followed by a listener", handle, () -> Thread.sleep(ALONE_MILLIS));
            measure("merging", handle, () -> ingest(repo, handle, batches));
            check(handle, written);
        }
        System.out.print(report);
        if (out != null) {
            Files.writeString(out, report);
        }
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
        report.append("| ms | count | p50 | p90 | p99 | p99.9 | worst |").append(Histogram.heading()).append("\n| --- |")
                .append(" ---: |".repeat(6 + Histogram.heading().split("\\|").length - 1)).append('\n');
    }

    private void measure(String name, DocHandle handle, Meanwhile meanwhile) throws Exception {
        System.gc();
        Typist typist = new Typist(handle);
        Thread window = new Thread(typist, "window");
        long collected = collecting();
        long start = System.nanoTime();
        window.start();
        meanwhile.run();
        typist.stop();
        window.join();
        row(name + ", " + (System.nanoTime() - start) / 1_000_000 + " ms: change()", typist.changes);
        row(name + ": processor time of change()", typist.work);
        row(name + ": how late the thread was", typist.pauses);
        report.append("| ").append(name).append(": collecting garbage, in all | ").append(collecting() - collected).append(" ms |\n");
        String text = handle.current().text(((ObjectValue) handle.current().get(ObjectId.ROOT, "text").orElseThrow()).id());
        if (!text.contains(typist.typed())) {
            throw new IllegalStateException("what was typed does not stand in one piece");
        }
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
