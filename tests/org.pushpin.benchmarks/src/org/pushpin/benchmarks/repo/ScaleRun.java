// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.search.Query;

/** One process of the benchmark: makes a profile, or opens one and measures. Says {@code name TAB figure} line by line. */
final class ScaleRun {
    private static final long SEED = 4;

    private ScaleRun() {
    }

    /** @param arguments {@code make folder documents traces}, {@code index folder} or {@code open folder} */
    static void run(List<String> arguments) throws Exception {
        Path folder = Path.of(arguments.get(1));
        switch (arguments.get(0)) {
            case "make" -> make(folder, Integer.parseInt(arguments.get(2)), Path.of(arguments.get(3)));
            case "index" -> index(folder);
            default -> open(folder);
        }
    }

    private static void make(Path folder, int documents, Path traces) throws Exception {
        Random random = new Random(SEED);
        Texts texts = Texts.read(traces, random);
        long start = System.nanoTime();
        try (OpenProfile profile = new OpenProfile(folder)) {
            new ProfileMaker(profile.repo(), texts, random).make(documents);
        }
        say("made", System.nanoTime() - start);
    }

    private static void index(Path folder) throws Exception {
        long start = System.nanoTime();
        try (OpenProfile profile = new OpenProfile(folder)) {
            profile.search().settle().toCompletableFuture().get();
        }
        say("indexed", System.nanoTime() - start);
    }

    private static void open(Path folder) throws Exception {
        long start = System.nanoTime();
        long startCpu = cpu();
        try (OpenProfile profile = new OpenProfile(folder)) {
            OpenRepo repo = profile.repo();
            say("start", System.nanoTime() - start);
            say("start-cpu", cpu() - startCpu);
            say("documents", repo.documents().size());
            if (Files.exists(folder.resolve("search.db"))) {
                listTitles(profile);
            }
            long board = System.nanoTime();
            long boardCpu = cpu();
            int cards = openBoard(repo);
            say("board", System.nanoTime() - board);
            say("board-cpu", cpu() - boardCpu);
            say("cards", cards);
            rest(profile);
            say("rest", cpu());
            resources();
        }
    }

    private static void listTitles(OpenProfile profile) throws Exception {
        long titles = System.nanoTime();
        long titlesCpu = cpu();
        int listed = profile.search().search(Query.all()).toCompletableFuture().get().size();
        say("titles", System.nanoTime() - titles);
        say("titles-cpu", cpu() - titlesCpu);
        say("listed", listed);
        titles = System.nanoTime();
        profile.search().search(Query.all()).toCompletableFuture().get();
        say("titles-again", System.nanoTime() - titles);
    }

    /** Opens a board and all cards on it, all at once, and reads what they show. */
    private static int openBoard(OpenRepo repo) throws Exception {
        DocHandle board = repo.open(url(repo, ProfileMaker.BOARD)).toCompletableFuture().get();
        Doc doc = board.current();
        ObjectId cards = child(doc, "cards");
        List<CompletableFuture<DocHandle>> opening = new ArrayList<>();
        for (String key : doc.keys(cards)) {
            ObjectId card = ((ObjectValue) doc.get(cards, key).orElseThrow()).id();
            String url = ((Scalar.Str) doc.get(card, "url").orElseThrow()).value();
            opening.add(repo.open(DocumentUrl.parse(url)).toCompletableFuture());
        }
        int shown = 1;
        for (CompletableFuture<DocHandle> card : opening) {
            Doc content = card.get().current();
            shown += content.keys(ObjectId.ROOT).isEmpty() || read(content) == 0 ? 0 : 1;
        }
        return shown;
    }

    private static int read(Doc content) {
        String field = content.get(ObjectId.ROOT, "text").isPresent() ? "text" : "title";
        return content.text(child(content, field)).length();
    }

    private static ObjectId child(Doc doc, String key) {
        return ((ObjectValue) doc.get(ObjectId.ROOT, key).orElseThrow()).id();
    }

    private static DocumentUrl url(OpenRepo repo, String setting) throws Exception {
        Bytes value = repo.setting(setting).orElseThrow();
        return DocumentUrl.parse(new String(value.toByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Until the lane on which links are followed has come to its end. */
    private static void rest(OpenProfile profile) throws InterruptedException {
        for (boolean atRest = false; !atRest;) {
            CountDownLatch passed = new CountDownLatch(1);
            long before = cpu();
            profile.scheduler().execute("links", passed::countDown);
            passed.await();
            Thread.sleep(200);
            atRest = cpu() - before < 20_000_000;
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void resources() {
        System.gc();
        say("heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        say("threads", ManagementFactory.getThreadMXBean().getThreadCount());
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            say("handles", unix.getOpenFileDescriptorCount());
        }
    }

    private static void say(String name, long figure) {
        System.out.println(name + "\t" + figure);
    }
}
