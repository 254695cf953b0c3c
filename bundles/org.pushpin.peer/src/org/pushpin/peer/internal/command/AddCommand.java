// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.pushpin.crypto.DocumentUrl;

/** Pins files, texts and links on a board, and prints the link of each card. */
final class AddCommand implements Command {

    private static final Duration LIMIT = Duration.ofHours(6);

    @Override
    public String name() {
        return "add";
    }

    @Override
    public String usage() {
        return "BOARD_URL FILE…|TEXT|URL";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        Options options = new Options(this, arguments);
        DocumentUrl board = options.url("BOARD_URL");
        List<String> contents = options.several("FILE, TEXT or URL");
        List<DocumentUrl> cards = new ArrayList<>();
        try {
            for (String content : contents) {
                cards.add(card(services, directory, content, console));
            }
        } finally { // what came before a file that cannot be read is pinned all the same
            pin(services, board, cards, console);
        }
        return ExitCode.DONE;
    }

    private static void pin(Services services, DocumentUrl board, List<DocumentUrl> cards, Console console)
            throws CommandException, InterruptedException {
        if (!cards.isEmpty()) {
            Waiting.on(services.factory().place(board, cards, null), Saving.LIMIT, "the board", console);
            Saving.await(services, cards, console);
            Saving.await(services, List.of(board), console);
            cards.forEach(card -> console.out(card.toString()));
        }
    }

    private static DocumentUrl card(Services services, Path directory, String argument, Console console)
            throws CommandException, InterruptedException {
        if (argument.startsWith("pushpin:/")) {
            return Options.parse(argument);
        }
        Path file = file(directory, argument);
        if (file == null) {
            if (argument.matches("\\S+[./]\\S+") && !argument.contains("://")) {
                console.progress(argument + " is no file here, so it is pinned as text");
            }
            return services.factory().importText(argument);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandException(ExitCode.NOT_FOUND, file + " is no file that can be read");
        }
        AtomicInteger shown = new AtomicInteger(-1);
        return Waiting.on(services.factory().importFile(file, part -> {
            int tenth = (int) (part * 10);
            if (part == part && shown.getAndSet(tenth) < tenth) {
                console.progress(file.getFileName() + " " + tenth * 10 + " %");
            }
        }), LIMIT, file.toString(), console);
    }

    /** The file that is meant; null if it is a text: there is no such file and it does not look like a path. */
    private static Path file(Path directory, String argument) {
        try {
            Path file = directory.resolve(argument);
            boolean looksLikePath = argument.startsWith("/") || argument.startsWith("./") || argument.startsWith("../");
            return Files.exists(file) || looksLikePath ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
