// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Theme;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.Exporter;
import org.pushpin.export.Format;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Repo;

/** What the command line makes of its options. */
class ExportCommandTest {

    private static final DocumentUrl HERE = url(1);
    private static final Path FOLDER = Path.of("/somewhere");

    private final RecordingConsole console = new RecordingConsole();
    private final List<Object> asked = new ArrayList<>();

    private static DocumentUrl url(int number) {
        byte[] id = new byte[DocumentId.LENGTH];
        id[0] = (byte) number;
        return DocumentUrl.of(new DocumentId(Bytes.of(id)), "board", DocumentSecret.of(Bytes.utf8("0123456789abcdef")));
    }

    private static <T> T with(Class<T> type, java.util.function.BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName(), arguments)));
    }

    private ExitCode run(String... arguments) throws InterruptedException {
        Exporter exporter = with(Exporter.class, (name, given) -> {
            asked.addAll(List.of(given).subList(0, 4));
            return CompletableFuture.completedFuture(null);
        });
        Edit edit = Doc.empty().edit(ActorId.random());
        edit.put(ObjectId.ROOT, "title", "Silt");
        Doc document = edit.commit(null, java.time.Instant.EPOCH).orElseThrow().document();
        DocHandle handle = with(DocHandle.class, (name, given) -> document);
        Repo repo = with(Repo.class, (name, given) -> given[0].equals(HERE.id()) ? Optional.of(handle) : Optional.empty());
        List<String> all = new ArrayList<>(List.of("export"));
        all.addAll(List.of(arguments));
        return new Commands().run(new Services(repo, null, null, null, exporter, null, null), FOLDER, all, console);
    }

    @Test
    void theEndingSaysTheFormatAndTheFolderIsTheCallers() throws Exception {
        assertEquals(ExitCode.DONE, run(HERE.toString(), "--to", "board.svg"));
        assertEquals(List.of(HERE, FOLDER.resolve("board.svg"), Format.SVG, Exporter.Look.of(Theme.LIGHT)), asked);
    }

    @Test
    void formatThemeAndScaleAreAskedFor() throws Exception {
        assertEquals(ExitCode.DONE, run("--scale", "3", "--dark", HERE.toString(), "--format", "png", "--to", "/elsewhere/board"));
        assertEquals(List.of(HERE, Path.of("/elsewhere/board"), Format.PNG, new Exporter.Look(Theme.DARK, 3)), asked);
    }

    @Test
    void whatMakesNoSenseIsOneLineAndNothingIsWritten() throws Exception {
        assertEquals(ExitCode.USAGE, run(HERE.toString()));
        assertEquals(ExitCode.USAGE, run(HERE.toString(), "--to", "board"));
        assertEquals(ExitCode.USAGE, run(HERE.toString(), "--to", "board", "--format", "doc"));
        assertEquals(ExitCode.USAGE, run(HERE.toString(), "--to", "a.png", "--scale", "none"));
        assertEquals(ExitCode.USAGE, run("nonsense", "--to", "a.png"));
        assertEquals(ExitCode.USAGE, run(HERE.toString(), "--to", "a.png", "more"));
        assertEquals(ExitCode.NOT_FOUND, run(url(2).toString(), "--to", "a.png"));
        assertEquals(ExitCode.NOT_FOUND, run(HERE.toString(), "--content", "--to", "a.bin"));
        assertEquals(8, console.progress.size());
        assertTrue(console.progress.stream().allMatch(line -> line.lines().count() == 1), console.progress.toString());
        assertTrue(console.progress.stream().noneMatch(line -> line.contains("#k")), "no line gives access");
        assertEquals(List.of(), asked);
    }
}
