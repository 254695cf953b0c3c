// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pushpin.content.Role;

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
        Shell elsewhere = new Shell(board.canvas.getDisplay(), SWT.NO_TRIM | SWT.ON_TOP);
        elsewhere.setBounds(20, 600, 120, 80);
        offer(elsewhere, file);
        elsewhere.open();
        board.window.await("the other window", elsewhere::isVisible);
        Person there = new Person(elsewhere);
        Point origin = board.canvas.toDisplay(0, 0);
        there.take(new Point(30, 30));
        for (int step = 1; step <= 10; step++) {
            there.move(new Point(30 + step * 4, 30 + step));
        }
        Point target = elsewhere.toControl(origin.x + 500, origin.y + 300);
        there.move(target);
        board.window.await("the drop target shown", () -> {
            there.move(new Point(target.x + (int) (System.nanoTime() >> 20 & 1), target.y));
            return board.stage.frame().marks().stream().findAny().isPresent();
        });
        there.letGo();
        board.window.await("a file", () -> board.all().anyMatch(part -> part.name().contains("dropped")));
        elsewhere.dispose();
        assertEquals(300, board.cards().getFirst().bounds().y(), 80);
    }

    private static void offer(Shell shell, Path file) {
        DragSource source = new DragSource(shell, DND.DROP_COPY);
        source.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = new String[] {file.toString()};
            }
        });
    }
}
