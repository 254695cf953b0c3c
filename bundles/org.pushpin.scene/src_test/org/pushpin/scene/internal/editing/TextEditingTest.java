// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Rect;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.fixture.FakeHandle;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.fixture.Types;

class TextEditingTest {

    private final Theatre theatre = new Theatre();
    private DocumentUrl note;

    @BeforeEach
    void open() {
        note = theatre.pin("a", "one two three", 100, 100, 300, 200);
        theatre.open();
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private FakeHandle handle() {
        return theatre.repo.handle(note);
    }

    private void edit() {
        theatre.click(150, 280);
        theatre.key("Enter");
        assertTrue(theatre.stage.editing());
    }

    private void remote(int at, int delete, String insert) {
        handle().remote(edit -> edit.splice(Types.text(edit), at, delete, insert));
    }

    private Rect caret() {
        return theatre.stage.caret().orElseThrow();
    }

    @Test
    void doubleClickOnPaperMakesANoteAndEditsIt() {
        theatre.doubleClick(700, 500);
        assertTrue(theatre.stage.editing());
        theatre.type("Hello");
        theatre.key("Enter");
        theatre.type("there");

        DocumentUrl made = theatre.repo.documents().stream().map(id -> theatre.repo.local(id).orElseThrow().url("text"))
                .toList().getLast();
        assertEquals("Hello\nthere", theatre.text(made));
        assertEquals(1, theatre.stage.selection().size());
        theatre.key("Esc");
        assertFalse(theatre.stage.editing());
    }

    @Test
    void doubleClickOnANoteEditsIt() {
        theatre.doubleClick(150, 125);
        assertTrue(theatre.stage.editing());
        theatre.key("Ctrl+A");
        theatre.type("new");
        assertEquals("new", theatre.text(note));
    }

    @Test
    void caretKeysMove() {
        edit();
        theatre.key("Ctrl+Home");
        theatre.type("A");
        theatre.key("End");
        theatre.type("Z");
        theatre.key("Ctrl+Left");
        theatre.type("x");
        theatre.key("Left");
        theatre.key("Left");
        theatre.key("Delete");
        assertEquals("Aone twoxthreeZ", theatre.text(note));
        theatre.key("Backspace");
        assertEquals("Aone twxthreeZ", theatre.text(note));
        theatre.key("Ctrl+Backspace");
        assertEquals("Aone xthreeZ", theatre.text(note));
    }

    @Test
    void shiftSelectsAndTypingReplaces() {
        edit();
        theatre.key("Ctrl+Home");
        theatre.key("Ctrl+Shift+Right");
        assertTrue(theatre.stage.frame().marks().stream().anyMatch(mark -> mark instanceof Mark.Fill));
        theatre.type("1 ");
        assertEquals("1 two three", theatre.text(note));
    }

    @Test
    void aClickPutsTheCaretAndADoubleClickTakesAWord() {
        edit();
        theatre.click(116, 120);
        theatre.type("|");
        assertEquals("|one two three", theatre.text(note));
        Rect at = caret();
        theatre.down(at.x() + 36, at.y() + 5, 2, Modifiers.NONE);
        theatre.up(at.x() + 36, at.y() + 5);
        theatre.settle();
        theatre.type("2");
        assertEquals("|one 2 three", theatre.text(note));
    }

    @Test
    void draggingSelects() {
        edit();
        theatre.drag(116, 120, 500, 120);
        theatre.type("x");
        assertEquals("x", theatre.text(note));
    }

    @Test
    void upAndDownKeepTheColumn() {
        edit();
        theatre.key("Ctrl+A");
        theatre.stage.text("aaaaaaaa\nbb\ncccccccc");
        theatre.settle();
        theatre.key("Left");
        double column = caret().x();
        theatre.key("Up");
        assertTrue(caret().x() < column);
        theatre.key("Up");
        assertEquals(column, caret().x(), 8);
        theatre.type("|");
        assertEquals("aaaaaaa", theatre.text(note).substring(0, 7));
    }

    @Test
    void remoteTextBeforeTheCaretMovesItAlong() {
        edit();
        theatre.key("Ctrl+Home");
        theatre.key("Right");
        remote(0, 0, "zero ");
        theatre.type("!");
        assertEquals("zero o!ne two three", theatre.text(note));
    }

    @Test
    void remoteTextBehindTheCaretLeavesItAlone() {
        edit();
        theatre.key("Ctrl+Home");
        double x = caret().x();
        remote(4, 0, "and ");
        theatre.settle();
        assertEquals(x, caret().x());
        theatre.type("!");
        assertEquals("!one and two three", theatre.text(note));
    }

    @Test
    void aRemoteDeletionAroundTheCaretLeavesItWhereTheTextWas() {
        edit();
        theatre.key("Ctrl+Home");
        theatre.key("Ctrl+Right");
        theatre.key("Right");
        remote(2, 6, "");
        theatre.type("|");
        assertEquals("on|three", theatre.text(note).replace(" ", ""));
    }

    @Test
    void aSelectionFollowsRemoteChanges() {
        edit();
        theatre.key("Ctrl+Home");
        theatre.key("Ctrl+Right");
        theatre.key("Ctrl+Shift+Right");
        remote(0, 0, ">>> ");
        theatre.settle();
        theatre.type("2 ");
        assertEquals(">>> one 2 three", theatre.text(note));
    }

    @Test
    void aMergeThatWinsTheRaceDoesNotMisplaceAKeystroke() {
        edit();
        theatre.key("Ctrl+Home");
        theatre.key("Ctrl+Right");
        handle().race = () -> remote(0, 0, "zero ");
        theatre.type("|");
        assertEquals("zero one |two three", theatre.text(note));
        theatre.type("|");
        assertEquals("zero one ||two three", theatre.text(note));
    }

    @Test
    void typingWithRandomRemoteSplicesNeverScattersWhatIsTyped() {
        edit();
        theatre.key("Ctrl+Home");
        theatre.key("Ctrl+Right");
        Random random = new Random(11);
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            String now = theatre.text(note);
            int own = now.indexOf(typed.toString());
            boolean before = random.nextBoolean();
            if (before && own > 0) remote(random.nextInt(own), 0, "r");
            else if (!before) remote(Math.min(now.length(), own + typed.length() + 1), 0, "R");
            if (random.nextInt(3) > 0) theatre.settle();
            char c = (char) ('0' + i % 10);
            theatre.stage.text(String.valueOf(c));
            typed.append(c);
        }
        assertTrue(theatre.text(note).contains(typed), theatre.text(note));
    }

    @Test
    void quickTypingIsOneStepOfUndoAndAPauseBeginsAnother() {
        edit();
        theatre.key("Ctrl+End");
        theatre.type(" four");
        theatre.now = theatre.now.plus(Duration.ofSeconds(5));
        theatre.type(" five");
        theatre.key("Ctrl+Z");
        assertEquals("one two three four", theatre.text(note));
        theatre.key("Ctrl+Z");
        assertEquals("one two three", theatre.text(note));
        theatre.key("Ctrl+Shift+Z");
        assertEquals("one two three four", theatre.text(note));
        theatre.type("!");
        assertTrue(theatre.text(note).contains("!"));
    }

    @Test
    void undoSpansBoardAndCards() {
        theatre.drag(150, 280, 210, 280);
        theatre.key("Enter");
        theatre.type("!");
        theatre.key("Esc");
        theatre.key("Ctrl+Z");
        assertEquals("one two three", theatre.text(note));
        assertEquals(160 - 12, theatre.sprite("a").x());
        theatre.key("Ctrl+Z");
        assertEquals(100 - 12, theatre.sprite("a").x());
    }

    @Test
    void copyCutAndPasteWorkOnText() {
        edit();
        theatre.key("Ctrl+Home");
        theatre.key("Ctrl+Shift+Right");
        theatre.key("Ctrl+X");
        assertEquals("one ", theatre.clipboard.text());
        theatre.key("Ctrl+End");
        theatre.clipboard = Transfer.text(" a\r\nb");
        theatre.key("Ctrl+V");
        assertEquals("two three a\nb", theatre.text(note));
    }

    @Test
    void compositionIsShownAndNotWritten() {
        edit();
        theatre.key("Ctrl+Home");
        double before = caret().x();
        long version = theatre.sprite("a").version();
        theatre.stage.compose("にほ", 2);
        theatre.settle();

        assertEquals("one two three", theatre.text(note));
        assertTrue(caret().x() > before + 10);
        assertTrue(theatre.sprite("a").version() > version);

        remote(0, 0, "zero ");
        theatre.settle();
        assertTrue(caret().x() > before + 20, "the composition stays at the caret");

        theatre.stage.text("日本");
        theatre.settle();
        assertEquals("zero 日本one two three", theatre.text(note).replace("日本zero ", "zero 日本"));
    }

    @Test
    void keysThatNeedLinesWaitForThem() {
        edit();
        theatre.key("Ctrl+Home");
        theatre.stage.text("abc\n");
        theatre.stage.key(org.pushpin.scene.KeyEvent.of("Up"));
        theatre.stage.text("X");
        theatre.settle();
        assertEquals("Xabc\none two three", theatre.text(note));
    }

    @Test
    void backspaceInAnEmptyNoteRemovesIt() {
        theatre.doubleClick(700, 500);
        theatre.key("Backspace");
        assertFalse(theatre.stage.editing());
        assertEquals(1, theatre.stage.frame().sprites().size());
    }

    @Test
    void aNoteThatIsRemovedElsewhereEndsTheEdit() {
        edit();
        theatre.repo.handle(theatre.board).remote(edit -> edit.put(org.pushpin.content.Fields.root(edit).map("cards")
                .orElseThrow().map("a").orElseThrow().map(), "removed", true));
        theatre.settle();
        assertFalse(theatre.stage.editing());
        theatre.type("lost");
        assertEquals("one two three", theatre.text(note));
    }

    @Test
    void anOpenedNoteIsEditedByOneClick() {
        theatre.open(note);
        theatre.click(600, 60);
        assertTrue(theatre.stage.editing());
        theatre.key("Ctrl+End");
        theatre.type(".");
        assertEquals("one two three.", theatre.text(note));
    }

    @Test
    void theCaretIsHiddenWithoutFocus() {
        edit();
        assertTrue(theatre.stage.frame().marks().stream().anyMatch(mark -> mark instanceof Mark.Caret));
        theatre.stage.focus(false);
        assertTrue(theatre.stage.frame().marks().stream().noneMatch(mark -> mark instanceof Mark.Caret));
    }

    @Test
    void whatIsTypedWhileLinesAreMadeStaysInOrder() {
        edit();
        theatre.stage.key(KeyEvent.of("Ctrl+A"));
        for (String line : new String[] {"one", "two", "three"}) {
            line.codePoints().forEach(c -> theatre.stage.text(Character.toString(c)));
            theatre.stage.key(KeyEvent.of("Enter"));
        }
        theatre.stage.key(KeyEvent.of("Backspace"));
        theatre.stage.text("!");
        theatre.settle();
        assertEquals("one\ntwo\nthree!", theatre.text(note));
    }

    @Test
    void charactersOfManyUnitsAreOneStep() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        for (String character : new String[] {"\uD83D\uDE00", family, "e\u0301", "\uD83C\uDDE9\uD83C\uDDEA", "\u0E01\u0E33"}) {
            edit();
            theatre.key("Ctrl+A");
            theatre.stage.text("a" + character + "b");
            theatre.settle();
            theatre.key("Left");
            theatre.key("Left");
            theatre.type("|");
            assertEquals("a|" + character + "b", theatre.text(note));
            theatre.key("Delete");
            assertEquals("a|b", theatre.text(note));
        }
    }

    @Test
    void arrowsFollowTheEyeInTextThatReadsToTheLeft() {
        edit();
        theatre.key("Ctrl+A");
        theatre.stage.text("\u05d0\u05d1\u05d2");
        theatre.settle();
        double end = caret().x();
        theatre.key("Right");
        assertTrue(caret().x() > end, "right is backwards in the text, and to the right on the screen");
        theatre.type("|");
        assertEquals("\u05d0\u05d1|\u05d2", theatre.text(note));
    }
}
