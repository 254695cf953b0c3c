// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import org.pushpin.content.Color;
import org.pushpin.content.Intent;
import org.pushpin.content.Place;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.text.internal.MarkdownLine.LineMark;
import org.pushpin.content.text.internal.MarkdownLine.State;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;

/**
 * Gives a line its look.
 *
 * @param element the identity of the character at an offset of the text; null where the text is not to be edited
 */
record LineMaker(NoteLook look, IntFunction<OpId> element) {

    private static final double INDENT = 20;
    private static final double TASK_INDENT = 24;
    private static final double QUOTE = 14;
    private static final double CODE = 12;
    private static final int LONGEST_LINK = 4000;

    /** @param offset of the line in the text */
    MarkdownLine make(String line, List<LineMark> marks, State before, int offset) {
        if (!before.fence().isEmpty()) return fenced(line, marks, before);
        Block block = Block.of(line);
        Styled.Paragraph paragraph = switch (block.kind()) {
            case PLAIN, ROW, CODE -> prose(line, marks, before.title() ? look.heading(3) : look.text(),
                    before.title() ? Styled.Lead.spaced(0, 4).as(Styled.Block.HEADING, 3) : Styled.Lead.NONE);
            case BLANK -> new Styled.Paragraph(Styled.Lead.NONE, look.text(), line.isEmpty() ? List.of()
                    : List.of(new Styled.Run(line, look.text())));
            case HEADING -> heading(line, marks, block);
            case QUOTE -> marked(line, marks, block, look.quote(), look.quote(), quote(block));
            case BULLET -> item(line, marks, block, Styled.Sign.BULLET, INDENT);
            case NUMBER -> item(line, marks, block, Styled.Sign.WRITTEN, INDENT);
            case TASK -> task(line, marks, block, Styled.Sign.BOX, offset);
            case DONE -> task(line, marks, block, Styled.Sign.TICKED, offset);
            case RULE -> new Styled.Paragraph(Styled.Lead.sign(Styled.Sign.RULE, 0, ""), look.rule(),
                    List.of(Styled.Run.syntax(line, look.fence(), 0)));
            case FENCE -> fence(line, look.fence());
        };
        State after = block.kind() == Block.Kind.BLANK ? before
                : block.kind() == Block.Kind.FENCE ? new State(Block.fence(line), false) : State.BODY;
        return new MarkdownLine(line, marks, before, after, block.kind() == Block.Kind.ROW, paragraph);
    }

    // code

    private MarkdownLine fenced(String line, List<LineMark> marks, State before) {
        String stripped = line.strip();
        boolean ends = stripped.startsWith(before.fence())
                && stripped.chars().allMatch(c -> c == before.fence().charAt(0));
        Styled.Paragraph paragraph = ends ? fence(line, look.fence())
                : new Styled.Paragraph(codeLead(), look.code(), line.isEmpty() ? List.of()
                        : List.of(new Styled.Run(line, look.code())));
        return new MarkdownLine(line, marks, before, ends ? State.BODY : before, false, paragraph);
    }

    private Styled.Lead codeLead() {
        return new Styled.Lead(Styled.Sign.NONE, CODE, 0, 0, Optional.of(look.theme().palette().code()), Optional.empty(), "")
                .as(Styled.Block.CODE, 0);
    }

    /** Its signs hidden, the name of the language left. */
    private Styled.Paragraph fence(String line, TextStyle style) {
        int start = line.length() - line.stripLeading().length();
        int signs = start + Block.fence(line).length();
        List<Styled.Run> runs = new ArrayList<>();
        runs.add(Styled.Run.syntax(line.substring(0, signs), style, 0));
        if (signs < line.length()) runs.add(new Styled.Run(line.substring(signs), style));
        return new Styled.Paragraph(codeLead(), style, runs);
    }

    // blocks

    private Styled.Lead quote(Block block) {
        return new Styled.Lead(Styled.Sign.NONE, QUOTE * block.level(), 0, 0, Optional.empty(),
                Optional.of(look.theme().palette().frame()), block.next()).as(Styled.Block.QUOTE, block.level());
    }

    private Styled.Paragraph heading(String line, List<LineMark> marks, Block block) {
        TextStyle style = look.heading(block.level());
        List<Styled.Run> runs = new ArrayList<>();
        runs.add(Styled.Run.syntax(line.substring(0, block.text()), look.syntax(style), 0));
        runs.addAll(runs(line, block.text(), marks, style));
        Styled.Lead lead = Styled.Lead.spaced(block.level() < 3 ? 6 : 4, 3).as(Styled.Block.HEADING, block.level());
        return new Styled.Paragraph(lead, style, runs);
    }

    private Styled.Paragraph item(String line, List<LineMark> marks, Block block, Styled.Sign sign, double indent) {
        Styled.Lead lead = Styled.Lead.sign(sign, indent + block.level() * NoteLook.STEP, block.next());
        return marked(line, marks, block, look.text(), look.quote(), lead);
    }

    private Styled.Paragraph marked(String line, List<LineMark> marks, Block block, TextStyle style, TextStyle marker,
            Styled.Lead lead) {
        List<Styled.Run> runs = new ArrayList<>();
        runs.add(new Styled.Run(line.substring(0, block.text()), marker, Optional.empty(), Styled.Kind.MARKER, 0));
        runs.addAll(runs(line, block.text(), marks, style));
        return new Styled.Paragraph(lead, style, runs);
    }

    private Styled.Paragraph task(String line, List<LineMark> marks, Block block, Styled.Sign sign, int offset) {
        boolean done = sign == Styled.Sign.TICKED;
        Color color = done ? look.theme().palette().accent() : look.theme().palette().ink3();
        TextStyle style = done ? look.done() : look.text();
        Styled.Lead lead = Styled.Lead.sign(sign, TASK_INDENT + block.level() * NoteLook.STEP, block.next());
        Optional<Intent> tick = element == null ? Optional.empty() : Optional.of(tick(element.apply(
                offset + block.text() - 3)));
        List<Styled.Run> runs = new ArrayList<>();
        runs.add(new Styled.Run(line.substring(0, block.text()), look.text().color(color), tick, Styled.Kind.MARKER, 0));
        runs.addAll(runs(line, block.text(), marks, style));
        return new Styled.Paragraph(lead, style, runs);
    }

    /** Names the character between the brackets, which stays the same whatever is typed before it. */
    static Intent tick(OpId character) {
        return new Intent.Act(TextType.TICK, Map.of(TextType.AT, Scalar.of(character.toString())));
    }

    Styled.Paragraph prose(String line, List<LineMark> marks, TextStyle style, Styled.Lead lead) {
        return new Styled.Paragraph(lead, style, runs(line, 0, marks, style));
    }

    // runs

    private List<Styled.Run> runs(String line, int from, List<LineMark> marks, TextStyle style) {
        return runs(line, from, line.length(), inlines(line, from, marks), style);
    }

    /** What Markdown says, and what marks say on top of that. */
    Inlines inlines(String line, int from, List<LineMark> marks) {
        Inlines inlines = new Inlines(line, from);
        for (LineMark mark : marks) {
            int start = Math.clamp(mark.from(), from, line.length());
            for (int i = start; i < Math.min(mark.to(), line.length()); i++) inlines.flags[i] |= flag(mark.name());
            if (mark.name().equals(TextMarks.LINK)) inlines.link(start, Math.max(start, Math.min(mark.to(), line.length())), mark.value());
        }
        return inlines;
    }

    private static byte flag(String mark) {
        return switch (mark) {
            case TextMarks.STRONG -> Inlines.STRONG;
            case TextMarks.EM -> Inlines.EM;
            default -> 0;
        };
    }

    List<Styled.Run> runs(String line, int from, int to, Inlines inlines, TextStyle style) {
        List<Styled.Run> runs = new ArrayList<>();
        for (int at = from; at < to;) {
            int end = at + 1;
            while (end < to && inlines.flags[end] == inlines.flags[at] && inlines.links[end] == inlines.links[at]) end++;
            runs.add(run(line.substring(at, end), inlines.flags[at], inlines.links[at], inlines, style));
            at = end;
        }
        return runs;
    }

    private Styled.Run run(String text, int flags, int link, Inlines inlines, TextStyle style) {
        TextStyle own = style;
        if ((flags & Inlines.STRONG) != 0) own = own.weight(Math.max(600, own.weight()));
        if ((flags & Inlines.EM) != 0) own = own.italic(true);
        if ((flags & Inlines.STRIKE) != 0) own = own.strike(true);
        if ((flags & Inlines.CODE) != 0) own = look.inlineCode(own);
        if ((flags & Inlines.SYNTAX) != 0) return Styled.Run.syntax(text, look.syntax(own), 0);
        Optional<Intent> intent = link == 0 || (flags & Inlines.CODE) != 0 ? Optional.empty()
                : follow(inlines.targets.get(link - 1));
        return intent.isEmpty() ? new Styled.Run(text, own) : new Styled.Run(text, look.theme().link(own), intent);
    }

    /** What pressing a link does; nothing where it leads nowhere that is safe. */
    private static Optional<Intent> follow(String target) {
        if (target.length() > LONGEST_LINK) return Optional.empty();
        if (target.startsWith("pushpin:")) {
            try {
                return Optional.of(new Intent.Open(DocumentUrl.parse(target), Place.HERE));
            } catch (FormatException notALink) {
                return Optional.empty();
            }
        }
        boolean outside = target.startsWith("http://") || target.startsWith("https://") || target.startsWith("mailto:");
        return outside ? Optional.of(new Intent.Browse(target)) : Optional.empty();
    }
}
