// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Fields;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Summary;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A board in a list. */
@Component(property = {"contentType=board", "context=list"})
public final class BoardRow implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        Messages messages = Messages.of(BoardRow.class, in.locale());
        String title = Summary.oneLine(Fields.root(document).string(BoardType.TITLE));
        return Parts.row(in.theme(), BoardType.ICON, title.isEmpty() ? messages.get("untitled") : title,
                messages.get("count", Cards.of(document).count()));
    }
}
