// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.search.Query;
import org.pushpin.search.SearchResult;

/** Finds documents by what is written in them; a line each: link, type, title, the place where it was found, separated by tabs. */
final class SearchCommand implements Command {

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String usage() {
        return "[QUERY…] [--type TYPE] [--author DEVICE] [--from DATE] [--before DATE] [--limit N]";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        Query query = query(new Options(this, arguments));
        Waiting.on(services.home().start(), Saving.LIMIT, "the workspace", console);
        Indexing.await(services, console);
        List<SearchResult> found = Waiting.on(services.search().search(query), Saving.LIMIT, "the answer", console);
        found.forEach(result -> console.out(line(result)));
        return ExitCode.DONE;
    }

    private static Query query(Options options) throws CommandException {
        Query query = Query.all();
        Optional<String> type = options.value("--type");
        Optional<String> author = options.value("--author");
        Optional<String> from = options.value("--from");
        Optional<String> before = options.value("--before");
        Optional<Integer> limit = options.number("--limit");
        List<String> words = options.words();
        query = type.isPresent() ? query.types(type.get()) : query;
        query = author.isPresent() ? query.authors(device(author.get())) : query;
        query = from.isPresent() ? query.from(day(from.get())) : query;
        query = before.isPresent() ? query.before(day(before.get())) : query;
        query = limit.isPresent() ? query.limit(limit.get()) : query;
        return query.text(String.join(" ", words));
    }

    private static DeviceId device(String hex) throws CommandException {
        try {
            return new DeviceId(Bytes.fromHex(hex));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--author takes a device's key, 64 hex digits");
        }
    }

    private static Instant day(String date) throws CommandException {
        try {
            return date.length() > 10 ? Instant.parse(date) : LocalDate.parse(date).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new CommandException(ExitCode.USAGE, "a date is like 2026-05-01, or a moment like 2026-05-01T12:00:00Z");
        }
    }

    private static String line(SearchResult result) {
        List<String> fields = new ArrayList<>(List.of(result.url().toString(), result.url().contentType(), result.title().text()));
        if (!result.snippet().text().isEmpty()) {
            fields.add(result.snippet().text());
        }
        return String.join("\t", fields);
    }
}
