// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.CardSize;
import org.pushpin.content.ContentType;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Fields;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.Seed;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ExpandMark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

/** Notes: a document with one text, whose first line is its title. */
@Component(property = "contentType=text")
public final class TextType implements ContentType {

    /** The verb that ticks a task, or takes its tick away. Its argument {@code at} is the character between the brackets. */
    static final String TICK = "tick";
    static final String AT = "at";
    /** The verb, its argument, and the field: what stood before a note in a file, between lines of hyphens; it is kept, and not shown. */
    static final String FRONT_MATTER = "frontMatter";
    private static final int LONGEST_MATTER = 64 * 1024;

    static final Icon ICON = new Icon("M4 5.5H16M4 9H16M4 12.5H16M4 16H10.5");

    @Override
    public Descriptor descriptor(Locale locale) {
        return new Descriptor("text", Messages.of(TextType.class, locale).get("label"), ICON,
                CardSize.cells(15, 0, 6, 2, 72, 72), List.of("text/plain", "text/markdown"), true, 1);
    }

    @Override
    public void create(Edit edit, Seed seed) {
        ObjectId text = edit.putObject(ObjectId.ROOT, Note.TEXT, ObjectType.TEXT);
        if (!seed.words().isEmpty()) edit.splice(text, 0, 0, seed.words());
    }

    @Override
    public void perform(Intent intent, Edit edit) {
        switch (intent) {
            case Intent.Splice splice -> Fields.splice(edit, splice);
            case Intent.Format format -> format(edit, format);
            case Intent.Act act when act.name().equals(TICK) -> tick(edit, act);
            case Intent.Act act when act.name().equals(FRONT_MATTER) -> frontMatter(edit, act);
            case Intent.Rename rename -> Fields.write(edit, ObjectId.ROOT, Note.TEXT, Note.of(edit).retitled(rename.title()));
            default -> { } // not for notes
        }
    }

    /** What is typed at the end of bold or italic text goes on with it; a link ends where it ended. */
    private static void format(Edit edit, Intent.Format format) {
        boolean text = edit.type(format.text()).equals(Optional.of(ObjectType.TEXT));
        int length = edit.length(format.text());
        int from = Math.clamp(format.from(), 0, length);
        int to = Math.clamp(format.to(), from, length);
        if (!text || from == to || !TextMarks.known(format.mark())) return;
        ExpandMark expand = format.mark().equals(TextMarks.LINK) ? ExpandMark.NONE : ExpandMark.AFTER;
        edit.mark(format.text(), from, to, expand, format.mark(), TextMarks.value(format));
    }

    /** Overwrites the character between a task's brackets, so that two who tick at once tick once. */
    private static void tick(Edit edit, Intent.Act act) {
        Optional<ObjectId> text = Note.of(edit).object();
        if (text.isEmpty() || !(act.arguments().get(AT) instanceof Scalar.Str at)) return;
        OptionalInt index = character(edit, text.get(), at.value());
        if (index.isEmpty()) return;
        Optional<Value> now = edit.get(text.get(), index.getAsInt());
        boolean blank = now.equals(Optional.of(new Scalar.Str(" ")));
        boolean done = now.equals(Optional.of(new Scalar.Str("x"))) || now.equals(Optional.of(new Scalar.Str("X")));
        if (blank || done) edit.put(text.get(), index.getAsInt(), new Scalar.Str(blank ? "x" : " "));
    }

    private static void frontMatter(Edit edit, Intent.Act act) {
        if (act.arguments().get(FRONT_MATTER) instanceof Scalar.Str matter && matter.value().length() <= LONGEST_MATTER) {
            edit.put(ObjectId.ROOT, FRONT_MATTER, matter);
        }
    }

    private static OptionalInt character(Edit edit, ObjectId text, String id) {
        try {
            return edit.indexOf(text, OpId.parse(id));
        } catch (IllegalArgumentException notAnId) {
            return OptionalInt.empty();
        }
    }

    @Override
    public Summary summarize(Doc document) {
        Note note = Note.of(document);
        return new Summary(note.title(), note.rest());
    }
}
