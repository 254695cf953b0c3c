// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.sticky.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Action;
import org.pushpin.content.Icon;
import org.pushpin.content.Insets;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.OwnColor;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Role;
import org.pushpin.content.StickyColor;
import org.pushpin.content.Stroke;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Scalar;

/** A sticky note as a card, and opened: its text in the middle, as large as fits. */
@Component(property = {"contentType=sticky", "context=board", "context=workspace"})
public final class StickyCard implements Renderer {

    /** Largest text, in times the body's size. */
    private static final double LARGEST = 5;
    /** A longer text is no note: its beginning is shown, in one size. In UTF-16 units. */
    private static final int MOST_TEXT = 20_000;
    /** Opened, it is as high as a page needs. */
    private static final double PAGE = 480;

    @Override
    public View render(Doc document, RenderContext in) {
        Sticky sticky = Sticky.of(document);
        Theme theme = in.theme();
        Style paper = Style.NONE.padding(Insets.all(Theme.SPACE_4)).background(sticky.ground(theme))
                .border(Stroke.of(sticky.ink(theme).withOpacity(0.1), 1)).grow(1);
        Style sized = in.context().equals(RenderContext.WORKSPACE) ? paper.height(PAGE).radius(Theme.RADIUS_CARD) : paper;
        return new View.Described(View.Box.column(sized, text(sticky, in)), Role.GROUP, sticky.title(), colors(sticky, in));
    }

    private static View text(Sticky sticky, RenderContext in) {
        TextStyle style = in.theme().body().weight(500).color(sticky.ink(in.theme()));
        Styled hint = Styled.of(Messages.of(StickyCard.class, in.locale()).get("placeholder"),
                style.color(sticky.ink(in.theme()).withOpacity(0.5)));
        View.Writing writing = new View.Writing(false, Style.Align.CENTER, LARGEST, List.of());
        boolean fits = sticky.text().length() <= MOST_TEXT;
        if (sticky.object().isEmpty() || !fits) {
            return View.Text.of(fits ? sticky.text() : sticky.text().substring(0, MOST_TEXT) + "…", style);
        }
        return new View.Editor(sticky.object().get(), Styled.of(sticky.text(), style), hint, writing);
    }

    private static List<Action> colors(Sticky sticky, RenderContext in) {
        Messages messages = Messages.of(StickyCard.class, in.locale());
        List<Action> actions = new ArrayList<>();
        for (StickyColor color : StickyColor.values()) {
            Intent intent = new Intent.Act(StickyType.COLOR, Map.of(StickyType.COLOR, Scalar.of(color.id())));
            actions.add(new Action("color/" + color.id(), messages.get("color." + color.id()),
                    Icon.swatch(color.ground(in.theme()).mix(color.ink(in.theme()), 0.15)), intent).group(messages.get("color"))
                            .key("Alt+" + (color.ordinal() + 1)).checked(sticky.own().isEmpty() && color == sticky.color()));
        }
        actions.add(OwnColor.choice("color/own", messages.get("color.own"), sticky.own(), sticky.ground(Theme.LIGHT),
                new Intent.Act(StickyType.COLOR)).group(messages.get("color")).key("Alt+" + (StickyColor.values().length + 1)));
        return actions;
    }
}
