// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.List;
import java.util.Locale;

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
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;

/** Notes: a document with one text, whose first line is its title. */
@Component(property = "contentType=text")
public final class TextType implements ContentType {

    static final Icon ICON = new Icon("M4 5.5H16M4 9H16M4 12.5H16M4 16H10.5");

    @Override
    public Descriptor descriptor(Locale locale) {
        return new Descriptor("text", Messages.of(TextType.class, locale).get("label"), ICON,
                CardSize.cells(15, 0, 6, 2, 72, 72), List.of("text/plain", "text/markdown"), true, 1);
    }

    @Override
    public void create(Edit edit, Seed seed) {
        ObjectId text = edit.putObject(ObjectId.ROOT, Note.TEXT, ObjectType.TEXT);
        String first = switch (seed) {
            case Seed.Blank blank -> blank.title();
            case Seed.Text typed -> typed.text().replace("\r\n", "\n").replace('\r', '\n');
            case Seed.Blob file -> file.blob().name();
            case Seed.Link link -> link.url().toString();
        };
        if (!first.isEmpty()) edit.splice(text, 0, 0, first);
    }

    @Override
    public void perform(Intent intent, Edit edit) {
        switch (intent) {
            case Intent.Splice splice -> Fields.splice(edit, splice);
            case Intent.Rename rename -> Fields.write(edit, ObjectId.ROOT, Note.TEXT, Note.of(edit).retitled(rename.title()));
            default -> { } // not for notes
        }
    }

    @Override
    public Summary summarize(Doc document) {
        Note note = Note.of(document);
        return new Summary(note.title(), note.rest());
    }
}
