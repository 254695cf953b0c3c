// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pushpin.content.Fields;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.Seed;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Repo;
import org.pushpin.scene.DocumentFactory;

/** What goes from board to board, and to and from other programs. */
class ExchangeTest {

    private static final byte[] BYTES = {0, -1, 3, 0, 7};

    private OpenBoard board;

    @BeforeEach
    void onANewBoard() {
        board = new OpenBoard();
    }

    @Test
    void cardsAreCopiedAndCutToAnotherBoard() {
        board.notes("one", "two");
        board.select("one", "two");
        board.person.press("Ctrl+C");
        board.window.await("the cards on the clipboard", () -> OpenBoard.fromClipboard(TextTransfer.getInstance())
                instanceof String text && text.contains("two"));
        OpenBoard other = new OpenBoard();
        other.press("Ctrl+V", "both cards", () -> other.has("one") && other.has("two"));
        other.window.await("what is pasted is selected", () -> other.stage.selection().size() == 2);
        other.press("Ctrl+X", "an empty board", () -> other.cards().isEmpty());
        other.press("Ctrl+V", "both cards again", () -> other.cards().size() == 2);
        assertEquals(2, board.cards().size(), "what was copied is still there");
    }

    @Test
    void aNoteIsCopiedAsTextForOtherPrograms() {
        board.notes("for elsewhere");
        board.select("for elsewhere");
        board.person.press("Ctrl+C");
        board.window.await("text on the clipboard",
                () -> "for elsewhere".equals(OpenBoard.fromClipboard(TextTransfer.getInstance())));
    }

    @Test
    void whatIsSelectedIsCopiedAsAPicture() {
        board.notes("seen elsewhere", "not this one");
        board.select("seen elsewhere");
        Rect card = board.bounds("seen elsewhere");
        board.person.press("Ctrl+Alt+C");
        board.window.await("a picture on the clipboard, of one card, twice as sharp",
                () -> OpenBoard.fromClipboard(ImageTransfer.getInstance()) instanceof ImageData image
                        && image.width == Math.round((card.width() + 40) * 2));
        board.person.press("Esc");
        board.press("Ctrl+V", "a card of it", () -> board.all().anyMatch(part -> part.role() == Role.IMAGE));
    }

    @Test
    void textIsPastedAsANote() {
        OpenBoard.clipboard(TextTransfer.getInstance(), "from elsewhere");
        board.press("Ctrl+V", "a note", () -> board.names().equals(List.of("from elsewhere")));
    }

    @Test
    void aPictureIsPastedAsACard() {
        OpenBoard.clipboard(ImageTransfer.getInstance(),
                new ImageData(64, 48, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF)));
        board.press("Ctrl+V", "a picture", () -> board.all().anyMatch(part -> part.role() == Role.IMAGE));
    }

    @Test
    void filesArePastedAsCards(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("plan.bin"), BYTES);
        OpenBoard.clipboard(FileTransfer.getInstance(), new String[] {file.toString()});
        board.press("Ctrl+V", "a file", () -> board.all().anyMatch(part -> part.name().contains("plan")));
    }

    @Test
    void aFileDroppedFromAnotherWindowLandsWhereItIsDropped(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("dropped.bin"), BYTES);
        Shell elsewhere = offer(FileTransfer.getInstance(), new String[] {file.toString()});
        drop(elsewhere, new Point(500, 300), () -> !board.stage.frame().marks().isEmpty());
        board.window.await("a file", () -> board.all().anyMatch(part -> part.name().contains("dropped")));
        elsewhere.dispose();
        assertEquals(300, board.cards().getFirst().bounds().y(), 80);
    }

    @Test
    void aLinkThatABrowserNamesAsOneOfAListBecomesANote() {
        Shell elsewhere = offer(new UriList(), "#a remark\r\nhttps://example.org/silt\r\n");
        drop(elsewhere, new Point(500, 300), () -> !board.stage.frame().marks().isEmpty());
        board.window.await("a note with the link", () -> board.names().equals(List.of("https://example.org/silt")));
        elsewhere.dispose();
    }

    @Test
    void aFileDroppedOnANestedBoardGoesOntoIt(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("dropped.bin"), BYTES);
        DocumentFactory factory = board.window.service(DocumentFactory.class);
        DocumentUrl inner = factory.create("board", new Seed.Text("Inner"));
        factory.place(board.stage.url(), List.of(inner), new org.pushpin.content.Point(400, 200));
        board.window.await("the nested board", () -> board.has("Inner"));
        Rect card = board.bounds("Inner");
        Shell elsewhere = offer(FileTransfer.getInstance(), new String[] {file.toString()});
        Point on = new Point((int) card.center().x(), (int) card.center().y());
        drop(elsewhere, on, () -> board.stage.frame().overlay().stream().anyMatch(sprite -> sprite.key().equals("hint")));
        Repo repo = board.window.service(Repo.class);
        board.window.await("a card of the nested board", () -> Fields.root(repo.local(inner.id()).orElseThrow().current()).map("cards")
                .filter(cards -> cards.doc().keys(cards.map()).size() == 1).isPresent());
        elsewhere.dispose();
        assertEquals(List.of("Inner"), board.names());
    }

    /** Drags from another window, and lets go when the board shows what would happen. */
    private void drop(Shell elsewhere, Point at, BooleanSupplier shown) {
        Person there = new Person(elsewhere);
        Point origin = board.canvas.toDisplay(0, 0);
        there.take(new Point(30, 30));
        for (int step = 1; step <= 10; step++) {
            there.move(new Point(30 + step * 4, 30 + step));
        }
        Point target = elsewhere.toControl(origin.x + at.x, origin.y + at.y);
        there.move(target);
        board.window.await("the drop target shown", () -> {
            there.move(new Point(target.x + (int) (System.nanoTime() >> 20 & 1), target.y));
            return shown.getAsBoolean();
        });
        there.letGo();
    }

    /** Another program, as far as the display can tell. */
    private Shell offer(Transfer flavour, Object content) {
        Shell shell = new Shell(board.canvas.getDisplay(), SWT.NO_TRIM | SWT.ON_TOP);
        shell.setBounds(20, 600, 120, 80);
        DragSource source = new DragSource(shell, DND.DROP_COPY);
        source.setTransfer(new Transfer[] {flavour});
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = content;
            }
        });
        shell.open();
        board.window.await("the other window", shell::isVisible);
        return shell;
    }

    /** As browsers name links. */
    private static final class UriList extends ByteArrayTransfer {

        private static final int ID = registerType("text/uri-list");

        @Override
        protected int[] getTypeIds() {
            return new int[] {ID};
        }

        @Override
        protected String[] getTypeNames() {
            return new String[] {"text/uri-list"};
        }

        @Override
        protected void javaToNative(Object object, TransferData target) {
            super.javaToNative(((String) object).getBytes(StandardCharsets.US_ASCII), target);
        }
    }
}
