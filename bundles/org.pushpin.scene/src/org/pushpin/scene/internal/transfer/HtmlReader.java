// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.transfer;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import org.pushpin.crypto.Bytes;
import org.pushpin.scene.Transfer;

/**
 * Reads HTML that other programs put on the clipboard as Markdown. Nothing of it is run, and nothing is fetched: scripts,
 * styles and what is embedded are left out, pictures come only from {@code data:} URLs, and links only to where a person may
 * go. Too long a text is refused, and what is nested too deep is read as plain text. Any thread; costs what the text costs.
 */
public final class HtmlReader {

    /** In UTF-16 units; a picture may be in it. */
    static final int LONGEST = 24 << 20;
    private static final int LONGEST_LINK = 4000;
    private static final int DEEPEST = 120;
    private static final Set<String> IGNORED = Set.of("script", "style", "head", "template", "noscript", "iframe", "object",
            "embed", "svg", "math", "canvas", "audio", "video", "select", "textarea", "title", "map");
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "header", "footer", "main", "aside",
            "nav", "figure", "figcaption", "address", "dl", "dt", "dd", "form", "fieldset", "center", "details", "summary", "body");
    private static final Set<String> APART = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "blockquote",
            "table", "figure", "dl");

    private static final Pattern PRE = Pattern.compile("white-space:\\s*pre\\s*(;|$)");

    private final MarkdownLines lines = new MarkdownLines();
    private Optional<Transfer.Picture> picture = Optional.empty();

    /** What was read. @param picture the first that is in the HTML itself */
    public record Read(String markdown, Optional<Transfer.Picture> picture) {
        public static final Read NOTHING = new Read("", Optional.empty());
    }

    private HtmlReader() {
    }

    public static Read read(String html) {
        if (html.length() > LONGEST) return Read.NOTHING;
        Document document = Jsoup.parse(html);
        HtmlReader reader = new HtmlReader();
        reader.children(document.body(), Spans.Look.PLAIN, 0);
        return new Read(reader.lines.end(), reader.picture);
    }

    private void children(Element element, Spans.Look look, int depth) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) lines.text(text.getWholeText(), look);
            else if (node instanceof Element child) element(child, look, depth + 1);
        }
    }

    private void element(Element element, Spans.Look look, int depth) {
        String name = element.normalName();
        if (IGNORED.contains(name)) return;
        if (depth > DEEPEST) {
            lines.text(element.text(), look);
            return;
        }
        if (APART.contains(name)) lines.apart();
        if (name.equals("div") && PRE.matcher(style(element)).find()) {
            code(element);
            return;
        }
        switch (name) {
            case "br" -> lines.newLine();
            case "hr" -> lines.rule();
            case "h1", "h2", "h3", "h4", "h5", "h6" -> block(element, "#".repeat(name.charAt(1) - '0') + " ", "", depth);
            case "ul", "ol" -> list(element, depth);
            case "li" -> item(element, "- ", depth);
            case "blockquote" -> block(element, "> ", "> ", depth);
            case "pre" -> code(element);
            case "table" -> table(element);
            case "img" -> image(element, look);
            default -> {
                boolean block = BLOCKS.contains(name);
                if (block) lines.newBlock();
                children(element, look(element, name, look), depth);
                if (block) lines.newBlock();
            }
        }
        if (APART.contains(name)) lines.apart();
    }

    private void block(Element element, String first, String next, int depth) {
        lines.begin(first, next);
        children(element, Spans.Look.PLAIN, depth);
        lines.finish();
    }

    // lists

    private void list(Element list, int depth) {
        int number = 1;
        boolean numbered = list.normalName().equals("ol");
        for (Element child : list.children()) {
            String name = child.normalName();
            if (name.equals("li")) item(child, numbered ? number++ + ". " : "- ", depth + 1);
            else if (depth < DEEPEST) element(child, Spans.Look.PLAIN, depth + 1);
        }
    }

    private void item(Element item, String sign, int depth) {
        if (depth > DEEPEST) {
            lines.text(item.text(), Spans.Look.PLAIN);
            return;
        }
        Optional<Element> box = Optional.ofNullable(item.selectFirst("input[type=checkbox]"));
        String task = box.map(input -> input.hasAttr("checked") ? "[x] " : "[ ] ").orElse("");
        lines.begin((task.isEmpty() ? sign : "- ") + task, "  ");
        children(item, Spans.Look.PLAIN, depth);
        lines.finish();
    }

    // what has lines of its own

    /** As it stands. Editors put each line of code into a block of its own. */
    private void code(Element pre) {
        boolean blocks = pre.children().stream().anyMatch(child -> child.normalName().equals("div"));
        String code = !blocks ? pre.wholeText().strip() : pre.children().stream().map(line ->
                line.normalName().equals("br") ? "" : line.wholeText()).collect(Collectors.joining("\n")).stripTrailing();
        if (code.isEmpty()) return;
        String fence = code.contains("```") ? "~~~~" : "```";
        lines.verbatim(fence);
        code.lines().forEach(lines::verbatim);
        lines.verbatim(fence);
    }

    /** A row a line; the first is the head. A table within a table is text. */
    private void table(Element table) {
        boolean head = true;
        for (Element row : table.select("tr")) {
            List<String> cells = new ArrayList<>();
            for (Element cell : row.children()) cells.add(cell(cell));
            if (cells.isEmpty()) continue;
            lines.verbatim("| " + String.join(" | ", cells) + " |");
            if (head) lines.verbatim("|" + " --- |".repeat(cells.size()));
            head = false;
        }
    }

    private String cell(Element cell) {
        Spans spans = new Spans();
        spans.add(cell.text().replace("|", "\u2502"), Spans.Look.PLAIN);
        return spans.markdown();
    }

    // looks

    private static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT);
    }

    private static Spans.Look look(Element element, String name, Spans.Look around) {
        Spans.Look look = switch (name) {
            case "b", "strong", "th" -> around.strong(true);
            case "i", "em", "cite", "dfn", "var" -> around.em(true);
            case "s", "strike", "del" -> around.struck();
            case "code", "kbd", "samp", "tt" -> around.coded();
            case "a" -> target(element.attr("href").strip()).map(around::link).orElse(around);
            default -> around;
        };
        String style = style(element);
        if (style.isEmpty()) return look;
        if (style.matches("(?s).*font-weight:\\s*(bold|[6-9]00).*")) look = look.strong(true);
        if (style.matches("(?s).*font-weight:\\s*(normal|[1-4]00).*")) look = look.strong(false);
        if (style.matches("(?s).*font-style:\\s*italic.*")) look = look.em(true);
        if (style.matches("(?s).*font-style:\\s*normal.*")) look = look.em(false);
        return style.contains("line-through") ? look.struck() : look;
    }

    /** Where a link may lead. */
    private static Optional<String> target(String href) {
        String lower = href.toLowerCase(Locale.ROOT);
        boolean safe = lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:")
                || lower.startsWith("pushpin:/");
        if (!safe || href.length() > LONGEST_LINK || href.chars().anyMatch(c -> c < ' ')) return Optional.empty();
        return Optional.of(href.replace(" ", "%20").replace("(", "%28").replace(")", "%29"));
    }

    // pictures

    /** One that is in the HTML itself; of any other only its description is read. */
    private void image(Element image, Spans.Look look) {
        String source = image.attr("src").strip();
        boolean own = source.regionMatches(true, 0, "data:image/", 0, 11);
        if (own && picture.isEmpty()) picture = data(source);
        else if (!own && !image.attr("alt").isBlank()) lines.text(image.attr("alt"), look);
    }

    private static Optional<Transfer.Picture> data(String source) {
        int comma = source.indexOf(',');
        if (comma < 0 || comma > 200 || !source.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) return Optional.empty();
        String type = source.substring(5, source.indexOf(';')).toLowerCase(Locale.ROOT);
        if (!type.matches("image/[a-z0-9.+-]{1,40}")) return Optional.empty();
        try {
            return Optional.of(new Transfer.Picture(Bytes.of(Base64.getMimeDecoder().decode(source.substring(comma + 1))), type));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
