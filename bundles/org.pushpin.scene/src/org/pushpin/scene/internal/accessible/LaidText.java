// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.accessible;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Styled;
import org.pushpin.scene.AccessibleText;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.editing.TextSession;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.render.SceneItem;

/** A laid-out text, and the caret while it is edited. */
record LaidText(Core core, TextEditing editing, Laid.Lines lines, PartPlace place) implements AccessibleText {

    static boolean isEdited(TextEditing editing, Laid.Lines lines, PartPlace place) {
        return lines.editor().isPresent() && editing.active(place.item().key()) && editing.session()
                .filter(session -> session.text.equals(lines.editor().get().text())).isPresent();
    }

    /** What encloses a stretch, in points. */
    static Rect area(Core core, Laid.Lines lines, PartPlace place, int from, int to) {
        Rect caret = lines.block().caret(from);
        Rect all = from < to ? lines.block().selection(from, to).stream().reduce(Rect::union).orElse(caret) : caret;
        return place.points(core, all);
    }

    /** The links of a paragraph that begins at an offset. */
    static List<Link> links(Laid.Lines lines, PartPlace place, int start, Styled.Paragraph paragraph) {
        List<Link> links = new ArrayList<>();
        int at = start;
        for (Styled.Run run : paragraph.runs()) {
            int end = at + run.text().length();
            boolean link = run.kind() == Styled.Kind.TEXT && run.intent().isPresent();
            if (link) links.add(new Link(at, end, place.key() + "@" + at + "a"));
            at = end;
        }
        return links;
    }

    private Optional<TextSession> session() {
        return isEdited(editing, lines, place) ? editing.session() : Optional.empty();
    }

    private int within(int offset) {
        return Math.clamp(offset, 0, content().length());
    }

    @Override
    public String content() {
        return lines.placeholder() ? "" : lines.block().plain();
    }

    @Override
    public int caret() {
        return session().map(session -> within(session.caret())).orElse(-1);
    }

    @Override
    public int selectionStart() {
        return session().map(session -> within(session.from())).orElse(0);
    }

    @Override
    public int selectionEnd() {
        return session().map(session -> within(session.to())).orElse(0);
    }

    @Override
    public Rect bounds(int from, int to) {
        return area(core, lines, place, within(from), within(to));
    }

    @Override
    public int offsetAt(Point point) {
        Point board = core.camera.board(point.x(), point.y());
        return within(lines.block().hit(board.x() - place.x(), board.y() - place.y()).offset());
    }

    @Override
    public int lineStart(int offset) {
        return lines.block().lineStart(within(offset), false);
    }

    @Override
    public int lineEnd(int offset) {
        return lines.block().lineEnd(within(offset), false).offset();
    }

    @Override
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        int start = 0;
        for (Styled.Paragraph paragraph : lines.placeholder() ? List.<Styled.Paragraph>of() : lines.block().text().paragraphs()) {
            links.addAll(links(lines, place, start, paragraph));
            start += paragraph.length() + 1;
        }
        return links;
    }

    @Override
    public boolean select(int from, int to) {
        if (!begin()) return false;
        editing.select(from, to);
        return true;
    }

    @Override
    public boolean replace(int from, int to, String by) {
        if (!begin()) return false;
        int start = Math.min(within(from), within(to));
        editing.change(by.length() > 1 ? "paste" : "type", start, Math.max(within(from), within(to)), by);
        return true;
    }

    private boolean begin() {
        Optional<SceneItem> item = core.item(place.item().key()).filter(now -> !now.locked());
        Optional<Parts.Found> found = item.flatMap(now -> Deeds.part(now, place.path())).filter(part ->
                part.part() instanceof Laid.Lines now && now.editor().isPresent());
        return found.isPresent() && editing.begin(item.get(), found.get());
    }
}
