// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.content.Styled;
import org.pushpin.content.View;

/** Shows the syntax of the paragraphs that somebody edits here. */
record Reveal(Request.Revealed revealed) {

    Rendered in(Rendered from) {
        Map<View.Embed, Rendered> nested = new LinkedHashMap<>();
        from.nested().forEach((embed, inner) -> nested.put(embed, in(inner)));
        return new Rendered(from.url(), from.handle(), from.doc(), from.title(), in(from.view(), 0), nested);
    }

    private View in(View view, int level) {
        if (level > 64) return view;
        return switch (view) {
            case View.Editor editor when editor.text().equals(revealed.text()) -> editor.content(in(editor.content()));
            case View.Box box -> new View.Box(box.axis(),
                    box.children().stream().map(child -> in(child, level + 1)).toList(), box.style());
            case View.Described d -> new View.Described(in(d.view(), level + 1), d.role(), d.name(), d.actions());
            default -> view;
        };
    }

    private Styled in(Styled content) {
        List<Styled.Paragraph> all = new ArrayList<>(content.paragraphs());
        for (int i = revealed.first(); i <= Math.min(revealed.last(), all.size() - 1); i++) {
            all.set(i, all.get(i).revealed());
        }
        return new Styled(all);
    }
}
