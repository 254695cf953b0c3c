// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Ability;
import org.pushpin.content.MarkedText;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.render.Rendered;
import org.pushpin.scene.internal.render.SceneItem;
import org.pushpin.scene.internal.transfer.Clip;
import org.pushpin.scene.internal.transfer.HtmlWriter;

/**
 * What other programs get of what is selected: of notes what they say, as Markdown and as HTML; of anything else a link.
 * Of many cards, and of those that are far out of sight, only links, because their texts are not at hand.
 */
final class Outgoing {

    private static final int MANY = 300;

    private final Core core;
    private final Clipping clipping;

    Outgoing(Core core, Clipping clipping) {
        this.core = core;
        this.clipping = clipping;
    }

    /** Of the selected cards; nothing where none is. */
    Transfer cards() {
        Clip clip = clipping.selected();
        if (clip.isEmpty()) return Transfer.NOTHING;
        List<SceneItem> items = core.reading.of(java.util.Set.copyOf(keys(clip)));
        HtmlWriter html = new HtmlWriter();
        List<String> texts = new ArrayList<>();
        boolean onlyLinks = true;
        for (SceneItem item : items) {
            Optional<Parts.Found> note = items.size() > MANY ? Optional.empty() : note(item);
            onlyLinks &= note.isEmpty();
            texts.add(note.map(found -> markdown(item, found)).orElseGet(() -> item.rendered().url().toString()));
            note.ifPresentOrElse(found -> html.text(Parts.editor(found).content(), core.theme.cardText().size()),
                    () -> html.link(item.rendered().url().toString(), label(item)));
        }
        String text = String.join(onlyLinks ? "\n" : "\n\n", texts);
        return new Transfer(text, clip.write(), List.of(), Optional.empty(), html.html());
    }

    private static List<String> keys(Clip clip) {
        return clip.cards().stream().map(Clip.Card::key).toList();
    }

    /** A card that is nothing but a text. */
    private static Optional<Parts.Found> note(SceneItem item) {
        return Parts.firstEditor(item).filter(found -> !Parts.editor(found).singleLine());
    }

    private static String label(SceneItem item) {
        DocumentUrl url = item.rendered().url();
        return item.rendered().title().isBlank() ? url.contentType() : item.rendered().title();
    }

    private static String markdown(SceneItem item, Parts.Found note) {
        View.Editor editor = Parts.editor(note);
        String plain = editor.content().plain();
        Optional<Doc> doc = note.owner().or(() -> Optional.of(item.rendered())).flatMap(Rendered::doc)
                .filter(shown -> shown.text(editor.text()).equals(plain));
        return doc.map(shown -> MarkedText.markdown(plain, shown.marks(editor.text()), 0, plain.length())).orElse(plain);
    }
}
