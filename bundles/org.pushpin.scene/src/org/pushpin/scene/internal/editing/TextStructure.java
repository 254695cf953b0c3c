// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Styled;
import org.pushpin.content.View;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.Scalar;
import org.pushpin.scene.Command;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.text.Breaks;
import org.pushpin.scene.internal.text.TextBlock;

/**
 * What keys and commands do to a text that is more than characters: lists that go on, items that are moved in and out,
 * tasks that are ticked, marks. Paragraphs say what they are by their {@link Styled.Lead}; this names no syntax but a
 * task's and a link's, for those that it makes.
 */
public record TextStructure(Core core, Performer performer, TextEditing editing) {

    static final String FORMAT = "format:";
    static final String TICK = "tick";
    private static final String LEVEL = "  ";
    private static final String TASK = "[ ] ";
    private static final int LONGEST_MARKER = 64;

    private TextSession session() {
        return editing.session().orElseThrow();
    }

    // keys

    /** Goes on with a list; in an item without text ends it. */
    void enter() {
        editing.onLines(() -> {
            TextBlock block = editing.block();
            int caret = session().caret();
            String next = block.source(caret).lead().next();
            boolean nothing = block.source(caret).length() == block.textStart(caret) - block.start(caret);
            if (session().hasSelection() || next.isEmpty()) editing.change("type", session().from(), session().to(), "\n");
            else if (nothing) editing.change("type", block.start(caret), block.textStart(caret), "");
            else editing.change("type", caret, caret, "\n" + next);
        }, () -> editing.change("type", session().from(), session().to(), "\n"));
    }

    /** Whether the caret may stand right behind a marker: only then are its lines needed to know what goes. */
    boolean behindMarker() {
        int caret = session().caret();
        int start = session().plain().lastIndexOf('\n', caret - 1) + 1;
        return !session().hasSelection() && caret > start && caret - start <= LONGEST_MARKER
                && session().plain().charAt(caret - 1) == ' ';
    }

    /** Whether the next character ends a line, and more may have to go with it. */
    boolean beforeLine() {
        int caret = session().caret();
        return !session().hasSelection() && caret < session().plain().length() && session().plain().charAt(caret) == '\n';
    }

    /** Takes a marker away, or moves its item out; else what stands before the caret. */
    void backspace(boolean word) {
        editing.onLines(() -> {
            TextBlock block = editing.block();
            int caret = session().caret();
            int start = block.start(caret);
            boolean behind = caret == block.textStart(caret) && caret > start;
            if (!behind) editing.writing.deleteNow(-1, word);
            else if (session().plain().startsWith(LEVEL, start)) editing.writing.changeAround("delete", start, start + LEVEL.length(), "");
            else editing.change("delete", start, caret, "");
        });
    }

    /** Joins the next line, without its marker. */
    void deleteLineEnd() {
        editing.onLines(() -> {
            int caret = session().caret();
            editing.change("delete", caret, editing.block().textStart(caret + 1), "");
        });
    }

    /** Moves the items of the selection in or out; where there is none, writes a tab, or ends the edit. */
    void tab(boolean out) {
        editing.onLines(() -> {
            TextBlock block = editing.block();
            if (block.source(session().caret()).marker() > 0) indent(block, out);
            else if (out) editing.end();
            else editing.change("type", session().from(), session().to(), "\t");
        });
    }

    private void indent(TextBlock block, boolean out) {
        int from = session().from();
        for (int start = block.start(session().to()); ; start = block.start(start - 1)) {
            boolean item = block.textStart(start) > start;
            if (item && !out) editing.writing.changeAround("type", start, start, LEVEL);
            else if (item && session().plain().startsWith(LEVEL, start)) {
                editing.writing.changeAround("type", start, start + LEVEL.length(), "");
            }
            if (start <= from || start == 0) return;
        }
    }

    /** Ticks the task that the caret is in, or takes the tick away; makes a task of what is none. */
    void tick() {
        editing.onLines(() -> {
            TextBlock block = editing.block();
            int caret = session().caret();
            Styled.Paragraph paragraph = block.source(caret);
            Optional<Intent> tick = paragraph.runs().stream().filter(run -> run.kind() == Styled.Kind.MARKER)
                    .findFirst().flatMap(Styled.Run::intent);
            int text = block.textStart(caret);
            if (tick.isPresent()) performer.perform(session().url, tick.get(), Point.ORIGIN);
            else if (paragraph.lead().sign() == Styled.Sign.BULLET) editing.writing.changeAround("type", text, text, TASK);
            else if (paragraph.marker() == 0) editing.writing.changeAround("type", text, text, "- " + TASK);
        });
    }

    // commands

    /** What can be done to the selection, for menus and keys. */
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        for (View.Format format : editing.formats()) {
            all.add(new Command(FORMAT + format.mark(), format.label(), Icon.NONE, format.key(), true));
        }
        if (!all.isEmpty()) all.add(new Command(TICK, core.messages().get("tick"), Icon.CHECK, "Ctrl+Enter", true));
        return all;
    }

    public void perform(String command) {
        if (command.equals(TICK)) tick();
        else if (command.startsWith(FORMAT)) format(command.substring(FORMAT.length()));
    }

    private void format(String mark) {
        editing.onLines(() -> {
            session().follow();
            int from = session().from();
            int to = session().to();
            if (from == to) {
                int[] word = Breaks.wordAt(session().plain(), from);
                from = word[0];
                to = word[1];
            }
            if (session().plain().substring(from, to).isBlank()) return;
            if (covered(mark, from, to)) editing.writing.format(from, to, mark, Scalar.NULL);
            else if (mark.equals("link")) link(from, to);
            else editing.writing.format(from, to, mark, new Scalar.Bool(true));
        });
    }

    /** Whether all of a stretch has the mark. Costs the marks. */
    private boolean covered(String name, int from, int to) {
        int reached = from;
        for (Mark mark : session().doc().marks(session().text)) {
            boolean here = mark.name().equals(name) && !mark.value().equals(Scalar.NULL);
            if (here && mark.start() <= reached) reached = Math.max(reached, mark.end());
        }
        return reached >= to;
    }

    /** To what the clipboard holds, if that is a link; else it is written, and the caret stands where the target goes. */
    private void link(int from, int to) {
        core.host.clipboard().thenAccept(content -> core.host.execute(() -> {
            if (editing.session().isEmpty()) return;
            String target = content.text().strip();
            if (isLink(target)) editing.writing.format(from, to, "link", new Scalar.Str(target));
            else {
                editing.writing.changeAround("type", to, to, "]()");
                editing.writing.changeAround("type", from, from, "[");
                session().caret(to + 3, false);
                editing.moved(false);
            }
        }));
    }

    private static boolean isLink(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean scheme = lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:")
                || lower.startsWith("pushpin:/");
        return scheme && text.length() <= 2000 && text.chars().noneMatch(Character::isWhitespace);
    }
}
