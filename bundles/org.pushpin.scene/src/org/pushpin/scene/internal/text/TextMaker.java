// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;

/** Splits into paragraphs and lays them out. */
record TextMaker(double width, TextBlock.Alignment alignment, Fonts fonts, TextBlock earlier) {

    TextBlock make(Styled text, int maxLines) {
        List<Paragraph> made = new ArrayList<>();
        List<Styled.Run> runs = new ArrayList<>();
        TextStyle style = text.runs().getFirst().style();
        for (Styled.Run run : text.runs()) {
            style = run.style();
            String rest = run.text();
            for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
                add(runs, run, rest.substring(0, end));
                made.add(paragraph(runs, style, made.size()));
                runs.clear();
                rest = rest.substring(end + 1);
            }
            add(runs, run, rest);
        }
        made.add(paragraph(runs, style, made.size()));
        return new TextBlock(text, List.copyOf(made), width, maxLines);
    }

    private static void add(List<Styled.Run> runs, Styled.Run run, String part) {
        if (!part.isEmpty()) runs.add(new Styled.Run(part, run.style(), run.intent()));
    }

    /** Looks for the same paragraph at the same number from the start, then from where the texts end. */
    private Paragraph paragraph(List<Styled.Run> runs, TextStyle empty, int number) {
        if (earlier != null) {
            for (int guess = Math.max(0, number - 1); guess <= number + 1; guess++) {
                if (guess >= earlier.paragraphs.size()) break;
                Paragraph old = earlier.paragraphs.get(guess);
                if (old.sameInput(runs, width, alignment)) return old;
            }
        }
        return new Paragraph(runs, empty, width, alignment, fonts);
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
        List<Styled.Run> kept = new ArrayList<>();
        int at = 0;
        for (Styled.Run run : text.runs()) {
            int take = Math.min(run.text().length(), end - at);
            if (take > 0) kept.add(new Styled.Run(run.text().substring(0, take), run.style(), run.intent()));
            at += run.text().length();
        }
        Styled.Run last = kept.isEmpty() ? text.runs().getFirst() : kept.removeLast();
        kept.add(new Styled.Run(last.text().stripTrailing() + "…", last.style(), last.intent()));
        return new Styled(kept);
    }
}
