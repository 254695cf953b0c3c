// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.image.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Action;
import org.pushpin.content.BlobFields;
import org.pushpin.content.BlobRef;
import org.pushpin.content.Icon;
import org.pushpin.content.Insets;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.Paint;
import org.pushpin.content.Parts;
import org.pushpin.content.Preview;
import org.pushpin.content.Rect;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Role;
import org.pushpin.content.Shape;
import org.pushpin.content.Size;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A picture as a card, and opened: the picture from edge to edge, its title, file name and size. */
@Component(property = {"contentType=image", "context=board", "context=workspace"})
public final class ImageCard implements Renderer {

    /** A smaller picture keeps its own size, because enlarged it would be a blur. In pixels. */
    private static final double SMALL = 160;
    private static final Insets CAPTION = new Insets(10, 16, 14, 16);

    @Override
    public View render(Doc document, RenderContext in) {
        ImageFields fields = ImageFields.of(document);
        View card = View.Box.column(Style.NONE, View.Box.stack(Style.NONE.grow(1), picture(fields, in)), caption(fields, in));
        return new View.Described(card, Role.GROUP, "", actions(fields, in));
    }

    private static List<Action> actions(ImageFields fields, RenderContext in) {
        Messages words = Messages.of(ImageCard.class, in.locale());
        return fields.file().blob().map(file -> List.of(
                new Action("openFile", words.get("openFile"), Icon.LINK, new Intent.Export(file, true)),
                new Action("saveFile", words.get("saveFile"), Icon.FILE, new Intent.Export(file, false)))).orElse(List.of());
    }

    private static View picture(ImageFields fields, RenderContext in) {
        Optional<BlobRef> blob = fields.file().blob();
        if (blob.isEmpty()) return notice("none", in);
        return switch (in.preview(blob.get(), Preview.IMAGE)) {
            case Preview.Ready ready -> new View.Picture(ready, fit(ready.pixels(), in), fields.file().title());
            case Preview.Pending pending -> room(fields.pixels().orElse(new Size(360, 200)), in.theme());
            case Preview.Missing missing -> notice("missing", in);
            case Preview.Broken broken -> notice(reason(broken.reason(), fields, in), in.theme());
        };
    }

    private static View.Fit fit(Size pixels, RenderContext in) {
        boolean card = in.context().equals(RenderContext.BOARD);
        return card && pixels.width() >= SMALL && pixels.height() >= SMALL ? View.Fit.COVER : View.Fit.CONTAIN;
    }

    /** Keeps the picture's place while it is being read, so that nothing jumps when it comes. */
    private static View room(Size pixels, Theme theme) {
        Rect all = new Rect(0, 0, pixels.width(), pixels.height());
        Shape ground = new Shape.Rectangle(all, 0, Optional.of(Paint.of(theme.palette().code())), Optional.empty());
        return new View.Drawing(pixels, List.of(ground), Set.of());
    }

    private static String reason(Preview.Reason reason, ImageFields fields, RenderContext in) {
        Messages words = Messages.of(ImageCard.class, in.locale());
        return switch (reason) {
            case DAMAGED -> words.get("damaged");
            case UNKNOWN -> words.get("unknown");
            case TOO_COMPLEX -> words.get("complex");
            case TOO_LARGE -> fields.pixels().map(size -> words.get("largePixels", size.width(), size.height()))
                    .orElseGet(() -> words.get("large"));
        };
    }

    private static View notice(String key, RenderContext in) {
        return notice(Messages.of(ImageCard.class, in.locale()).get(key), in.theme());
    }

    private static View notice(String sentence, Theme theme) {
        return Parts.notice(theme, Icon.PICTURE, sentence);
    }

    private static View caption(ImageFields fields, RenderContext in) {
        Theme theme = in.theme();
        String placeholder = Messages.of(ImageCard.class, in.locale()).get("untitled");
        View title = Parts.title(fields.file().root(), BlobFields.TITLE, theme.strong(), placeholder, theme);
        return View.Box.column(Style.NONE.padding(CAPTION), title, View.Text.line(detail(fields, in), theme.hint()));
    }

    /** File name and size: {@code river-bend.jpg · 2.4 MB}. */
    static String detail(ImageFields fields, RenderContext in) {
        String size = fields.file().blob().map(blob -> blob.humanSize(in.locale())).orElse("");
        String name = fields.file().name();
        return name.isEmpty() || size.isEmpty() ? name + size : name + " · " + size;
    }
}
