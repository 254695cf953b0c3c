// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.file.internal;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Action;
import org.pushpin.content.BlobFields;
import org.pushpin.content.BlobRef;
import org.pushpin.content.Icon;
import org.pushpin.content.Insets;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Role;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A file as a card, and opened: an icon, its title, file name and size, and what kind it is. */
@Component(property = {"contentType=file", "context=board", "context=workspace"})
public final class FileCard implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        BlobFields fields = BlobFields.of(document);
        Style row = Style.NONE.padding(Theme.CARD_PADDING).gap(Theme.SPACE_3);
        View icon = View.Box.column(Style.NONE.width(36), Parts.tile(in.theme(), kind(fields).icon(), 36));
        View card = View.Box.row(row, icon, new View.Box(View.Axis.COLUMN, lines(fields, in), Style.NONE.grow(1)));
        return new View.Described(card, Role.GROUP, "", actions(fields, in));
    }

    static FileKind kind(BlobFields fields) {
        return FileKind.of(fields.blob().map(BlobRef::mediaType).orElse(""));
    }

    private static List<Action> actions(BlobFields fields, RenderContext in) {
        Messages words = Messages.of(FileCard.class, in.locale());
        return fields.blob().map(file -> List.of(
                new Action("openFile", words.get("openFile"), Icon.LINK, new Intent.Export(file, true)),
                new Action("saveFile", words.get("saveFile"), Icon.FILE, new Intent.Export(file, false)))).orElse(List.of());
    }

    private static List<View> lines(BlobFields fields, RenderContext in) {
        Theme theme = in.theme();
        List<View> lines = new ArrayList<>();
        String placeholder = Messages.of(FileCard.class, in.locale()).get("untitled");
        lines.add(Parts.title(fields.root(), BlobFields.TITLE, theme.strong(), placeholder, theme));
        lines.add(View.Text.line(detail(fields, in), theme.hint()));
        String mediaType = fields.blob().map(BlobRef::mediaType).orElse("");
        if (!mediaType.isEmpty()) lines.add(View.Text.line(kind(fields).label(mediaType, in.locale()), theme.hint()));
        if (in.context().equals(RenderContext.WORKSPACE)) {
            List<View> buttons = new ArrayList<>();
            for (Action action : actions(fields, in)) buttons.add(new View.Button(action));
            lines.add(new View.Box(View.Axis.ROW, buttons, Style.NONE.gap(Theme.SPACE_2).padding(new Insets(Theme.SPACE_3, 0, 0, 0))));
        }
        return lines;
    }

    /** File name and size: {@code report.pdf · 2.4 MB}; what is wrong, where there is no file. */
    static String detail(BlobFields fields, RenderContext in) {
        String name = fields.name();
        if (fields.blob().isEmpty()) return Messages.of(FileCard.class, in.locale()).get("none");
        String size = fields.blob().get().humanSize(in.locale());
        return name.isEmpty() ? size : name + " · " + size;
    }
}
