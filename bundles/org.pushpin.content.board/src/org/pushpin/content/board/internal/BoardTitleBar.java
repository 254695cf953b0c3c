// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Fields;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** An opened board's title, and how many cards there are. */
@Component(property = {"contentType=board", "context=title-bar"})
public final class BoardTitleBar implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        Messages messages = Messages.of(BoardTitleBar.class, in.locale());
        View title = Parts.title(Fields.root(document), BoardType.TITLE, in.theme().title(), messages.get("untitled"), in.theme());
        return Parts.titleBar(in.theme(), title, messages.get("cards", Cards.of(document).count()));
    }
}
