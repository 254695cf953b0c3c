// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.file.internal;

import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.BlobFields;
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

/** Files of any kind: a document that names one, with a title. What no other type takes becomes one of these. */
@Component(property = "contentType=file")
public final class FileType implements ContentType {

    @Override
    public Descriptor descriptor(Locale locale) {
        return new Descriptor("file", Messages.of(FileType.class, locale).get("label"), Icon.FILE,
                CardSize.cells(15, 0, 6, 3, 72, 72), List.of("*/*"), false, 1);
    }

    @Override
    public void create(Edit edit, Seed seed) {
        switch (seed) {
            case Seed.Blob file -> BlobFields.write(edit, file.blob());
            case Seed.Blank blank -> Fields.write(edit, ObjectId.ROOT, BlobFields.TITLE, blank.title());
            case Seed.Text text -> Fields.write(edit, ObjectId.ROOT, BlobFields.TITLE, Summary.oneLine(text.text()));
            case Seed.Link link -> Fields.write(edit, ObjectId.ROOT, BlobFields.TITLE, "");
        }
    }

    @Override
    public void perform(Intent intent, Edit edit) {
        switch (intent) {
            case Intent.Splice splice -> Fields.splice(edit, splice);
            case Intent.Rename rename -> Fields.write(edit, ObjectId.ROOT, BlobFields.TITLE, Summary.oneLine(rename.title()));
            default -> { } // not for files
        }
    }

    @Override
    public Summary summarize(Doc document) {
        BlobFields fields = BlobFields.of(document);
        return new Summary(fields.title(), fields.name());
    }
}
