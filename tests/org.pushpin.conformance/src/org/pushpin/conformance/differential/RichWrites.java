// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

import org.pushpin.conformance.engine.Step;
import org.pushpin.crdt.Content;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Span;

/** Blocks in a text, and texts that become others. */
final class RichWrites {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private final Edit edit;
    private final ObjectId object;
    private final Random random;
    private final Values values;
    private final String text;

    RichWrites(Edit edit, ObjectId object, Random random, Values values) {
        this.edit = edit;
        this.object = object;
        this.random = random;
        this.values = values;
        this.text = edit.text(object);
    }

    /** @param at where to split */
    Step.Write any(Step.Index at) {
        List<Step.Index> blocks = blocks();
        if (!blocks.isEmpty() && random.nextInt(2) == 0) {
            Step.Index block = blocks.get(random.nextInt(blocks.size()));
            return random.nextBoolean() ? new Step.JoinBlock(object, block) : new Step.ReplaceBlock(object, block, content());
        }
        if (random.nextInt(3) == 0 && canUpdateSpans()) {
            return new Step.UpdateSpans(object, changed(edit.spans(object)));
        }
        return random.nextInt(3) > 0 && isOfCharacters() ? new Step.UpdateText(object, changed()) : new Step.SplitBlock(object, at, content());
    }

    private List<Step.Index> blocks() {
        List<Step.Index> blocks = new ArrayList<>();
        for (int i = text.indexOf('\uFFFC'); i >= 0; i = text.indexOf('\uFFFC', i + 1)) {
            if (edit.get(object, i).orElseThrow() instanceof ObjectValue value && value.type() == ObjectType.MAP) {
                blocks.add(new Step.Index(i, text.codePointCount(0, i)));
            }
        }
        return blocks;
    }

    /** Whether no element holds several: between these engines differ (DIFFERENCES.md). */
    private boolean isOfCharacters() {
        for (int i = 1; i < text.length(); i++) {
            if (!Character.isLowSurrogate(text.charAt(i)) && edit.elementAt(object, i).equals(edit.elementAt(object, i - 1))) {
                return false;
            }
        }
        return true;
    }

    private Content.Entries content() {
        Map<String, Content> entries = new LinkedHashMap<>();
        entries.put("type", new Content.Characters(random.nextBoolean() ? "paragraph" : values.text()));
        if (random.nextBoolean()) {
            entries.put("parents", new Content.Elements(List.of(new Content.Characters("ul"), new Content.Characters(values.text()))));
            entries.put("attrs", new Content.Entries(random.nextBoolean() ? Map.of() : Map.of("is \u00fcber", Scalar.of(random.nextBoolean()))));
        }
        return new Content.Entries(entries);
    }

    /** Whether there is nothing but blocks of a kind that all can express, graphemes of one code point, and no marks (DIFFERENCES.md). */
    private boolean canUpdateSpans() {
        return isOfCharacters() && GRAPHEME.matcher(text).results().count() == text.codePointCount(0, text.length())
                && blocks().size() == text.chars().filter(c -> c == '\uFFFC').count()
                && edit.marks(object).isEmpty() && edit.spans(object).stream().allMatch(RichWrites::isPlain);
    }

    private static boolean isPlain(Span span) {
        return span instanceof Span.Text || span instanceof Span.Block block && block.value().values().stream().allMatch(RichWrites::isPlain);
    }

    private static boolean isPlain(Content content) {
        return switch (content) {
            case Content.Characters c -> c.text().indexOf('\uFFFC') < 0;
            case Content.Entries c -> c.entries().values().stream().allMatch(RichWrites::isPlain);
            case Content.Elements c -> c.elements().stream().allMatch(RichWrites::isPlain);
            case Scalar.Bool b -> true;
            case Scalar s -> false;
        };
    }

    private List<Span> changed(List<Span> spans) {
        List<Span> changed = new ArrayList<>();
        for (Span span : spans) {
            switch (random.nextInt(8)) {
                case 0 -> {
                }
                case 1 -> changed.add(new Span.Block(content().entries()));
                case 2 -> {
                    changed.add(span);
                    changed.add(new Span.Text(values.text()));
                }
                case 3 -> changed.add(span instanceof Span.Text piece ? new Span.Text(values.text() + piece.text()) : new Span.Block(content().entries()));
                default -> changed.add(span);
            }
        }
        return changed;
    }

    /** The text with a few stretches replaced. */
    private String changed() {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = boundary(changed, random.nextInt(changed.length() + 1));
            int to = boundary(changed, Math.min(changed.length(), from + random.nextInt(6)));
            changed.replace(from, to, random.nextInt(3) == 0 ? "" : values.text());
        }
        return changed.toString();
    }

    private static int boundary(CharSequence text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
