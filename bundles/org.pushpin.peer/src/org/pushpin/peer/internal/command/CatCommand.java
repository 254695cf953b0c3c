// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.JsonDocument;
import org.pushpin.repo.DocHandle;

/** Prints a document of the profile, or any Automerge file, as JSON; or its heads. */
public final class CatCommand implements Command {

    private static final long MAX_FILE_BYTES = 256L << 20;

    @Override
    public String name() {
        return "cat";
    }

    @Override
    public String usage() {
        return "URL|FILE [--heads]";
    }

    /** Whether the arguments name a file, so that no profile is needed. */
    public static boolean isFile(List<String> arguments) {
        return arguments.stream().filter(argument -> !argument.equals("--heads")).findFirst()
                .map(argument -> !argument.startsWith("pushpin:/")).orElse(false);
    }

    /** @param services may be null for a file */
    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException {
        Options options = new Options(this, arguments);
        boolean heads = options.flag("--heads");
        String what = options.next("URL or FILE");
        options.end();
        Doc document = what.startsWith("pushpin:/") ? stored(services, Options.parse(what))
                : read(directory.resolve(what));
        if (heads) {
            document.heads().forEach(head -> console.out(head.toString()));
        } else {
            console.out(JsonDocument.of(document));
        }
        return ExitCode.DONE;
    }

    private static Doc stored(Services services, DocumentUrl url) throws CommandException {
        return services.repo().local(url.id()).map(DocHandle::current)
                .orElseThrow(() -> new CommandException(ExitCode.NOT_FOUND,
                        url.withoutCapability() + " is not in this profile"));
    }

    private static Doc read(Path file) throws CommandException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new CommandException(ExitCode.NOT_FOUND,
                        file + (Files.exists(file) ? " is no file" : " is not there"));
            }
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new CommandException(ExitCode.FAILED, file + " is larger than 256 MiB");
            }
            return Doc.load(Files.readAllBytes(file));
        } catch (MalformedException e) {
            throw new CommandException(ExitCode.FAILED, file + " is no Automerge document: " + e.getMessage());
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, file + " cannot be read: " + e.getMessage());
        }
    }
}
