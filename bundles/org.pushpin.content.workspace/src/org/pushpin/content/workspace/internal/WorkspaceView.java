// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.workspace.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Action;
import org.pushpin.content.Fields;
import org.pushpin.content.Icon;
import org.pushpin.content.Insets;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.Place;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Role;
import org.pushpin.content.Seed;
import org.pushpin.content.Style;
import org.pushpin.content.Summary;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;

/** A workspace, opened or as a card: its boards, to be opened. */
@Component(property = {"contentType=workspace", "context=workspace", "context=board"})
public final class WorkspaceView implements Renderer {

    /** Rows beyond are not shown; search finds them. */
    private static final int SHOWN = 500;

    @Override
    public View render(Doc document, RenderContext in) {
        Theme theme = in.theme();
        Messages messages = Messages.of(WorkspaceView.class, in.locale());
        String title = title(document, in);
        List<View> parts = new ArrayList<>(List.of(View.Text.line(title, theme.heading())));
        List<DocumentUrl> boards = Workspace.boards(document);
        if (boards.isEmpty()) parts.add(View.Text.of(messages.get("empty"), theme.hint()));
        boards.stream().limit(SHOWN).forEach(board -> parts.add(row(board, messages)));
        if (boards.size() > SHOWN) parts.add(View.Text.line(messages.get("more", boards.size() - SHOWN), theme.hint()));
        View list = new View.Box(View.Axis.COLUMN, parts, Style.NONE.padding(Theme.CARD_PADDING).gap(Theme.SPACE_2));
        return new View.Described(list, Role.LIST, title, List.of(create(messages)));
    }

    private static View row(DocumentUrl board, Messages messages) {
        String id = board.id().toString();
        Action open = new Action("open/" + id, messages.get("open"), Icon.NONE, new Intent.Open(board, Place.HERE));
        Action forget = new Action("forget/" + id, messages.get("forget"), Icon.REMOVE,
                new Intent.Act(WorkspaceType.FORGET, Map.of(WorkspaceType.URL, Scalar.of(board.toString()))));
        View row = View.Box.column(Style.NONE.padding(Insets.of(2, 0)), new View.Embed(board, RenderContext.LIST));
        return new View.Described(row, Role.BUTTON, "", List.of(open, forget));
    }

    private static Action create(Messages messages) {
        return new Action("new-board", messages.get("new-board"), Icon.ADD,
                new Intent.Create("board", Seed.blank(), WorkspaceType.ADD));
    }

    static String title(Doc document, RenderContext in) {
        String title = Summary.oneLine(Fields.root(document).string(Workspace.TITLE));
        return title.isEmpty() ? Messages.of(WorkspaceView.class, in.locale()).get("label") : title;
    }
}
