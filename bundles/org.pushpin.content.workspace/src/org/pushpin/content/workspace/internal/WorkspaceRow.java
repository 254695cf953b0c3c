// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.workspace.internal;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A workspace in a list, and its title when opened. */
@Component(property = {"contentType=workspace", "context=list", "context=title-bar"})
public final class WorkspaceRow implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        String title = WorkspaceView.title(document, in);
        String count = Messages.of(WorkspaceRow.class, in.locale()).get("boards", Workspace.boards(document).size());
        if (in.context().equals(RenderContext.LIST)) return Parts.row(in.theme(), WorkspaceType.ICON, title, count);
        return Parts.titleBar(in.theme(), View.Text.line(title, in.theme().title()), count);
    }
}
