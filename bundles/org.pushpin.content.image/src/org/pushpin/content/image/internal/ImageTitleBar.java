// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.image.internal;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.BlobFields;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** An opened picture's title. */
@Component(property = {"contentType=image", "context=title-bar"})
public final class ImageTitleBar implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        ImageFields fields = ImageFields.of(document);
        String placeholder = Messages.of(ImageTitleBar.class, in.locale()).get("untitled");
        View title = Parts.title(fields.file().root(), BlobFields.TITLE, in.theme().title(), placeholder, in.theme());
        return Parts.titleBar(in.theme(), title, ImageCard.detail(fields, in));
    }
}
