// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.content.Icon;
import org.pushpin.content.CardSize;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Role;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Command;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.fixture.Types;

class TransferTest {

    private final Theatre theatre = new Theatre();
    private DocumentUrl note;
    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        note = theatre.pin("a", "note", 100, 100, 200, 100);
        theatre.pin("b", "other", 400, 100, 200, 0);
        theatre.add(media("image", "image/png"));
        theatre.add(media("file", "*/*"));
        theatre.open();
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    /** A type that takes a medium and shows its own name. */
    private Types.Any media(String name, String media) {
        Types.Any type = new Types.Any(name, (doc, in) -> org.pushpin.content.View.Text.of(name, in.theme().body()));
        theatre.registry.addType(new org.pushpin.content.ContentType() {
            @Override
            public Descriptor descriptor(java.util.Locale locale) {
                return new Descriptor(name, name, Icon.NONE, CardSize.cells(10, 0, 2, 2, 40, 40), List.of(media), false, 1);
            }

            @Override
            public void create(org.pushpin.crdt.Edit edit, org.pushpin.content.Seed seed) {
                type.create(edit, seed);
                edit.put(org.pushpin.crdt.ObjectId.ROOT, "seed", seed.toString());
            }

            @Override
            public void perform(Intent intent, org.pushpin.crdt.Edit edit) {
                type.perform(intent, edit);
            }

            @Override
            public org.pushpin.content.Summary summarize(org.pushpin.crdt.Doc document) {
                return type.summarize(document);
            }
        }, Types.named(name));
        return type;
    }

    private List<Intent.Insert> inserts() {
        return theatre.performed().stream().filter(Intent.Insert.class::isInstance).map(Intent.Insert.class::cast).toList();
    }

    private String pinned() {
        return inserts().getLast().cards().getLast().url().contentType();
    }

    @Test
    void droppedTextBecomesANote() {
        theatre.stage.drop(Transfer.text("dropped\r\nwords"), 700, 510);
        theatre.settle();
        assertEquals("text", pinned());
        assertEquals(new Point(700, 500), inserts().getFirst().cards().getFirst().at());
        assertEquals("dropped\nwords", theatre.text(inserts().getFirst().cards().getFirst().url()));
        assertEquals(1, theatre.stage.selection().size());
    }

    @Test
    void aDroppedLinkBecomesTheCardThatItNames() {
        theatre.stage.drop(Transfer.text(" " + note + "\n"), 700, 500);
        theatre.settle();
        assertEquals(note, inserts().getFirst().cards().getFirst().url());
        theatre.stage.drop(Transfer.text("see " + note), 700, 600);
        theatre.settle();
        assertEquals("see " + note, theatre.text(inserts().getLast().cards().getFirst().url()));
    }

    @Test
    void copiedCardsArePastedAsReferences() {
        theatre.click(150, 150);
        theatre.key("Ctrl+C");
        assertEquals("note", theatre.clipboard.text());
        theatre.stage.pointer(new org.pushpin.scene.PointerEvent(org.pushpin.scene.PointerEvent.Kind.MOVE, 600, 600,
                org.pushpin.scene.PointerEvent.Button.NONE, 0, org.pushpin.scene.Modifiers.NONE));
        theatre.key("Ctrl+V");
        assertEquals(note, inserts().getFirst().cards().getFirst().url());
        assertEquals(200, inserts().getFirst().cards().getFirst().width());
        assertEquals(3, theatre.stage.accessible().children().size());
        theatre.key("Ctrl+Z");
        assertEquals(2, theatre.stage.accessible().children().size());
    }

    @Test
    void filesAreImportedByWhatTheyAre() throws IOException {
        theatre.stage.drop(Transfer.files(List.of(write("a.png", png()))), 600, 500);
        theatre.settle();
        assertEquals("image", pinned());

        theatre.stage.drop(Transfer.files(List.of(write("note.md", "# hello".getBytes()))), 600, 500);
        theatre.settle();
        assertEquals("text", pinned());

        theatre.stage.drop(Transfer.files(List.of(write("x.zip", new byte[] {'P', 'K', 3, 4, 0}))), 600, 500);
        theatre.settle();
        assertEquals("file", pinned());

        theatre.stage.drop(Transfer.files(List.of(write("fake.png", "no picture".getBytes()))), 600, 500);
        theatre.settle();
        assertEquals("file", pinned());
        assertEquals("", theatre.notices.getLast());
    }

    @Test
    void aPictureBombIsACardWithoutAPicture() throws IOException {
        byte[] bomb = png();
        // The header claims 60,000 × 60,000 pixels.
        System.arraycopy(new byte[] {0, 0, (byte) 0xEA, 0x60, 0, 0, (byte) 0xEA, 0x60}, 0, bomb, 16, 8);
        theatre.stage.drop(Transfer.files(List.of(write("bomb.png", bomb))), 600, 500);
        theatre.settle();
        assertEquals("image", pinned());
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        theatre.stage.drop(Transfer.files(List.of(folder.resolve("absent.txt"))), 600, 500);
        theatre.settle();
        assertEquals("absent.txt could not be imported: there is no such file", theatre.notices.getLast());
    }

    @Test
    void aPastedPictureBecomesACard() throws IOException {
        theatre.clipboard = new Transfer("", "", List.of(),
                Optional.of(new Transfer.Picture(Bytes.of(png()), "image/png")));
        theatre.key("Ctrl+V");
        assertEquals("image", pinned());
    }

    @Test
    void theMenuCreatesEveryListedType() {
        List<Command> menu = theatre.stage.menu(new Point(700, 500));
        List<String> ids = menu.stream().map(Command::id).toList();
        assertTrue(ids.contains("create:text") && ids.contains("create:board") && !ids.contains("create:file"), ids.toString());

        theatre.stage.perform("create:text");
        theatre.settle();
        assertTrue(theatre.stage.editing());
        assertEquals(new Point(680, 480), inserts().getFirst().cards().getFirst().at());
        theatre.stage.perform("act:board:paint");
        assertEquals(new Intent.Act("paint"), theatre.performed().getLast());
    }

    @Test
    void theMenuOfACardSelectsIt() {
        List<String> ids = theatre.stage.menu(new Point(150, 150)).stream().map(Command::id).toList();
        assertTrue(ids.contains("delete") && ids.contains("group:order"), ids.toString());
        assertEquals(List.of("a"), theatre.stage.selection());
        theatre.stage.perform("open");
        assertEquals(List.of(note), theatre.opened);
    }

    @Test
    void commandsAreEnabledAsTheyApply() {
        assertFalse(enabled("delete"));
        assertFalse(enabled("undo"));
        theatre.click(150, 150);
        assertTrue(enabled("delete"));
        theatre.key("Delete");
        assertTrue(enabled("undo"));
        theatre.stage.perform("delete");
        assertEquals(1, theatre.performed().size());
    }

    private boolean enabled(String id) {
        return theatre.stage.commands().stream().filter(c -> c.id().equals(id)).allMatch(Command::enabled);
    }

    @Test
    void theAccessibleTreeReadsTheBoard() {
        Accessible root = theatre.stage.accessible();
        assertEquals(Role.BOARD, root.role());
        assertEquals("Field trip", root.name());
        assertEquals(List.of("note", "other"), root.children().stream().map(Accessible::name).toList());
        Accessible text = root.children().getFirst().children().getFirst();
        assertEquals(Role.TEXT, text.role());
        assertEquals("note", text.value());
        assertTrue(root.children().getFirst().bounds().contains(text.bounds()));
    }

    @Test
    void aDropIsShownWhereItWouldLand() {
        assertTrue(theatre.stage.dragOver(611, 509));
        assertEquals(1, theatre.stage.frame().marks().size());
        theatre.stage.dragLeave();
        assertEquals(0, theatre.stage.frame().marks().size());
    }

    @Test
    void theTitleCanBeChanged() {
        assertEquals("Field trip", theatre.stage.title());
        assertEquals("2 cards", theatre.stage.subtitle());
        theatre.stage.rename("River");
        theatre.settle();
        assertEquals("River", theatre.stage.title());
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
