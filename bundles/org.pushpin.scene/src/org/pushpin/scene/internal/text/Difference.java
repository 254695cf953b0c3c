// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.text.Bidi;
import java.util.Arrays;
import java.util.List;

import org.pushpin.content.Rect;
import org.pushpin.content.Styled;

/** Where a block looks otherwise than another of the same width. */
record Difference(TextBlock before, TextBlock after) {

    /** An area outside which both look alike, in the blocks' coordinates, without what letters reach beyond their line. */
    Rect area() {
        int most = Math.min(before.paragraphs.size(), after.paragraphs.size());
        int head = 0;
        while (head < most && same(head, head)) head++;
        int tail = 0;
        while (tail < most - head && same(before.paragraphs.size() - 1 - tail, after.paragraphs.size() - 1 - tail)) tail++;
        int lastBefore = before.paragraphs.size() - 1 - tail;
        int lastAfter = after.paragraphs.size() - 1 - tail;
        boolean plain = isPlain(before, head, lastBefore) && isPlain(after, head, lastAfter);
        if (!plain) return whole();
        if (lastBefore == head && lastAfter == head && before.top(head) == after.top(head)) return within(head);
        if (lastBefore < head && lastAfter < head) return new Rect(0, 0, 0, 0);
        double top = Math.min(top(before, head), top(after, head));
        double bottom = Math.max(bottom(before, lastBefore), bottom(after, lastAfter));
        return across(top, bottom);
    }

    private Rect whole() {
        return across(0, Math.max(before.height(), after.height()));
    }

    private Rect across(double top, double bottom) {
        return new Rect(0, top, Math.max(before.width(), after.width()), Math.max(0, bottom - top));
    }

    private boolean same(int was, int is) {
        Paragraph old = before.paragraphs.get(was);
        Paragraph now = after.paragraphs.get(is);
        return before.top(was) == after.top(is) && (old == now || old.sameInput(now.source, now.width, now.alignment));
    }

    /** Whether nothing lies behind some paragraphs that they may share with their neighbours. */
    private static boolean isPlain(TextBlock block, int first, int last) {
        for (int i = first; i <= last; i++) {
            Styled.Lead lead = block.paragraphs.get(i).source.lead();
            if (lead.ground().isPresent() || lead.bar().isPresent()) return false;
        }
        return true;
    }

    private static double top(TextBlock block, int paragraph) {
        return paragraph < block.paragraphs.size() ? block.top(paragraph) : block.height();
    }

    private static double bottom(TextBlock block, int paragraph) {
        return paragraph < 0 ? 0 : block.top(paragraph) + block.paragraphs.get(paragraph).height;
    }

    // within a paragraph

    private Rect within(int number) {
        Paragraph was = before.paragraphs.get(number);
        Paragraph is = after.paragraphs.get(number);
        double top = before.top(number);
        boolean alike = was.source.lead().equals(is.source.lead()) && was.marker == is.marker && !isMixed(was) && !isMixed(is);
        if (!alike) return across(top, top + Math.max(was.height, is.height));
        int most = Math.min(was.lines().size(), is.lines().size());
        int prefix = prefix(was.source.runs(), is.source.runs());
        int head = 0;
        while (head < most && isBefore(was.lines().get(head), is.lines().get(head), prefix)) head++;
        int suffix = suffix(was.source.runs(), is.source.runs());
        int tail = 0;
        while (tail < most - head && isBehind(was, was.lines().get(was.lines().size() - 1 - tail), is,
                is.lines().get(is.lines().size() - 1 - tail), suffix)) tail++;
        double bottom = Math.max(bottom(was, tail), bottom(is, tail));
        return across(top + lineTop(was, is, head), top + bottom);
    }

    private static double lineTop(Paragraph was, Paragraph is, int line) {
        return line < was.lines().size() ? was.lines().get(line).top() : is.lines().get(line).top();
    }

    private static double bottom(Paragraph paragraph, int tail) {
        int last = paragraph.lines().size() - 1 - tail;
        return last < 0 ? 0 : paragraph.lines().get(last).top() + paragraph.lines().get(last).height();
    }

    private static boolean isBefore(Line was, Line is, int prefix) {
        return was.start() == is.start() && was.end() == is.end() && was.end() < prefix && sits(was, is);
    }

    private static boolean isBehind(Paragraph was, Line old, Paragraph is, Line now, int suffix) {
        int left = was.text.length() - old.start();
        return left == is.text.length() - now.start() && left < suffix
                && was.text.length() - old.end() == is.text.length() - now.end() && sits(old, now);
    }

    private static boolean sits(Line was, Line is) {
        return was.top() == is.top() && was.x() == is.x() && was.baseline() == is.baseline() && was.height() == is.height();
    }

    /** Units from the start over which two paragraphs are written alike. */
    private static int prefix(List<Styled.Run> was, List<Styled.Run> is) {
        int units = 0;
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
            Styled.Run a = was.get(i);
            Styled.Run b = is.get(i);
            if (!looks(a, b)) return units;
            int alike = Arrays.mismatch(a.text().toCharArray(), b.text().toCharArray());
            if (alike >= 0) return units + alike;
            units += a.text().length();
        }
        return units;
    }

    /** The same from the end. */
    private static int suffix(List<Styled.Run> was, List<Styled.Run> is) {
        int units = 0;
        for (int i = 1; i <= Math.min(was.size(), is.size()); i++) {
            Styled.Run a = was.get(was.size() - i);
            Styled.Run b = is.get(is.size() - i);
            if (!looks(a, b)) return units;
            int most = Math.min(a.text().length(), b.text().length());
            int alike = 0;
            while (alike < most && a.text().charAt(a.text().length() - 1 - alike) == b.text().charAt(b.text().length() - 1 - alike)) alike++;
            units += alike;
            if (alike < a.text().length() || alike < b.text().length()) return units;
        }
        return units;
    }

    private static boolean looks(Styled.Run a, Styled.Run b) {
        return a.style().equals(b.style()) && a.kind() == b.kind() && a.room() == b.room();
    }

    private static boolean isMixed(Paragraph paragraph) {
        return Bidi.requiresBidi(paragraph.text.toCharArray(), 0, paragraph.text.length());
    }
}
