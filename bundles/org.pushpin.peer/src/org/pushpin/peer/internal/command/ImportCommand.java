// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.Importer;

/** Makes a document of a canvas, a folder, a note or another file, and prints its link. */
final class ImportCommand implements Command {

    private static final Duration LIMIT = Duration.ofHours(6);

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "FILE.canvas|FOLDER|FILE.md|FILE [--onto BOARD_URL]";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        Options options = new Options(this, arguments);
        Optional<String> onto = options.value("--onto");
        Path path = directory.resolve(options.next("FILE or FOLDER"));
        options.end();
        Optional<DocumentUrl> board = onto.isPresent() ? Optional.of(Options.parse(onto.get())) : Optional.empty();
        if (!Files.isReadable(path)) {
            throw new CommandException(ExitCode.NOT_FOUND, path + " is nothing that can be read");
        }
        Waiting.on(services.home().start(), Saving.LIMIT, "the workspace", console);
        Importer.Imported imported = Waiting.on(services.importer().read(path, new Percent(console, "imported")), LIMIT, path.toString(), console);
        imported.problems().forEach(console::progress);
        if (board.isPresent()) {
            Waiting.on(services.factory().place(board.get(), List.of(imported.url()), null), Saving.LIMIT, "the board", console);
            Saving.await(services, board.stream().toList(), console);
        } else if (imported.url().contentType().equals("board")) {
            services.home().visited(imported.url());
        }
        Saving.await(services, List.of(imported.url()), console);
        console.out(imported.url().toString());
        return ExitCode.DONE;
    }
}
