// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.transfer;

import java.util.List;
import java.util.Optional;

import org.pushpin.content.Intent;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;

/** Writes what cards show as HTML, for other programs. */
public final class HtmlWriter {

    private static final double HEADING = 1.12;
    private final StringBuilder out = new StringBuilder();
    private boolean listed;

    /** A styled text; lists, headings, emphasis and links of the outside world stay what they are. */
    public void text(Styled text, double size) {
        for (Styled.Paragraph paragraph : text.paragraphs()) {
            boolean item = paragraph.lead().sign() != Styled.Sign.NONE && paragraph.lead().sign() != Styled.Sign.RULE;
            if (item != listed) out.append(item ? "<ul>" : "</ul>");
            listed = item;
            block(paragraph, item, size);
        }
        if (listed) out.append("</ul>");
        listed = false;
        out.append('\n');
    }

    private void block(Styled.Paragraph paragraph, boolean item, double size) {
        if (paragraph.lead().sign() == Styled.Sign.RULE) {
            out.append("<hr>");
            return;
        }
        boolean heading = paragraph.style().size() > size * HEADING && !item;
        String tag = item ? "li" : heading ? "h3" : "p";
        if (!item && paragraph.length() == 0) return;
        out.append('<').append(tag).append('>');
        if (paragraph.lead().sign() == Styled.Sign.BOX) out.append("\u2610 ");
        if (paragraph.lead().sign() == Styled.Sign.TICKED) out.append("\u2611 ");
        for (Styled.Run run : paragraph.runs()) {
            if (run.kind() == Styled.Kind.TEXT) run(run, heading);
        }
        out.append("</").append(tag).append('>');
    }

    private void run(Styled.Run run, boolean heading) {
        Optional<String> link = run.intent().filter(Intent.Browse.class::isInstance).map(intent -> ((Intent.Browse) intent).link());
        boolean strong = run.style().weight() >= 600 && !heading;
        link.ifPresent(to -> out.append("<a href=\"").append(escaped(to)).append("\">"));
        for (String tag : tags(run, strong)) out.append('<').append(tag).append('>');
        out.append(escaped(run.text()));
        for (String tag : tags(run, strong).reversed()) out.append("</").append(tag).append('>');
        if (link.isPresent()) out.append("</a>");
    }

    private static List<String> tags(Styled.Run run, boolean strong) {
        return java.util.stream.Stream.of(strong ? "b" : "", run.style().italic() ? "i" : "", run.style().strike() ? "s" : "",
                run.style().family() == TextStyle.Family.MONO ? "code" : "").filter(tag -> !tag.isEmpty()).toList();
    }

    /** A line that leads somewhere. */
    public void link(String target, String label) {
        out.append("<p><a href=\"").append(escaped(target)).append("\">").append(escaped(label)).append("</a></p>\n");
    }

    public String html() {
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
