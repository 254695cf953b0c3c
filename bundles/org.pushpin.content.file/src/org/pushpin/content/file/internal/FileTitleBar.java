// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.file.internal;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.BlobFields;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** An opened file's title. */
@Component(property = {"contentType=file", "context=title-bar"})
public final class FileTitleBar implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        BlobFields fields = BlobFields.of(document);
        String placeholder = Messages.of(FileTitleBar.class, in.locale()).get("untitled");
        View title = Parts.title(fields.root(), BlobFields.TITLE, in.theme().title(), placeholder, in.theme());
        return Parts.titleBar(in.theme(), title, FileCard.detail(fields, in));
    }
}
