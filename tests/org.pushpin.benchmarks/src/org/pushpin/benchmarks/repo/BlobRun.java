// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;

import org.pushpin.benchmarks.Adapters;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.network.Address;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Profile;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.backup.RestoringComponent;

/**
 * One process of the benchmark, in a folder that has the file {@code source}: {@code in} imports it into a profile, the others take it
 * from there. Says {@code name TAB figure} line by line.
 */
final class BlobRun {
    private static final String BLOB = "bench.blob";
    private static final int RANGES = 2_000;
    private static final int RANGE = 64 << 10;

    private final Path folder;
    private HeapWatch heap;
    private long start;
    private long startCpu;

    private BlobRun(Path folder) {
        this.folder = folder;
    }

    /** @param arguments what to do, and the folder */
    static void run(List<String> arguments) throws Exception {
        BlobRun run = new BlobRun(Path.of(arguments.get(1)));
        switch (arguments.get(0)) {
            case "in" -> run.in();
            case "stream" -> run.stream();
            case "ranges" -> run.ranges();
            case "export" -> run.export();
            case "across" -> run.across();
            case "backup" -> run.backup();
            case "restore" -> run.restore();
            default -> throw new IllegalArgumentException(arguments.get(0));
        }
    }

    private void begin() {
        heap = new HeapWatch();
        startCpu = cpu();
        start = System.nanoTime();
    }

    private void end() {
        say("nanos", System.nanoTime() - start);
        say("cpu", cpu() - startCpu);
        say("before", heap.before());
        say("peak", heap.peak());
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void say(String name, long figure) {
        System.out.println(name + "\t" + figure);
    }

    private static <T> T get(java.util.concurrent.CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(1, TimeUnit.HOURS);
    }

    private Path source() {
        return folder.resolve("source");
    }

    private OpenProfile profile() throws Exception {
        return new OpenProfile(folder.resolve("profile"), List.of(Adapters.tcp()));
    }

    private static BlobId blob(OpenRepo repo) {
        return new BlobId(repo.setting(BLOB).orElseThrow());
    }

    private void in() throws Exception {
        try (OpenProfile profile = profile()) {
            OpenRepo repo = profile.repo();
            begin();
            BlobId blob = get(repo.blobs().importFile(source(), read -> { })).id();
            end();
            repo.setting(BLOB, Bytes.copy(blob.hash().asBuffer()));
            repo.create(null, edit -> edit.put(ObjectId.ROOT, "blob", "pushpin-blob:/" + blob));
            get(repo.flush());
        }
    }

    private void stream() throws Exception {
        try (OpenProfile profile = profile(); InputStream expected = Files.newInputStream(source())) {
            begin();
            try (InputStream in = profile.repo().blobs().read(blob(profile.repo()))) {
                byte[] part = new byte[RANGE];
                long length = 0;
                for (int read = in.readNBytes(part, 0, RANGE); read > 0; read = in.readNBytes(part, 0, RANGE)) {
                    check(Arrays.equals(part, 0, read, expected.readNBytes(read), 0, read));
                    length += read;
                }
                check(length == Files.size(source()));
            }
            end();
        }
    }

    /** As a player seeks: here and there, and 64 KiB of each. */
    private void ranges() throws Exception {
        Random random = new Random(5);
        try (OpenProfile profile = profile(); var expected = new java.io.RandomAccessFile(source().toFile(), "r")) {
            OpenRepo repo = profile.repo();
            begin();
            byte[] there = new byte[RANGE];
            for (int i = 0; i < RANGES; i++) {
                long at = random.nextLong(expected.length() - RANGE);
                expected.seek(at);
                expected.readFully(there);
                try (InputStream in = repo.blobs().read(blob(repo))) {
                    in.skipNBytes(at);
                    check(Arrays.equals(there, in.readNBytes(RANGE)));
                }
            }
            end();
            say("bytes", (long) RANGES * RANGE);
        }
    }

    private void export() throws Exception {
        Path out = folder.resolve("out");
        try (OpenProfile profile = profile()) {
            begin();
            get(profile.repo().blobs().exportTo(blob(profile.repo()), out, done -> { }));
            end();
        }
        check(Files.mismatch(source(), out) < 0);
        Files.delete(out);
    }

    /** Both profiles are in this process, and count together. */
    private void across() throws Exception {
        Path there = folder.resolve("other");
        try (OpenProfile profile = profile(); OpenProfile other = new OpenProfile(there, List.of(Adapters.tcp()))) {
            OpenRepo repo = profile.repo();
            DocHandle document = repo.local(repo.documents().get(0)).orElseThrow();
            BlobId blob = blob(repo);
            Address address = get(repo.peers().listen(new Address("127.0.0.1", 0)));
            begin();
            CompletableFuture<Void> fetched = other.repo().fetch(document.url("file"), progress -> { }).toCompletableFuture();
            get(other.repo().peers().join(address));
            get(fetched);
            end();
            check(other.repo().blobs().find(blob).orElseThrow().size() == Files.size(source()));
            get(other.repo().blobs().exportTo(blob, folder.resolve("out"), done -> { }));
        }
        check(Files.mismatch(source(), folder.resolve("out")) < 0);
        Files.delete(folder.resolve("out"));
        BlobBenchmark.remove(there);
    }

    private void backup() throws Exception {
        try (OpenProfile profile = profile()) {
            begin();
            get(profile.repo().backup(folder.resolve("backup"), done -> { }));
            end();
        }
    }

    private void restore() throws Exception {
        Path restored = folder.resolve("restored");
        begin();
        Profile target = new Profile(restored);
        target.create();
        new RestoringComponent(Adapters.storage()).restore(folder.resolve("backup"), target, done -> true);
        end();
        Files.delete(folder.resolve("backup"));
        try (OpenProfile profile = new OpenProfile(restored)) {
            check(profile.repo().blobs().find(blob(profile.repo())).orElseThrow().size() == Files.size(source()));
        }
        BlobBenchmark.remove(restored);
    }

    private static void check(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("what came is not what went");
        }
    }
}
