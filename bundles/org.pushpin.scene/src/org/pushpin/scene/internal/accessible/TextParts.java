// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.accessible;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Intent;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.Styled;
import org.pushpin.content.View;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Accessible.State;
import org.pushpin.scene.AccessibleList;
import org.pushpin.scene.AccessibleText;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.layout.Laid;

/**
 * A text and what is in it: headings, paragraphs, lists of items and tasks, tables, links. A text of nothing but prose has no
 * parts. Syntax that is not shown is not said. Costs the text, when its parts are asked for.
 */
record TextParts(Core core, TextEditing editing, Laid.Lines lines, PartPlace place) {

    /** Of a longer text the parts are not told apart; it is read as a text. */
    private static final int MOST = 5000;

    /** A paragraph and where it begins in the text. */
    private record Line(int start, Styled.Paragraph paragraph) {

        Role list() {
            return switch (paragraph.lead().sign()) {
                case WRITTEN, BULLET, BOX, TICKED -> Role.LIST;
                case NONE -> paragraph.lead().block() == Styled.Block.ROW ? Role.TABLE : Role.PARAGRAPH;
                case RULE -> Role.GROUP;
            };
        }
    }

    /** Without what is not shown, and without the marker. */
    static String visible(Styled.Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (Styled.Run run : paragraph.runs()) if (run.kind() == Styled.Kind.TEXT) text.append(run.text());
        return text.toString();
    }

    Accessible node(Rect at) {
        Optional<View.Editor> editor = lines.editor();
        String says = lines.block().plain();
        boolean written = editor.isPresent() && !lines.placeholder();
        LaidText text = new LaidText(core, editing, lines, place);
        return Accessible.of(place.key(), Role.TEXT, written ? "" : shown(), at).value(written ? says : "")
                .states(states(editor)).text(text).children(AccessibleList.whole(this::parts));
    }

    private String shown() {
        List<String> all = lines.block().text().paragraphs().stream().map(TextParts::visible).toList();
        return String.join("\n", all);
    }

    private Set<State> states(Optional<View.Editor> editor) {
        Set<State> states = EnumSet.noneOf(State.class);
        if (editor.isEmpty()) return states;
        states.add(editor.get().singleLine() ? State.SINGLE_LINE : State.MULTI_LINE);
        if (!place.item().locked()) states.add(State.EDITABLE);
        states.add(State.FOCUSABLE);
        if (core.focused && LaidText.isEdited(editing, lines, place)) states.add(State.FOCUSED);
        return states;
    }

    private List<Accessible> parts() {
        List<Styled.Paragraph> paragraphs = lines.block().text().paragraphs();
        boolean prose = paragraphs.stream().allMatch(TextParts::isProse);
        if (lines.placeholder() || prose || paragraphs.size() > MOST) return List.of();
        List<Accessible> parts = new ArrayList<>();
        List<Line> together = new ArrayList<>();
        int start = 0;
        for (Styled.Paragraph paragraph : paragraphs) {
            Line line = new Line(start, paragraph);
            start += paragraph.length() + 1;
            if (!together.isEmpty() && !goesOn(together.getFirst().list(), line.list())) close(together, parts);
            together.add(line);
        }
        close(together, parts);
        return parts;
    }

    /** The line below a table's head is a part of it. */
    private static boolean goesOn(Role first, Role next) {
        return first == Role.LIST && next == Role.LIST || first == Role.TABLE && (next == Role.TABLE || next == Role.GROUP);
    }

    private static boolean isProse(Styled.Paragraph paragraph) {
        return paragraph.lead().block() == Styled.Block.PROSE && paragraph.lead().sign() == Styled.Sign.NONE
                && paragraph.runs().stream().allMatch(run -> run.intent().isEmpty());
    }

    private void close(List<Line> together, List<Accessible> parts) {
        if (together.isEmpty()) return;
        Line first = together.getFirst();
        switch (first.list()) {
            case LIST -> parts.add(group(Role.LIST, together, together.stream().map(this::item).toList()));
            case TABLE -> parts.add(group(Role.TABLE, together, together.stream().filter(line -> line.list() == Role.TABLE)
                    .map(this::row).toList()));
            case PARAGRAPH -> paragraph(first).ifPresent(parts::add);
            default -> { }
        }
        together.clear();
    }

    private Accessible group(Role role, List<Line> together, List<Accessible> inside) {
        Rect at = area(together.getFirst()).union(area(together.getLast()));
        return Accessible.of(key(together.getFirst().start) + (role == Role.LIST ? "l" : "t"), role, "", at).children(inside);
    }

    private Optional<Accessible> paragraph(Line line) {
        String says = visible(line.paragraph).strip();
        if (says.isEmpty()) return Optional.empty();
        Styled.Lead lead = line.paragraph.lead();
        Accessible node = Accessible.of(key(line.start), lead.block() == Styled.Block.HEADING ? Role.HEADING : Role.PARAGRAPH, says,
                area(line)).children(links(line));
        return Optional.of(switch (lead.block()) {
            case HEADING -> node.level(Math.max(1, lead.level()));
            case QUOTE -> node.description(core.messages().get("accessible.quote"));
            case CODE -> node.description(core.messages().get("accessible.code"));
            case PROSE, ROW -> node;
        });
    }

    private Accessible item(Line line) {
        Styled.Paragraph paragraph = line.paragraph;
        Styled.Sign sign = paragraph.lead().sign();
        String says = visible(paragraph).strip();
        if (sign != Styled.Sign.BOX && sign != Styled.Sign.TICKED) {
            String name = sign == Styled.Sign.WRITTEN ? paragraph.plain().substring(0, paragraph.marker()).strip() + " " + says : says;
            return Accessible.of(key(line.start), Role.LIST_ITEM, name, area(line)).children(links(line));
        }
        boolean ticked = sign == Styled.Sign.TICKED;
        Accessible task = Accessible.of(key(line.start), Role.CHECKBOX, says, area(line)).children(links(line))
                .states(ticked ? EnumSet.of(State.CHECKED) : Set.of());
        boolean can = !paragraph.runs().isEmpty() && paragraph.runs().getFirst().intent().isPresent();
        String label = core.messages().get(ticked ? "accessible.untick" : "accessible.tick");
        return can ? task.commands(List.of(Deeds.run(place, line.start, label, ticked))) : task;
    }

    private Accessible row(Line line) {
        List<Accessible> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int start = line.start;
        int at = line.start;
        boolean open = false;
        for (Styled.Run run : line.paragraph.runs()) {
            boolean bar = run.kind() == Styled.Kind.SYNTAX && run.text().indexOf('|') >= 0;
            if (bar && open) cells.add(cell(cell, start, at));
            if (bar) start = at + run.text().length();
            else if (run.kind() == Styled.Kind.TEXT) cell.append(run.text());
            open |= bar;
            at += run.text().length();
        }
        return Accessible.of(key(line.start), Role.ROW, "", area(line)).level(line.paragraph.lead().level()).children(cells);
    }

    private Accessible cell(StringBuilder text, int start, int end) {
        String says = text.toString();
        text.setLength(0);
        return Accessible.of(key(start) + "c", Role.CELL, says, area(start, end));
    }

    // links

    private List<Accessible> links(Line line) {
        List<Accessible> links = new ArrayList<>();
        for (AccessibleText.Link link : LaidText.links(lines, place, line.start, line.paragraph)) {
            String says = lines.block().plain().substring(link.from(), link.to());
            Optional<Intent> intent = lines.block().run(link.from()).flatMap(Styled.Run::intent);
            links.add(Accessible.of(link.node(), Role.LINK, says, area(link.from(), link.to()))
                    .description(intent.map(this::target).orElse(""))
                    .commands(List.of(Deeds.run(place, link.from(), core.messages().get("accessible.follow"), false))));
        }
        return links;
    }

    private String target(Intent intent) {
        return intent instanceof Intent.Browse browse ? browse.link() : "";
    }

    private String key(int start) {
        return place.key() + "@" + start;
    }

    private Rect area(Line line) {
        return area(line.start, line.start + line.paragraph.length());
    }

    private Rect area(int from, int to) {
        return LaidText.area(core, lines, place, from, to);
    }
}
