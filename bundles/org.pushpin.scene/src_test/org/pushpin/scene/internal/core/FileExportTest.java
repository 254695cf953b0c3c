// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.content.Action;
import org.pushpin.content.BlobRef;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Role;
import org.pushpin.content.Seed;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.scene.Command;
import org.pushpin.scene.internal.fixture.FakeRepo;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.fixture.Types;

class FileExportTest {

    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path folder;

    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    private void perform(String mediaType, String name, boolean open) {
        ((FakeRepo.FakeBlobs) theatre.repo.blobs()).put(CONTENT);
        perform(new BlobRef(FakeRepo.FakeBlobs.id(1), 3, mediaType, name), open);
    }

    private void perform(BlobRef file, boolean open) {
        theatre.add(new Types.Any("thing", (doc, in) -> new View.Described(View.Text.of("a file", Theme.LIGHT.body()), Role.GROUP, "",
                List.of(new Action("take", "Take", Icon.NONE, new Intent.Export(file, open))))));
        theatre.pin("k", theatre.factory.create("thing", Seed.blank()), 40, 40, 300, 100);
        theatre.open();
        Command take = theatre.stage.menu(new Point(100, 60)).stream().filter(c -> c.label().equals("Take")).findFirst().orElseThrow();
        theatre.stage.perform(take.id());
        theatre.settle();
    }

    @Test
    void aCopyIsSavedWhereThePersonWantsIt() throws IOException {
        theatre.saveTo = Optional.of(folder);
        perform("application/x-sh", "../evil/run\u202Etxt.sh", false);
        assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("runtxt.sh")));
        assertEquals("Saved runtxt.sh.", theatre.notices.getLast());
    }

    @Test
    void nothingIsSavedWhereNoPlaceWasChosen() {
        perform("application/pdf", "a.pdf", false);
        assertTrue(theatre.notices.isEmpty() || theatre.notices.getLast().isEmpty());
    }

    @Test
    void whatIsOpenedHasTheEndingOfItsKind() throws IOException {
        perform("application/pdf", "plan.desktop", true);
        Path opened = theatre.launched.getLast();
        assertEquals("plan.desktop.pdf", opened.getFileName().toString());
        assertArrayEquals(CONTENT, Files.readAllBytes(opened));
        Files.delete(opened);
        Files.delete(opened.getParent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-sh", "text/html", "image/svg+xml", "", "application/octet-stream"})
    void programsAndPagesAreNotOpened(String mediaType) {
        perform(mediaType, "x.sh", true);
        assertEquals("Files of this kind are not opened from here. Save a copy of it.", theatre.notices.getLast());
        assertTrue(theatre.launched.isEmpty());
    }

    @Test
    void whatIsNotHereIsSaid() {
        theatre.saveTo = Optional.of(folder);
        perform(new BlobRef(FakeRepo.FakeBlobs.id(9), 3, "application/pdf", "far.pdf"), false);
        assertTrue(theatre.notices.getLast().startsWith("far.pdf is not whole on this device yet"), theatre.notices.toString());
    }

    @Test
    void namesLeadNowhereElse() {
        assertEquals("passwd", FileExport.plain("../../etc/passwd"));
        assertEquals("b.txt", FileExport.plain("C:\\a\\b.txt"));
        assertEquals("bashrc", FileExport.plain(".bashrc"));
        assertEquals("file", FileExport.plain("\u202E\n.."));
        assertTrue(FileExport.plain("x".repeat(100_000)).length() <= 101);
    }
}
