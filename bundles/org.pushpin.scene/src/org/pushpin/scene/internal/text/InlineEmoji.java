// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.scene.internal.emoji.Emoji;
import org.pushpin.scene.internal.emoji.EmojiCluster;

/**
 * An emoji in a paragraph: a stretch of units that is drawn as one picture, and that no caret stands in. Immutable.
 *
 * @param start from the paragraph's start; {@code end} likewise
 */
record InlineEmoji(int start, int end, Emoji emoji, TextStyle style) {

    /** All of a paragraph, in order; costs a look at each of its characters. */
    static List<InlineEmoji> of(Styled.Paragraph source, String text, Fonts fonts) {
        List<InlineEmoji> found = new ArrayList<>();
        int start = 0;
        for (Styled.Run run : source.runs()) {
            int end = start + run.text().length();
            for (int at = start; at < end && run.kind() == Styled.Kind.TEXT;) {
                int next = EmojiCluster.end(text, at, end);
                if (next > at) add(found, text, at, next, run.style(), fonts);
                at = Math.max(next, at + 1);
            }
            start = end;
        }
        return List.copyOf(found);
    }

    private static void add(List<InlineEmoji> found, String text, int start, int end, TextStyle style, Fonts fonts) {
        Optional<Emoji> emoji = fonts.emoji(text.substring(start, end));
        emoji.ifPresent(known -> found.add(new InlineEmoji(start, end, known, style)));
    }

    /** How much of the line it takes. */
    double advance() {
        return emoji.width() * style.size();
    }

    /** What to fill, with its left on the baseline at a place. */
    void draw(List<TextBlock.Glyphs> drawn, double x, double baseline) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
        place.scale(style.size(), style.size());
        for (Emoji.Layer layer : emoji.layers()) {
            Shape outline = place.createTransformedShape(layer.outline());
            drawn.add(new TextBlock.Glyphs(outline, layer.color().orElse(style.color()), Optional.empty(), false));
        }
    }

    /** The same number of units, each emoji as one sign that is neither left nor right and what clings to it. */
    static String masked(String text, List<InlineEmoji> all) {
        if (all.isEmpty()) return text;
        StringBuilder masked = new StringBuilder(text);
        for (InlineEmoji each : all) {
            masked.setCharAt(each.start, '\u3012');
            for (int i = each.start + 1; i < each.end; i++) masked.setCharAt(i, '\uFE0F');
        }
        return masked.toString();
    }
}
