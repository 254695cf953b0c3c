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
            case View.Editor editor when editor.text().equals(composing.text()) -> new View.Editor(editor.text(),
                    insert(editor.content()), editor.placeholder(), editor.singleLine());
            case View.Box box -> new View.Box(box.axis(),
                    box.children().stream().map(child -> insert(child, level + 1)).toList(), box.style());
            case View.Described d -> new View.Described(insert(d.view(), level + 1), d.role(), d.name(), d.actions());
            default -> view;
        };
    }

    private Styled insert(Styled content) {
        List<Styled.Run> runs = new ArrayList<>();
        int left = composing.at();
        boolean done = false;
        for (Styled.Run run : content.runs()) {
            boolean here = !done && left <= run.text().length();
            if (here) {
                TextStyle style = run.style();
                runs.add(new Styled.Run(run.text().substring(0, left), style, run.intent()));
                runs.add(new Styled.Run(composing.preedit(), style.underline(true)));
                runs.add(new Styled.Run(run.text().substring(left), style, run.intent()));
                done = true;
            } else {
                runs.add(run);
            }
            left -= run.text().length();
        }
        runs.removeIf(run -> run.text().isEmpty());
        return runs.isEmpty() ? content : new Styled(runs);
    }
}
