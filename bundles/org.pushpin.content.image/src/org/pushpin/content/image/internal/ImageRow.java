// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.image.internal;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Icon;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A picture in a list. */
@Component(property = {"contentType=image", "context=list"})
public final class ImageRow implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        ImageFields fields = ImageFields.of(document);
        return Parts.row(in.theme(), Icon.PICTURE, fields.file().title(), ImageCard.detail(fields, in));
    }
}
