// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;

/** Parts that the views of many types share, so that rows and titles look the same everywhere. */
public final class Parts {

    /** A title longer than this is shown cut short, and not edited in place. In UTF-16 units. */
    private static final int EDITABLE = 2000;

    private Parts() {}

    /** A row of a list: icon, title, and a hint below it where there is one. */
    public static View row(Theme theme, Icon icon, String title, String hint) {
        List<View> lines = new ArrayList<>();
        lines.add(View.Text.line(Summary.oneLine(title), theme.strong()));
        if (!hint.isEmpty()) lines.add(View.Text.line(Summary.oneLine(hint), theme.hint()));
        View text = new View.Box(View.Axis.COLUMN, lines, Style.NONE.grow(1));
        return View.Box.row(Style.NONE.gap(Theme.SPACE_3).align(Style.Align.CENTER), tile(theme, icon, 28), text);
    }

    /** An icon on a quiet square with round corners. */
    public static View tile(Theme theme, Icon icon, double side) {
        Style square = Style.NONE.size(side).background(theme.palette().code()).radius(Theme.RADIUS_CONTROL)
                .align(Style.Align.CENTER).justify(Style.Justify.CENTER);
        return View.Box.row(square, new View.Glyph(icon, Icon.GRID, theme.palette().ink2()));
    }

    /** The title bar: a title, to be edited where it is a text of reasonable length, and a hint beside it. */
    public static View titleBar(Theme theme, View title, String hint) {
        Style row = Style.NONE.gap(Theme.SPACE_3).align(Style.Align.CENTER);
        if (hint.isEmpty()) return View.Box.row(row, title);
        return View.Box.row(row, title, View.Text.line(hint, theme.hint()));
    }

    /** A field's text on one line, edited in place if it is a TEXT object of reasonable length. */
    public static View title(Fields fields, String key, TextStyle style, String placeholder, Theme theme) {
        Optional<ObjectId> text = fields.object(key, ObjectType.TEXT);
        boolean editable = text.isPresent() && fields.doc().length(text.get()) <= EDITABLE;
        String says = fields.string(key);
        Styled hint = Styled.of(placeholder, style.color(theme.palette().ink3()));
        if (editable) return new View.Editor(text.get(), Styled.of(says, style), hint, true);
        String line = Summary.oneLine(says);
        return new View.Text(line.isEmpty() ? hint : Styled.of(line, style), Style.Align.START, 1);
    }

    /** An icon and a sentence in the middle: what is shown in place of something that cannot be. */
    public static View notice(Theme theme, Icon icon, String sentence) {
        Style middle = Style.NONE.padding(Theme.CARD_PADDING).gap(Theme.SPACE_2).align(Style.Align.CENTER)
                .justify(Style.Justify.CENTER).background(theme.palette().code()).grow(1);
        View text = new View.Text(Styled.of(sentence, theme.hint().color(theme.palette().ink2())), Style.Align.CENTER, 0);
        return View.Box.column(middle, new View.Glyph(icon, 24, theme.palette().ink3()), text);
    }
}
