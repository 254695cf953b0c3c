// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** An opened note's title. */
@Component(property = {"contentType=text", "context=title-bar"})
public final class TextTitleBar implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        String title = TextCard.title(Note.of(document), in);
        return Parts.titleBar(in.theme(), View.Text.line(title, in.theme().title()), "");
    }
}
