// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Theme;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;
import org.pushpin.export.Exporter;
import org.pushpin.export.Format;
import org.pushpin.repo.DocHandle;

/** Writes a document to a file, in a format or as the ending says; or the picture or file that it holds, as it is. */
final class ExportCommand implements Command {

    /** How documents name a file, before its id. */
    private static final String BLOB = "pushpin-blob:/";
    private static final Duration CONTENT_LIMIT = Duration.ofHours(6);

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "URL --to FILE [--format pdf|html|png|svg|canvas|json|automerge] [--dark] [--scale N] | URL --content --to FILE";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        Options options = new Options(this, arguments);
        String to = options.value("--to").orElse(null);
        boolean content = options.flag("--content");
        Theme theme = options.flag("--dark") ? Theme.DARK : Theme.LIGHT;
        double scale = options.number("--scale").map(Integer::doubleValue).orElse(Exporter.SHARP);
        Optional<String> named = options.value("--format");
        DocumentUrl url = options.url("URL");
        options.end();
        if (to == null) {
            throw new CommandException(ExitCode.USAGE, "missing: --to FILE");
        }
        DocHandle document = services.repo().local(url.id()).orElseThrow(() -> new CommandException(ExitCode.NOT_FOUND,
                url.withoutCapability() + " is not in this profile; fetch it with: pushpin sync URL --join HOST:PORT"));
        if (content) {
            writeContent(services, document, directory.resolve(to), console);
            return ExitCode.DONE;
        }
        Path file = directory.resolve(to);
        Format format = (named.isPresent() ? Format.of(named.get()) : Format.of(file)).orElseThrow(() -> new CommandException(ExitCode.USAGE,
                "which format? " + usage()));
        Waiting.on(services.exporter().export(url, file, format, new Exporter.Look(theme, scale), new Percent(console, "exported")),
                CONTENT_LIMIT, "the export", console);
        return ExitCode.DONE;
    }

    private static Optional<BlobId> blob(String link) {
        try {
            return link.startsWith(BLOB) ? Optional.of(BlobId.parse(link.substring(BLOB.length()))) : Optional.empty();
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    private static void writeContent(Services services, DocHandle document, Path file, Console console)
            throws CommandException, InterruptedException {
        Optional<BlobId> blob = document.current().get(ObjectId.ROOT, "blob")
                .flatMap(value -> value instanceof Scalar.Str link ? blob(link.value()) : Optional.empty());
        if (blob.isEmpty()) {
            throw new CommandException(ExitCode.NOT_FOUND, "this document holds no file");
        }
        if (services.repo().blobs().find(blob.get()).isEmpty()) {
            throw new CommandException(ExitCode.NOT_FOUND, "the file is not here yet");
        }
        Mebibytes progress = new Mebibytes(console, "written");
        Waiting.on(services.repo().blobs().exportTo(blob.get(), file, progress::moved), CONTENT_LIMIT, file.toString(), console);
    }
}
