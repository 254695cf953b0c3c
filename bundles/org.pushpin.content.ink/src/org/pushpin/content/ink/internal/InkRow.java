// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A drawing in a list, and in the title bar. */
@Component(property = {"contentType=ink", "context=list", "context=title-bar"})
public final class InkRow implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        String title = new InkType().summarize(document).title();
        String shown = title.isEmpty() ? Messages.of(InkRow.class, in.locale()).get("untitled") : title;
        if (in.context().equals(RenderContext.LIST)) return Parts.row(in.theme(), InkType.ICON, shown, "");
        return Parts.titleBar(in.theme(), View.Text.line(shown, in.theme().title()), "");
    }
}
