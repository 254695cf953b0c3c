// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import org.pushpin.benchmarks.Adapters;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;
import org.pushpin.network.Address;
import org.pushpin.repo.Presence;

/**
 * How old a pointer is when another process learns of it: {@code releng/bench PresenceBenchmark [--words 300]}. Three processes on the
 * loopback, each with a profile as the product has it: this one says where its pointer is, one is connected with it and passes on, one is
 * connected with that one only. Values are the time at which they were said, on the clock that processes of a machine share. Said now and
 * then, and every 8 ms as by a mouse that moves, so most are replaced by the next before they leave.
 */
public final class PresenceBenchmark {
    private static final String CHILD = "--child";
    private static final int TIME = 0;
    private static final int PHASE = 1;
    private static final int PHASES = 2;
    private static final int MOUSE_MILLIS = 8;

    private PresenceBenchmark() {
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        List<String> all = List.of(arguments);
        if (all.contains(CHILD)) {
            listen(all.subList(1, all.size()));
        } else {
            speak(all.size() == 2 && all.get(0).equals("--words") ? Integer.parseInt(all.get(1)) : 300);
        }
    }

    private static void speak(int words) throws Exception {
        Path folder = Files.createTempDirectory("pushpin-presence");
        List<Process> children = new ArrayList<>();
        try (OpenProfile profile = new OpenProfile(folder.resolve("speaker"), List.of(Adapters.tcp()))) {
            Address near = profile.repo().peers().listen(new Address("127.0.0.1", 0)).toCompletableFuture().get();
            DocumentUrl url = profile.repo().create(null, edit -> edit.put(ObjectId.ROOT, "title", "Board")).url("board");
            Process hub = child(folder, "at a peer of its own", url, near);
            children.add(hub);
            var said = hub.inputReader();
            Address far = Address.parse(said.readLine());
            Process end = child(folder, "behind that peer", url, far);
            children.add(end);
            var saidThere = end.inputReader();
            saidThere.readLine();
            Presence.Stay stay = profile.repo().presence().join(url.id());
            awaitVisitors(profile.repo().presence(), url);
            isolated(stay, words);
            moving(stay, words);
            System.out.println("| age when heard, ms | heard | p50 | p90 | p99 | p99.9 | worst |\n| --- |" + " ---: |".repeat(6));
            said.lines().forEach(System.out::println);
            saidThere.lines().forEach(System.out::println);
        } finally {
            children.forEach(Process::destroy);
        }
    }

    /** Until both others are here. */
    private static void awaitVisitors(Presence presence, DocumentUrl url) throws InterruptedException {
        CountDownLatch both = new CountDownLatch(1);
        try (var heard = presence.subscribe(url.id(), now -> {
            if (now.size() == 2) {
                both.countDown();
            }
        })) {
            if (presence.visitors(url.id()).size() < 2) {
                both.await();
            }
        }
        Thread.sleep(2_000); // whatever else begins with a connection
    }

    private static void isolated(Presence.Stay stay, int words) throws InterruptedException {
        Random random = new Random(1);
        stay.say(PHASE, Bytes.of((byte) 1));
        for (int i = 0; i < words; i++) {
            Thread.sleep(60 + random.nextInt(60));
            stay.say(TIME, now());
        }
        Thread.sleep(500);
    }

    private static void moving(Presence.Stay stay, int words) throws InterruptedException {
        stay.say(PHASE, Bytes.of((byte) 2));
        for (int i = 0; i < 3 * words; i++) {
            Thread.sleep(MOUSE_MILLIS);
            stay.say(TIME, now());
        }
        Thread.sleep(500);
        stay.say(PHASE, Bytes.of((byte) (PHASES + 1)));
        Thread.sleep(500);
    }

    private static Bytes now() {
        return Bytes.of(ByteBuffer.allocate(Long.BYTES).putLong(System.nanoTime()).array());
    }

    private static Process child(Path folder, String name, DocumentUrl url, Address join) throws IOException {
        return Child.begin(PresenceBenchmark.class, List.of(CHILD, folder.resolve(name.replace(' ', '-')).toString(), name, url.toString(), join.toString()));
    }

    // ---- who hears it

    private static void listen(List<String> arguments) throws Exception {
        DocumentUrl url = url(arguments.get(2));
        try (OpenProfile profile = new OpenProfile(Path.of(arguments.get(0)), List.of(Adapters.tcp()))) {
            Address address = profile.repo().peers().listen(new Address("127.0.0.1", 0)).toCompletableFuture().get();
            profile.repo().peers().join(Address.parse(arguments.get(3))).toCompletableFuture().get();
            profile.repo().open(url).toCompletableFuture().get();
            System.out.println(address);
            Ages ages = new Ages();
            try (var heard = profile.repo().presence().subscribe(url.id(), ages::hear); var stay = profile.repo().presence().join(url.id())) {
                ages.over.await();
            }
            System.out.println("| " + arguments.get(1) + ", now and then | " + ages.histograms[1].count() + " |" + ages.histograms[1].quantiles());
            System.out.println("| " + arguments.get(1) + ", every 8 ms | " + ages.histograms[2].count() + " |" + ages.histograms[2].quantiles());
        }
    }

    private static DocumentUrl url(String text) throws FormatException {
        return DocumentUrl.parse(text);
    }

    /** How old each value was. One thread. */
    private static final class Ages {
        final Histogram[] histograms = {new Histogram(), new Histogram(), new Histogram()};
        final CountDownLatch over = new CountDownLatch(1);
        private Bytes last = Bytes.EMPTY;

        void hear(List<Presence.Visitor> visitors) {
            long now = System.nanoTime();
            for (Presence.Visitor visitor : visitors) {
                Optional<Bytes> phase = visitor.said(PHASE);
                Optional<Bytes> said = visitor.said(TIME);
                if (phase.isPresent() && phase.get().at(0) > PHASES) {
                    over.countDown();
                } else if (phase.isPresent() && said.isPresent() && !said.get().equals(last)) {
                    last = said.get();
                    histograms[phase.get().at(0)].add(now - last.asBuffer().getLong());
                }
            }
        }
    }
}
