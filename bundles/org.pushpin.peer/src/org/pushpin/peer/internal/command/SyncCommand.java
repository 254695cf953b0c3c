// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.pushpin.crypto.DocumentUrl;
import org.pushpin.network.Address;
import org.pushpin.repo.FetchProgress;
import org.pushpin.repo.Subscription;

/** Fetches a document and all that it links to; ends when this profile has them. */
final class SyncCommand implements Command {

    private static final long PROGRESS_NANOS = 500_000_000;

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String usage() {
        return "URL --join HOST:PORT [--timeout SECONDS]";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        Options options = new Options(this, arguments);
        Optional<Address> join = options.address("--join");
        Duration limit = options.seconds("--timeout").orElse(Duration.ofMinutes(10));
        DocumentUrl url = options.url("URL");
        options.end();
        Waiting.on(services.home().start(), Saving.LIMIT, "the workspace", console);
        join.ifPresent(address -> services.repo().peers().join(address).exceptionally(problem -> {
            console.progress("not connected to " + address + " yet: " + Waiting.message(problem));
            return null;
        }));
        AtomicLong told = new AtomicLong();
        try (Subscription notices = services.repo().notices(notice -> console.progress(notice.text()))) {
            Waiting.on(services.repo().fetch(url, progress -> {
                long now = System.nanoTime();
                if (now - told.get() > PROGRESS_NANOS) {
                    told.set(now);
                    console.progress(line(progress));
                }
            }), limit, "everything", console);
        }
        services.home().visited(url);
        Saving.await(services, List.of(url), console);
        return ExitCode.DONE;
    }

    private static String line(FetchProgress progress) {
        String left = progress.blobsLeft() == 0 ? "" : ", " + progress.blobsLeft() + " files left alone";
        return progress.documentsDone() + " of " + progress.documentsTotal() + " documents, " + progress.blobsDone()
                + " of " + progress.blobsTotal() + " files, " + progress.bytesDone() / 1024 + " of "
                + progress.bytesTotal() / 1024 + " KiB" + left;
    }
}
