// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.file.internal;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.BlobFields;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A file in a list. */
@Component(property = {"contentType=file", "context=list"})
public final class FileRow implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        BlobFields fields = BlobFields.of(document);
        return Parts.row(in.theme(), FileCard.kind(fields).icon(), fields.title(), FileCard.detail(fields, in));
    }
}
