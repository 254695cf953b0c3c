// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.file.internal;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.BlobRef;
import org.pushpin.content.Icon;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A file as a card, and opened: an icon, its title, file name and size, and what kind it is. */
@Component(property = {"contentType=file", "context=board", "context=workspace"})
public final class FileCard implements Renderer {

    @Override
    public View render(Doc document, RenderContext in) {
        FileFields fields = FileFields.of(document);
        Style row = Style.NONE.padding(Theme.CARD_PADDING).gap(Theme.SPACE_3);
        View icon = View.Box.column(Style.NONE.width(36), Parts.tile(in.theme(), Icon.FILE, 36));
        return View.Box.row(row, icon, new View.Box(View.Axis.COLUMN, lines(fields, in), Style.NONE.grow(1)));
    }

    private static List<View> lines(FileFields fields, RenderContext in) {
        Theme theme = in.theme();
        List<View> lines = new ArrayList<>();
        String placeholder = Messages.of(FileCard.class, in.locale()).get("untitled");
        lines.add(Parts.title(fields.root(), FileFields.TITLE, theme.strong(), placeholder, theme));
        lines.add(View.Text.line(detail(fields, in), theme.hint()));
        String kind = fields.blob().map(BlobRef::mediaType).orElse("");
        if (!kind.isEmpty()) lines.add(View.Text.line(kind, theme.hint()));
        return lines;
    }

    /** File name and size: {@code report.pdf · 2.4 MB}; what is wrong, where there is no file. */
    static String detail(FileFields fields, RenderContext in) {
        String name = fields.name();
        if (fields.blob().isEmpty()) return Messages.of(FileCard.class, in.locale()).get("none");
        String size = fields.blob().get().humanSize(in.locale());
        return name.isEmpty() ? size : name + " · " + size;
    }
}
