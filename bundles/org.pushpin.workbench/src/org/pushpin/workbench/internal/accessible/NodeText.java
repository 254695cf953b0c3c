// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import java.text.BreakIterator;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleTextEvent;
import org.eclipse.swt.accessibility.AccessibleTextExtendedAdapter;
import org.eclipse.swt.graphics.Point;

import org.pushpin.content.Rect;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.AccessibleText;

/** A node's text. A client counts in characters, {@link AccessibleText} in UTF-16 units: an emoji is one of the former. */
final class NodeText extends AccessibleTextExtendedAdapter {

    private final StageNode node;

    NodeText(StageNode node) {
        this.node = node;
    }

    private Optional<AccessibleText> text() {
        return node.now().text();
    }

    private String content() {
        return text().map(AccessibleText::content).orElse("");
    }

    /** Of a number of characters, in units. */
    static int units(String content, int characters) {
        int all = content.codePointCount(0, content.length());
        return characters < 0 ? content.length() : content.offsetByCodePoints(0, Math.min(characters, all));
    }

    /** Of a number of units, in characters. */
    static int characters(String content, int units) {
        return content.codePointCount(0, Math.clamp(units, 0, content.length()));
    }

    private int units(int characters) {
        return units(content(), characters);
    }

    private int characters(int units) {
        return characters(content(), units);
    }

    @Override
    public void getCaretOffset(AccessibleTextEvent event) {
        int caret = text().map(AccessibleText::caret).orElse(-1);
        event.offset = caret < 0 ? -1 : characters(caret);
    }

    @Override
    public void setCaretOffset(AccessibleTextEvent event) {
        select(event, event.offset, event.offset);
    }

    @Override
    public void addSelection(AccessibleTextEvent event) {
        select(event, event.start, event.end);
    }

    @Override
    public void setSelection(AccessibleTextEvent event) {
        select(event, event.start, event.end);
    }

    @Override
    public void removeSelection(AccessibleTextEvent event) {
        text().filter(text -> text.caret() >= 0).ifPresent(text -> select(event, characters(text.caret()), characters(text.caret())));
    }

    private void select(AccessibleTextEvent event, int from, int to) {
        boolean done = text().filter(text -> text.select(units(from), units(to))).isPresent();
        event.result = done ? ACC.OK : null;
    }

    @Override
    public void getSelectionCount(AccessibleTextEvent event) {
        event.count = text().filter(text -> text.selectionStart() < text.selectionEnd()).isPresent() ? 1 : 0;
    }

    @Override
    public void getSelection(AccessibleTextEvent event) {
        text().ifPresent(text -> {
            event.start = characters(text.selectionStart());
            event.end = characters(text.selectionEnd());
        });
    }

    @Override
    public void getSelectionRange(AccessibleTextEvent event) {
        getSelection(event);
        event.offset = event.start;
        event.length = event.end - event.start;
    }

    @Override
    public void getCharacterCount(AccessibleTextEvent event) {
        event.count = characters(content().length());
    }

    @Override
    public void getOffsetAtPoint(AccessibleTextEvent event) {
        Point at = node.tree().canvas().toControl(event.x, event.y);
        event.offset = text().map(text -> characters(text.offsetAt(new org.pushpin.content.Point(at.x, at.y)))).orElse(-1);
    }

    @Override
    public void getTextBounds(AccessibleTextEvent event) {
        text().map(text -> text.bounds(units(event.start), units(event.end))).ifPresent(bounds -> place(event, bounds));
    }

    private void place(AccessibleTextEvent event, Rect bounds) {
        Point at = node.tree().canvas().toDisplay((int) Math.round(bounds.x()), (int) Math.round(bounds.y()));
        event.x = at.x;
        event.y = at.y;
        event.width = (int) Math.round(bounds.width());
        event.height = (int) Math.round(bounds.height());
    }

    // stretches

    /** What is at, before ({@code count} below 0) or after an offset; SWT asks several times to join them. */
    @Override
    public void getText(AccessibleTextEvent event) {
        String content = content();
        int start = Math.min(units(content, event.start), units(content, event.end));
        int end = Math.max(units(content, event.start), units(content, event.end));
        int[] range = event.type == ACC.TEXT_BOUNDARY_ALL ? new int[] {start, end} : range(content, event.type, start);
        for (int left = event.count; left > 0 && range[1] < content.length(); left--) {
            range = next(content, event.type, range[1]);
        }
        for (int left = event.count; left < 0 && range[0] > 0; left++) {
            range = range(content, event.type, range[0] - 1);
        }
        event.start = characters(content, range[0]);
        event.end = characters(content, range[1]);
        event.result = content.substring(range[0], range[1]);
    }

    private int[] next(String content, int type, int from) {
        int[] next = type == ACC.TEXT_BOUNDARY_WORD ? segment(BreakIterator.getWordInstance(), content, from) : range(content, type, from);
        boolean between = next[1] <= from || content.substring(next[0], next[1]).isBlank();
        return between && next[1] < content.length() ? range(content, type, Math.max(next[1], from + 1)) : next;
    }

    /** The unit of a kind around an offset. */
    private int[] range(String content, int type, int offset) {
        return switch (type) {
            case ACC.TEXT_BOUNDARY_CHAR -> segment(BreakIterator.getCharacterInstance(), content, offset);
            case ACC.TEXT_BOUNDARY_WORD -> word(content, offset);
            case ACC.TEXT_BOUNDARY_SENTENCE -> segment(BreakIterator.getSentenceInstance(), content, offset);
            case ACC.TEXT_BOUNDARY_LINE -> line(content, offset);
            default -> paragraph(content, offset);
        };
    }

    /** Between two words, the one before. */
    private static int[] word(String content, int offset) {
        int[] word = segment(BreakIterator.getWordInstance(), content, offset);
        boolean between = word[0] > 0 && content.substring(word[0], word[1]).isBlank();
        return between ? segment(BreakIterator.getWordInstance(), content, word[0] - 1) : word;
    }

    private static int[] segment(BreakIterator breaks, String content, int offset) {
        breaks.setText(content);
        if (offset >= content.length()) {
            return new int[] {content.length(), content.length()};
        }
        int end = breaks.following(offset);
        return new int[] {breaks.previous(), end == BreakIterator.DONE ? content.length() : end};
    }

    /** As it is laid out, without the line's end. */
    private int[] line(String content, int offset) {
        return text().map(text -> {
            int paragraph = paragraph(content, offset)[0]; // before a marker, where the caret does not go
            int start = text.lineStart(offset) == text.lineStart(paragraph) ? paragraph : text.lineStart(offset);
            return new int[] {start, Math.clamp(text.lineEnd(offset), start, content.length())};
        }).orElse(new int[] {0, 0});
    }

    private static int[] paragraph(String content, int offset) {
        int end = content.indexOf('\n', offset);
        return new int[] {offset == 0 ? 0 : content.lastIndexOf('\n', offset - 1) + 1, end < 0 ? content.length() : end};
    }

    // links

    private List<AccessibleText.Link> links() {
        return text().map(AccessibleText::links).orElse(List.of());
    }

    @Override
    public void getHyperlinkCount(AccessibleTextEvent event) {
        event.count = links().size();
    }

    @Override
    public void getHyperlink(AccessibleTextEvent event) {
        if (event.index >= 0 && event.index < links().size()) {
            StageNode link = inside(node, links().get(event.index).node());
            event.accessible = link == null ? null : link.accessible();
        }
    }

    private static StageNode inside(StageNode above, String key) {
        List<Accessible> children = above.now().children();
        for (int i = 0; i < children.size(); i++) {
            boolean is = children.get(i).key().equals(key);
            StageNode child = is || !children.get(i).children().isEmpty() ? above.child(i) : null;
            StageNode found = is || child == null ? child : inside(child, key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    public void getHyperlinkIndex(AccessibleTextEvent event) {
        int unit = units(event.offset);
        event.index = -1;
        for (int i = 0; i < links().size(); i++) {
            if (unit >= links().get(i).from() && unit < links().get(i).to()) {
                event.index = i;
            }
        }
    }
}
