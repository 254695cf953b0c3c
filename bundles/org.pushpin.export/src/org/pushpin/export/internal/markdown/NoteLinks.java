// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.markdown;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a note to other files, as Markdown and wikis write them; those in code are none. Linear in the text. */
final class NoteLinks {

    private static final Pattern CODE = Pattern.compile("`[^`\\n]{1,500}`");
    private static final Pattern WIKI = Pattern.compile("(!?)\\[\\[([^\\]\\[|#\\n]{1,300})(#[^\\]|\\n]{0,300})?(\\|[^\\]\\n]{0,300})?\\]\\]");
    private static final Pattern INLINE = Pattern.compile("(!?)\\[([^\\]\\[\\n]{0,500})\\]\\((<[^>\\n]{1,500}>|[^)\\s]{1,500})(\\s+\"[^\"\\n]{0,300}\")?\\)");

    /**
     * A link.
     *
     * @param target a path, or for a wiki's a name or path, without what is behind {@code #}
     * @param wiki whether a name means a file wherever it lies
     * @param shown whether it stands for the picture itself
     * @param from of the text that can be pressed, in UTF-16 units; {@code to} its end
     */
    record Link(String target, boolean wiki, boolean shown, int from, int to) {}

    private NoteLinks() {
    }

    static List<Link> of(String text) {
        String masked = CODE.matcher(unfenced(text)).replaceAll(code -> " ".repeat(code.group().length()));
        List<Link> links = new ArrayList<>();
        for (Matcher wiki = WIKI.matcher(masked); wiki.find();) {
            links.add(new Link(wiki.group(2).strip(), true, !wiki.group(1).isEmpty(), wiki.start() + wiki.group(1).length(), wiki.end()));
        }
        for (Matcher inline = INLINE.matcher(masked); inline.find();) {
            String target = target(inline.group(3));
            boolean outside = target.isEmpty() || target.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
            if (!outside) links.add(new Link(target, false, !inline.group(1).isEmpty(), inline.start(2), inline.end(2)));
        }
        return links;
    }

    /** The same number of units, without the lines between fences. */
    private static String unfenced(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        String fence = "";
        for (String line : text.split("\n", -1)) {
            String start = line.startsWith("```") ? "```" : line.startsWith("~~~") ? "~~~" : "";
            boolean inside = !fence.isEmpty();
            if (!start.isEmpty() && (fence.isEmpty() || fence.equals(start))) fence = inside ? "" : start;
            masked.append(inside || !fence.isEmpty() ? " ".repeat(line.length()) : line).append('\n');
        }
        masked.setLength(text.length());
        return masked.toString();
    }

    private static String target(String written) {
        String bare = written.startsWith("<") ? written.substring(1, written.length() - 1) : written;
        int end = bare.indexOf('#');
        String path = end < 0 ? bare : bare.substring(0, end);
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }
}
