// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.View;

/** Shows what an input method is composing where it will be inserted, underlined; the document does not know of it. */
final class Preedit {

    private final Request.Composing composing;

    private Preedit(Request.Composing composing) {
        this.composing = composing;
    }

    static Rendered insert(Rendered into, Request.Composing composing) {
        return composing.preedit().isEmpty() ? into : new Preedit(composing).insert(into);
    }

    private Rendered insert(Rendered into) {
        Map<View.Embed, Rendered> nested = new LinkedHashMap<>();
        into.nested().forEach((embed, inner) -> nested.put(embed, insert(inner)));
        return new Rendered(into.url(), into.handle(), into.doc(), into.title(), insert(into.view(), 0), nested);
    }

    private View insert(View view, int level) {
        if (level > 64) return view;
        return switch (view) {
            case View.Editor editor when editor.text().equals(composing.text()) ->
                editor.content(insert(editor.content()));
            case View.Box box -> new View.Box(box.axis(),
                    box.children().stream().map(child -> insert(child, level + 1)).toList(), box.style());
            case View.Described d -> new View.Described(insert(d.view(), level + 1), d.role(), d.name(), d.actions());
            default -> view;
        };
    }

    private Styled insert(Styled content) {
        List<Styled.Paragraph> all = new ArrayList<>(content.paragraphs());
        int left = composing.at();
        for (int i = 0; i < all.size(); i++) {
            int length = all.get(i).length();
            if (left <= length) {
                all.set(i, insert(all.get(i), left));
                return new Styled(all);
            }
            left -= length + 1;
        }
        return content;
    }

    private Styled.Paragraph insert(Styled.Paragraph into, int at) {
        List<Styled.Run> runs = new ArrayList<>();
        TextStyle style = into.style();
        int left = at;
        boolean done = false;
        for (Styled.Run run : into.runs()) {
            boolean here = !done && left <= run.text().length() && run.kind() != Styled.Kind.MARKER;
            if (!done) style = run.style();
            if (here) {
                runs.add(run.text(run.text().substring(0, left)));
                runs.add(new Styled.Run(composing.preedit(), run.style().underline(true)));
                runs.add(run.text(run.text().substring(left)));
                done = true;
            } else {
                runs.add(run);
            }
            left -= run.text().length();
        }
        if (!done) runs.add(new Styled.Run(composing.preedit(), style.underline(true)));
        runs.removeIf(run -> run.text().isEmpty());
        return new Styled.Paragraph(into.lead(), into.style(), runs);
    }
}
