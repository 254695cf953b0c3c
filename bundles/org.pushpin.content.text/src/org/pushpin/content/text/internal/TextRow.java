// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A note in a list. */
@Component(property = {"contentType=text", "context=list"})
public final class TextRow implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        Note note = Note.of(document);
        return Parts.row(in.theme(), TextType.ICON, TextCard.title(note, in), TextCard.detail(note));
    }
}
