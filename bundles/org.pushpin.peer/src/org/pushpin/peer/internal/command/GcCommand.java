// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import org.pushpin.repo.Blobs;
import org.pushpin.repo.Blobs.Unlinked;

/**
 * Prints a line per file that nothing here links to: bytes, day on which it goes by itself, id, and "part" if it came in part only,
 * separated by tabs. Frees their room if it is told to: of those whose day has come, or of all.
 */
final class GcCommand implements Command {

    private static final Duration LIMIT = Duration.ofHours(6);

    @Override
    public String name() {
        return "gc";
    }

    @Override
    public String usage() {
        return "[--free [--early]]";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        Options options = new Options(this, arguments);
        boolean early = options.flag("--early");
        boolean free = options.flag("--free");
        options.end();
        if (early && !free) {
            throw new CommandException(ExitCode.USAGE, "--early goes with --free only");
        }
        Blobs blobs = services.repo().blobs();
        List<Unlinked> unlinked = Waiting.on(free ? blobs.collect(early) : blobs.unlinked(), LIMIT, "the collection", console);
        unlinked.stream().sorted(Comparator.comparing(Unlinked::due).thenComparing(Unlinked::id)).map(GcCommand::line).forEach(console::out);
        console.progress(free ? "freed: " + sum(unlinked) : summary(unlinked));
        return ExitCode.DONE;
    }

    private static String line(Unlinked each) {
        return each.bytes() + "\t" + each.due().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10) + "\t" + each.id()
                + (each.whole() ? "" : "\tpart");
    }

    private static String summary(List<Unlinked> unlinked) {
        Instant now = Instant.now();
        List<Unlinked> due = unlinked.stream().filter(each -> !each.due().isAfter(now)).toList();
        return "pushpin gc --free frees " + sum(due) + "; with --early " + sum(unlinked);
    }

    private static String sum(List<Unlinked> all) {
        return all.size() + (all.size() == 1 ? " file, " : " files, ") + (all.stream().mapToLong(Unlinked::bytes).sum() + 1023) / 1024 + " KiB";
    }
}
