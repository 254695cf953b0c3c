// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import org.pushpin.content.Messages;
import org.pushpin.content.Style;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import java.util.Locale;

/** What the host shows in place of a card that cannot be shown, each so that it is clear why and that nothing is lost. */
record HostViews(Theme theme, Locale locale) {

    private static final int SHOWN_NAME = 64;

    private String text(String key, Object... arguments) {
        return Messages.of(HostViews.class, locale).get(key, arguments);
    }

    /** No plug-in for the type. */
    View unknown(String type) {
        return dashed(name(type), text("unknown"));
    }

    /** The type's code threw. */
    View failed(String type) {
        return dashed(text("failed.title", name(type)), text("failed"));
    }

    /** The type's code did not come back. */
    View silent(String type) {
        return dashed(text("silent.title", name(type)), text("silent"));
    }

    /** The view breaks a bound. */
    View tooMuch(String type, String why) {
        return dashed(text("failed.title", name(type)), why);
    }

    View coming() {
        return dashed(text("coming.title"), text("coming"));
    }

    View unavailable(String why) {
        return dashed(text("unavailable.title"), why.isEmpty() ? text("unavailable") : why);
    }

    /** What a card too deep inside others shows. */
    View summary(String title) {
        return View.Box.column(Style.NONE.padding(Theme.CARD_PADDING),
                View.Text.line(title.isEmpty() ? text("untitled") : title, theme.strong()));
    }

    private View dashed(String title, String sentence) {
        TextStyle strong = theme.strong();
        return View.Box.column(Style.NONE.padding(Theme.CARD_PADDING).gap(4).border(theme.dashed()),
                View.Text.line(title, strong), View.Text.of(sentence, theme.cardText()));
    }

    /** URLs bound a type's name already; a title is another matter. */
    private static String name(String type) {
        return type.length() <= SHOWN_NAME ? type : type.substring(0, SHOWN_NAME) + "…";
    }
}
