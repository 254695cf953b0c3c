// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.image.internal;

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

/** Pictures: a document that names a PNG, JPEG, GIF, WebP or SVG file, with a title. */
@Component(property = "contentType=image")
public final class ImageType implements ContentType {

    @Override
    public Descriptor descriptor(Locale locale) {
        return new Descriptor("image", Messages.of(ImageType.class, locale).get("label"), Icon.PICTURE,
                CardSize.cells(18, 0, 6, 6, 72, 72),
                List.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"), false, 1);
    }

    @Override
    public void create(Edit edit, Seed seed) {
        switch (seed) {
            case Seed.Blob picture -> {
                BlobFields.write(edit, picture.blob());
                picture.pixels().ifPresent(pixels -> ImageFields.write(edit, pixels));
            }
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
            default -> { } // not for pictures
        }
    }

    @Override
    public Summary summarize(Doc document) {
        ImageFields fields = ImageFields.of(document);
        return new Summary(fields.file().title(), fields.file().name());
    }
}
