// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.content.Styled;

/** Lays out paragraphs, taking over those of an earlier block that are the same. */
record TextMaker(double width, TextBlock.Alignment alignment, Fonts fonts, TextBlock earlier) {

    TextBlock make(Styled text, int maxLines) {
        List<Paragraph> made = new ArrayList<>(text.paragraphs().size());
        int shift = earlier == null ? 0 : text.paragraphs().size() - earlier.paragraphs.size();
        for (Styled.Paragraph source : text.paragraphs()) made.add(paragraph(source, made.size(), shift));
        return new TextBlock(text, List.copyOf(made), width, maxLines);
    }

    /** Looks for the same paragraph at the same number from the start, then at the same from the end. */
    private Paragraph paragraph(Styled.Paragraph source, int number, int shift) {
        Paragraph same = earlier(source, number);
        if (same == null && shift != 0) same = earlier(source, number - shift);
        return same == null ? new Paragraph(source, width, alignment, fonts) : same;
    }

    private Paragraph earlier(Styled.Paragraph source, int number) {
        if (earlier == null || number < 0 || number >= earlier.paragraphs.size()) return null;
        Paragraph old = earlier.paragraphs.get(number);
        return old.sameInput(source, width, alignment) ? old : null;
    }

    /** Cut to a number of lines, with an ellipsis at its end. */
    TextBlock shortened(TextBlock all, int maxLines) {
        int keep = all.lineEnd(maxLines - 1);
        for (int tries = 0; keep > 0 && tries < 64; tries++) {
            TextBlock cut = make(cut(all.text(), keep), maxLines);
            if (cut.lineCount() <= maxLines) return cut;
            keep = Breaks.character(all.plain(), keep, -1);
        }
        return all;
    }

    private static Styled cut(Styled text, int end) {
        List<Styled.Paragraph> kept = new ArrayList<>();
        int left = end;
        for (Styled.Paragraph source : text.paragraphs()) {
            int length = source.length();
            if (left <= length) {
                kept.add(cut(source, left));
                return new Styled(kept);
            }
            kept.add(source);
            left -= length + 1;
        }
        return text;
    }

    private static Styled.Paragraph cut(Styled.Paragraph source, int end) {
        List<Styled.Run> kept = new ArrayList<>();
        int left = end;
        for (Styled.Run run : source.runs()) {
            int take = Math.min(run.text().length(), left);
            if (take > 0) kept.add(run.text(run.text().substring(0, take)));
            left -= take;
        }
        Styled.Run last = kept.isEmpty() ? new Styled.Run("", source.style()) : kept.removeLast();
        if (last.kind() == Styled.Kind.TEXT) kept.add(last.text(last.text().stripTrailing() + "…"));
        else {
            kept.add(last);
            kept.add(new Styled.Run("…", source.style()));
        }
        return new Styled.Paragraph(source.lead(), source.style(), kept);
    }
}
