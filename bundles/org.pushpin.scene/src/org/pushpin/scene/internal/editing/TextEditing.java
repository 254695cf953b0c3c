// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.editing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.pushpin.content.Rect;
import org.pushpin.content.View;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.render.Rendered;
import org.pushpin.scene.internal.render.Request;
import org.pushpin.scene.internal.render.SceneItem;
import org.pushpin.scene.internal.text.TextBlock;

/**
 * Editing text in place, on the lines that are laid out. Typing changes the document at once; what needs the lines (a
 * click, up, down, home, end) waits for the scene that has them, in the order in which it came.
 */
public final class TextEditing {

    private final Core core;
    private final Performer performer;
    private final Errands errands = new Errands(() -> found().isPresent());
    private final CaretPlace place;
    private TextSession session;
    private boolean lineEnd;
    private double column = Double.NaN;
    private int preeditCaret;
    /** A button is down in the text: nothing may move under the pointer. */
    private boolean pressed;
    public final TextStructure structure;
    final TextWriting writing;
    private final TextPointer pointer;

    public TextEditing(Core core, Performer performer) {
        this.core = core;
        this.performer = performer;
        structure = new TextStructure(core, performer, this);
        writing = new TextWriting(core, performer, this);
        pointer = new TextPointer(core, this);
        place = new CaretPlace(core);
    }

    public boolean active() {
        return session != null;
    }

    public boolean active(String item) {
        return session != null && session.item.equals(item);
    }

    public Optional<TextSession> session() {
        return Optional.ofNullable(session);
    }

    // begin and end

    /** Begins with an editor of a card, the caret at the end. @return whether it can be edited */
    public boolean begin(SceneItem item, Parts.Found editor) {
        View.Editor view = Parts.editor(editor);
        DocumentUrl url = editor.owner().map(Rendered::url).orElse(core.url);
        Optional<DocHandle> handle = performer.handle(url);
        if (handle.isEmpty() || handle.get().current().type(view.text()).isEmpty()) return false;
        boolean same = session != null && session.handle == handle.get() && session.text.equals(view.text())
                && session.item.equals(item.key());
        if (same) return true;
        end();
        core.edited = item.key();
        session = new TextSession(item.key(), url, handle.get(), view.text(), view.singleLine(), performer);
        core.expanded.add(item.key());
        lineEnd = false;
        column = Double.NaN;
        place.reveal();
        core.request();
        core.damaged();
        return true;
    }

    public void end() {
        if (session == null) return;
        errands.finish();
        if (session == null) return;
        core.undo.endRun();
        core.expanded.remove(session.item);
        session = null;
        core.edited = "";
        core.writing(Optional.empty());
        place.forget();
        pressed = false;
        core.compose(Optional.empty());
        core.reveal(Optional.empty());
        core.request();
        core.damaged();
    }

    /** A new scene: follows remote changes, and does what waited for lines. */
    public void scene() {
        if (session == null) return;
        if (core.item(session.item).isEmpty()) {
            end();
            return;
        }
        session.follow();
        if (!session.exists()) {
            end();
            return;
        }
        core.composing().filter(c -> c.at() != session.caret()).ifPresent(c -> compose(c.preedit(), preeditCaret));
        errands.goOn(() -> session != null);
        if (session == null) return;
        if (found().isPresent()) place.bringIntoSight(caret());
        core.writing(Optional.of(session.writing()));
        revealSyntax();
    }

    /** Shows the syntax where the caret or the selection is. Counts the lines before it. */
    private void revealSyntax() {
        if (pressed) return;
        int first = lineEnds(0, session.from());
        int last = first + lineEnds(session.from(), session.to());
        core.reveal(Optional.of(new Request.Revealed(session.item, session.text, first, last)));
    }

    private int lineEnds(int from, int to) {
        int count = 0;
        for (int at = session.plain().indexOf('\n', from); at >= 0 && at < to;) {
            count++;
            at = session.plain().indexOf('\n', at + 1);
        }
        return count;
    }

    // lines

    /** Where the text is laid out, if the lines are those of the session's snapshot. */
    Optional<Parts.Found> found() {
        return core.item(session.item).flatMap(item -> {
            Optional<Parts.Found> found = Parts.editor(item, session.url, session.text);
            boolean fresh = found.flatMap(f -> f.owner().or(() -> core.scene().map(s -> s.root())))
                    .flatMap(Rendered::doc).filter(doc -> doc == session.doc()).isPresent();
            return fresh ? found : Optional.empty();
        });
    }

    /** Runs when the lines are there, after what waits already; not at all when the edit ends before. */
    void onLines(Runnable task) {
        onLines(task, () -> { });
    }

    /** @param otherwise what is done instead when the edit ends before */
    void onLines(Runnable task, Runnable otherwise) {
        session.follow();
        errands.onLines(task, otherwise);
    }

    /** Runs after what waits already. */
    void afterWaiting(Runnable task) {
        errands.afterWaiting(task);
    }

    TextBlock block() {
        return Parts.block(found().orElseThrow());
    }

    /** The lines, if they are those of the present text. */
    Optional<TextBlock> lines() {
        return session == null ? Optional.empty() : found().map(Parts::block);
    }

    /** What the text that is being edited can be marked with. */
    public List<View.Format> formats() {
        return session == null ? List.of() : found().map(f -> Parts.editor(f).writing().formats()).orElse(List.of());
    }

    /** Of the block, which has what an input method is composing in it, for an offset of the text. */
    int inBlock(int offset) {
        Optional<Request.Composing> composing = core.composing();
        return composing.isPresent() && offset > composing.get().at() ? offset + composing.get().preedit().length()
                : offset;
    }

    // pointer

    /** @param x in board units from the card's corner */
    public void press(double x, double y, int clicks, boolean extend) {
        pressed = true;
        pointer.press(x, y, clicks, extend);
    }

    public void drag(double x, double y) {
        pointer.drag(x, y);
    }

    /** The button went up. */
    public void released() {
        pressed = false;
        if (session != null) revealSyntax();
    }

    void moved(boolean atLineEnd) {
        lineEnd = atLineEnd;
        column = Double.NaN;
        place.reveal();
        core.writing(Optional.of(session.writing()));
        revealSyntax();
        core.damaged();
    }

    // for keys

    /** At a soft line break: whether the caret is at the end of the upper line. */
    boolean lineEnd() {
        return lineEnd;
    }

    /** Where the caret goes when it moves up and down, in board units of the text. */
    OptionalDouble column() {
        return Double.isNaN(column) ? OptionalDouble.empty() : OptionalDouble.of(column);
    }

    void column(double x) {
        column = x;
    }

    public void selectAll() {
        session.select(0, session.plain().length());
        moved(false);
    }

    /** Puts the caret at {@code to}, and selects what lies between. */
    public void select(int from, int to) {
        session.follow();
        core.undo.endRun();
        session.select(from, to);
        moved(false);
    }

    /** Copies the selection; an empty text when there is none. */
    public String selected() {
        return session.hasSelection() ? session.selected() : "";
    }

    /** Whether what is inserted now begins a line. */
    public boolean atLineStart() {
        return session.from() == 0 || session.plain().charAt(session.from() - 1) == '\n';
    }

    /** The same with what it is marked with as signs of Markdown. */
    public String selectedMarkdown() {
        return session.selectedMarkdown();
    }

    /** Types or pastes text over the selection. */
    public void insert(String typed) {
        writing.insert(typed);
    }

    /** Replaces a range and puts the caret behind. @param kind what goes into one step of undo with its like */
    public void change(String kind, int from, int to, String insert) {
        writing.change(kind, from, to, insert);
    }

    public void deleteSelection() {
        if (session.hasSelection()) writing.change("delete", session.from(), session.to(), "");
    }

    // input method

    public void compose(String preedit, int caret) {
        session.follow();
        if (!preedit.isEmpty() && session.hasSelection()) deleteSelection();
        preeditCaret = Math.clamp(caret, 0, preedit.length());
        core.compose(preedit.isEmpty() ? Optional.empty()
                : Optional.of(new Request.Composing(session.item, session.text, session.caret(), preedit)));
        core.damaged();
    }

    // what is painted

    /** The caret, in board units; where it was while its lines are being made. */
    public Optional<Rect> caret() {
        if (session == null) return Optional.empty();
        int offset = session.plain().isEmpty() && core.composing().isEmpty() ? 0
                : session.caret() + (core.composing().isPresent() ? preeditCaret : 0);
        return place.caret(session.item, found(), offset, lineEnd);
    }

    /** What is selected, in board units. */
    public List<Rect> selectionAreas() {
        if (session == null || !session.hasSelection()) return List.of();
        return found().map(found -> place.areas(session.item, found, session.from(), session.to())).orElse(List.of());
    }
}
