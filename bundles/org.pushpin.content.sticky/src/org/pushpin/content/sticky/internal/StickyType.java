// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.sticky.internal;

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
import org.pushpin.content.OwnColor;
import org.pushpin.content.Seed;
import org.pushpin.content.StickyColor;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/** Sticky notes. */
@Component(property = "contentType=sticky")
public final class StickyType implements ContentType {

    /** The verb that gives a note a colour, and its argument. */
    static final String COLOR = "color";

    static final Icon ICON = new Icon("M4 4H16V12L12 16H4ZM16 12H12V16");

    @Override
    public Descriptor descriptor(Locale locale) {
        return new Descriptor("sticky", Messages.of(StickyType.class, locale).get("label"), ICON,
                CardSize.cells(9, 9, 4, 3, 40, 40), List.of(), true, 1);
    }

    @Override
    public void create(Edit edit, Seed seed) {
        ObjectId text = edit.putObject(ObjectId.ROOT, Sticky.TEXT, ObjectType.TEXT);
        edit.put(ObjectId.ROOT, Sticky.COLOR, StickyColor.YELLOW.id());
        if (!seed.words().isEmpty()) edit.splice(text, 0, 0, seed.words());
    }

    @Override
    public void perform(Intent intent, Edit edit) {
        switch (intent) {
            case Intent.Splice splice -> Fields.splice(edit, splice);
            case Intent.Rename rename -> Fields.write(edit, ObjectId.ROOT, Sticky.TEXT, rename.title());
            case Intent.Act act when act.name().equals(COLOR) -> {
                if (act.arguments().get(COLOR) instanceof Scalar.Str color) {
                    edit.put(ObjectId.ROOT, Sticky.COLOR, OwnColor.of(color.value()).map(OwnColor::id)
                            .orElseGet(() -> StickyColor.of(color.value()).id()));
                }
            }
            default -> { } // not for sticky notes
        }
    }

    @Override
    public Summary summarize(Doc document) {
        Sticky sticky = Sticky.of(document);
        int end = sticky.text().indexOf('\n');
        return end < 0 ? new Summary(sticky.title(), "")
                : new Summary(sticky.text().substring(0, end), sticky.text().substring(end + 1));
    }
}
