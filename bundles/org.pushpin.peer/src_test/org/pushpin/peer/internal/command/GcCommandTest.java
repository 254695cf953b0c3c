// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Blobs;
import org.pushpin.repo.Blobs.Unlinked;
import org.pushpin.repo.Repo;
import org.pushpin.repo.UnavailableException;

class GcCommandTest {

    private static final BlobId ONE = new BlobId(Bytes.zeros(32));
    private static final Unlinked DUE = new Unlinked(ONE, true, 2048, Instant.parse("2020-02-03T04:05:06Z"));
    private static final Unlinked LATER = new Unlinked(ONE, false, 1, Instant.parse("3020-02-03T04:05:06Z"));

    private final RecordingConsole console = new RecordingConsole();
    private final List<String> asked = new ArrayList<>();
    private Throwable failure;

    private <T> T with(Class<T> type, java.util.function.BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName(), arguments)));
    }

    private ExitCode run(String... arguments) throws InterruptedException {
        Blobs blobs = with(Blobs.class, (name, given) -> {
            asked.add(name + (given == null ? "" : given[0]));
            return failure != null ? CompletableFuture.failedFuture(failure) : CompletableFuture.completedFuture(List.of(LATER, DUE));
        });
        Repo repo = with(Repo.class, (name, given) -> blobs);
        List<String> all = new ArrayList<>(List.of("gc"));
        all.addAll(List.of(arguments));
        return new Commands().run(new Services(repo, null, null, null, null, null, null), Path.of(""), all, console);
    }

    @Test
    void itShowsWhatWouldGoAndTouchesNothing() throws Exception {
        assertEquals(ExitCode.DONE, run());

        assertEquals(List.of("unlinked"), asked);
        assertEquals(List.of("2048\t2020-02-03\t" + ONE, "1\t3020-02-03\t" + ONE + "\tpart"), console.out);
        assertEquals(List.of("pushpin gc --free frees 1 file, 2 KiB; with --early 2 files, 3 KiB"), console.progress);
    }

    @Test
    void itFreesWhatItIsToldTo() throws Exception {
        assertEquals(ExitCode.DONE, run("--free"));
        assertEquals(ExitCode.DONE, run("--early", "--free"));

        assertEquals(List.of("collectfalse", "collecttrue"), asked);
        assertEquals("freed: 2 files, 3 KiB", console.progress.get(0));
    }

    @Test
    void whatCannotBeToldIsSaid() throws Exception {
        failure = new UnavailableException("Links are still being looked for.");
        assertEquals(ExitCode.FAILED, run("--free"));
        assertEquals(List.of("pushpin: Links are still being looked for."), console.progress);

        assertEquals(ExitCode.USAGE, run("--early"));
        assertEquals(ExitCode.USAGE, run("everything"));
        assertTrue(console.out.isEmpty());
    }
}
