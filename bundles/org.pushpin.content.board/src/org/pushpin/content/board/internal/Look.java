// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.Locale;

import org.pushpin.content.Icon;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.Theme;
import org.pushpin.content.View;

/** All that what a board shows depends on, besides the entries themselves. */
record Look(Theme theme, Locale locale, Ground ground) {

    Messages messages() {
        return Messages.of(BoardView.class, locale);
    }

    /** What a board shows by itself. */
    FrameView host() {
        return new FrameView(theme, messages(), ground);
    }

    /** A card whose link nobody here understands. */
    View unreadable() {
        return Parts.notice(theme, Icon.LINK, messages().get("unreadable"));
    }
}
