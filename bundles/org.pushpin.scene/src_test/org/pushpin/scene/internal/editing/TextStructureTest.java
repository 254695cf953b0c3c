// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.CardSize;
import org.pushpin.content.ContentType;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Fields;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Seed;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.Summary;
import org.pushpin.content.TextStyle;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.fixture.Types;

/** Lists, tasks and marks under the keys that a person presses. */
class TextStructureTest {

    /** Lists of lines that begin with "- ", tasks with "- [ ] ". */
    private static final class Lists implements ContentType, Renderer {
        private final List<Intent> performed = new ArrayList<>();

        @Override
        public Descriptor descriptor(Locale locale) {
            return new Descriptor("lists", "Lists", Icon.NONE, CardSize.cells(15, 0, 2, 2, 40, 40), List.of(), true, 1);
        }

        @Override
        public void create(Edit edit, Seed seed) {
            ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
            if (seed instanceof Seed.Text typed) edit.splice(text, 0, 0, typed.text());
        }

        @Override
        public void perform(Intent intent, Edit edit) {
            performed.add(intent);
            if (intent instanceof Intent.Splice splice) Fields.splice(edit, splice);
            else edit.put(ObjectId.ROOT, "performed", performed.size());
        }

        @Override
        public Summary summarize(Doc document) {
            return new Summary("", "");
        }

        @Override
        public View render(Doc document, RenderContext in) {
            ObjectId text = Types.text(document);
            List<Styled.Paragraph> lines = new ArrayList<>();
            for (String line : document.text(text).split("\n", -1)) lines.add(line(line, in.theme().cardText()));
            View.Writing writing = new View.Writing(false, Style.Align.START, 0, List.of(
                    new View.Format("strong", "Bold", "Ctrl+B"), new View.Format("link", "Link", "Ctrl+K")));
            return View.Box.column(Style.NONE, new View.Editor(text, new Styled(lines), Styled.of("", in.theme().hint()), writing));
        }

        private static Styled.Paragraph line(String line, TextStyle style) {
            String item = line.stripLeading();
            String start = line.substring(0, line.length() - item.length());
            boolean task = item.startsWith("- [ ] ");
            if (!item.startsWith("- ")) {
                return new Styled.Paragraph(Styled.Lead.NONE, style, List.of(new Styled.Run(line, style)));
            }
            String marker = start + (task ? "- [ ] " : "- ");
            Optional<Intent> tick = task ? Optional.of(new Intent.Act("tick", Map.of())) : Optional.empty();
            return new Styled.Paragraph(Styled.Lead.sign(task ? Styled.Sign.BOX : Styled.Sign.BULLET, 20, marker), style,
                    List.of(new Styled.Run(marker, style, tick, Styled.Kind.MARKER, 0),
                            new Styled.Run(line.substring(marker.length()), style)));
        }
    }

    private final Theatre theatre = new Theatre();
    private final Lists lists = new Lists();
    private DocumentUrl note;

    @BeforeEach
    void open() {
        theatre.registry.addType(lists, Types.named("lists"));
        theatre.registry.addRenderer(lists, Types.named("lists"));
        note = theatre.factory.create("lists", new Seed.Text("- one"));
        theatre.pin("a", note, 100, 100, 300, 0);
        theatre.open();
        theatre.click(250, 110);
        theatre.key("Enter");
        assertTrue(theatre.stage.editing());
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private String text() {
        return theatre.text(note);
    }

    @Test
    void enterGoesOnWithAListAndInAnEmptyItemEndsIt() {
        theatre.key("Enter");
        theatre.type("two");
        assertEquals("- one\n- two", text());
        theatre.key("Enter");
        theatre.key("Enter");
        theatre.type("text");
        assertEquals("- one\n- two\ntext", text());
    }

    @Test
    void tabMovesAnItemInAndOutAndTheCaretStays() {
        theatre.key("Left");
        theatre.key("Tab");
        theatre.type("|");
        assertEquals("  - on|e", text());
        theatre.key("Shift+Tab");
        theatre.type("|");
        assertEquals("- on||e", text());
        theatre.key("Shift+Tab");
        assertTrue(theatre.stage.editing());
        assertEquals("- on||e", text());
    }

    @Test
    void backspaceBehindAMarkerTakesItAway() {
        theatre.key("Home");
        theatre.key("Backspace");
        assertEquals("one", text());
        theatre.key("Ctrl+Z");
        assertEquals("- one", text());
    }

    @Test
    void arrowsStepOverMarkersAndDeleteJoinsWithoutThem() {
        theatre.key("Enter");
        theatre.type("two");
        theatre.key("Home");
        theatre.key("Left");
        theatre.type("|");
        assertEquals("- one|\n- two", text());
        theatre.key("Delete");
        assertEquals("- one|two", text());
    }

    @Test
    void keyTicksATaskOrMakesOne() {
        theatre.key("Ctrl+Enter");
        assertEquals("- [ ] one", text());
        theatre.key("Ctrl+Enter");
        assertEquals(new Intent.Act("tick"), lists.performed.getLast());
    }

    @Test
    void clickOnABoxTicksWhetherEditedOrNot() {
        theatre.key("Ctrl+Enter");
        theatre.click(116, 113);
        assertEquals(new Intent.Act("tick"), lists.performed.getLast());
        int before = lists.performed.size();
        theatre.key("Esc");
        theatre.click(116, 113);
        assertEquals(before + 1, lists.performed.size());
    }

    @Test
    void keyMarksTheWordAtTheCaret() {
        theatre.key("Ctrl+B");
        Intent.Format bold = (Intent.Format) lists.performed.getLast();
        assertEquals("strong 2 5", bold.mark() + " " + bold.from() + " " + bold.to());
        assertTrue(theatre.stage.commands().stream().anyMatch(c -> c.label().equals("Bold") && c.enabled()));
    }

    @Test
    void linkIsTheCopiedAddressOrIsWritten() {
        theatre.clipboard = Transfer.text("https://example.org/");
        theatre.key("Ctrl+K");
        assertEquals("link", ((Intent.Format) lists.performed.getLast()).mark());
        theatre.clipboard = Transfer.text("no address");
        theatre.key("Ctrl+K");
        theatre.type("t");
        assertEquals("- [one](t)", text());
    }

    @Test
    void whatWaitsForLinesIsNotLostWhenTheEditEnds() {
        theatre.stage.text("!");
        theatre.stage.key(org.pushpin.scene.KeyEvent.of("Enter"));
        theatre.stage.text("two");
        theatre.stage.key(org.pushpin.scene.KeyEvent.of("Esc"));
        theatre.settle();
        assertEquals("- one!\ntwo", text());
    }
}
