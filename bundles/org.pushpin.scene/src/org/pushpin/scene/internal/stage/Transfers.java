// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import org.pushpin.content.Ability;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/** What comes in by paste and drop, and what goes out by copy and cut. On the ui thread; files are read elsewhere. */
final class Transfers {

    private static final double STEP = 40;

    private final Core core;
    private final Performer performer;
    private final Pointing pointing;
    private final TextEditing editing;

    Transfers(Core core, Performer performer, Pointing pointing, TextEditing editing) {
        this.core = core;
        this.performer = performer;
        this.pointing = pointing;
        this.editing = editing;
    }

    // out

    void copy() {
        if (editing.active()) {
            String text = editing.selected();
            if (!text.isEmpty()) core.host.clipboard(Transfer.text(text));
            return;
        }
        List<SceneItem> items = core.readingOrder().stream().filter(i -> core.selection.contains(i.key())).toList();
        String links = items.stream().map(item -> item.rendered().url()).filter(url -> url != null)
                .map(DocumentUrl::toString).collect(Collectors.joining("\n"));
        if (links.isEmpty()) return;
        core.host.clipboard(new Transfer(links, Clipboard.write(items), List.of(), Optional.empty()));
    }

    void cut() {
        copy();
        if (editing.active()) editing.deleteSelection();
        else remove();
    }

    void remove() {
        Set<String> keys = core.selected(Ability.REMOVE).stream().map(SceneItem::key).collect(Collectors.toSet());
        if (!keys.isEmpty()) performer.change(core.url, new Intent.Remove(keys));
    }

    // in

    void paste() {
        core.host.clipboard().thenAccept(content -> core.host.execute(() -> pasted(content)));
    }

    private void pasted(Transfer content) {
        if (editing.active()) {
            if (!content.text().isEmpty()) editing.insert(content.text());
            return;
        }
        Point at = pointing.last().filter(p -> p.x() < core.width && p.y() < core.height)
                .orElse(new Point(core.width / 2.0 - 100, core.height / 3.0));
        insert(content, core.camera.board(at.x(), at.y()), content.cards().isEmpty() ? 0 : 20);
    }

    boolean accepts() {
        return core.scene().flatMap(Scene::canvas).filter(c -> c.can().contains(Ability.DROP)).isPresent();
    }

    /** @param at in board units */
    void drop(Transfer content, Point at) {
        insert(content, at, 0);
    }

    private void insert(Transfer content, Point at, double shift) {
        if (!accepts()) return;
        if (!content.cards().isEmpty()) {
            Intent.Insert cards = new Intent.Insert(Clipboard.read(content.cards(), at.plus(shift, shift)));
            if (!cards.cards().isEmpty()) {
                pointing.selectLater(performer.insert(cards));
                return;
            }
        }
        if (!content.files().isEmpty()) files(content.files(), at);
        else if (content.picture().isPresent()) picture(content.picture().get(), at);
        else if (!content.text().isBlank()) text(content.text(), at);
        else core.host.notice(core.messages().get("paste.nothing"));
    }

    /** Nothing but links becomes the cards that they name; anything else becomes a card of text. */
    private void text(String text, Point at) {
        List<DocumentUrl> urls = DocumentUrl.find(text);
        String rest = text;
        for (DocumentUrl url : urls) rest = rest.replace(url.toString(), "");
        if (!urls.isEmpty() && rest.isBlank()) {
            pointing.selectLater(performer.insert(urls, at));
            return;
        }
        try {
            pointing.selectLater(performer.insert(List.of(core.services.factory().importText(text)), at));
        } catch (IllegalArgumentException missing) {
            core.host.notice(core.messages().get("missing.type", "text"));
        }
    }

    private void picture(Transfer.Picture picture, Point at) {
        String name = "picture." + (picture.mediaType().endsWith("jpeg") ? "jpg" : "png");
        arrive(core.services.factory().importBytes(picture.content(), picture.mediaType(), name), name, at);
    }

    private void files(List<Path> files, Point at) {
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            String name = String.valueOf(file.getFileName());
            core.host.notice(core.messages().get("importing", name));
            arrive(core.services.factory().importFile(file, part -> core.host.execute(() -> progress(name, part))),
                    name, at.plus(STEP * i, STEP * i));
        }
    }

    private final List<String> importing = new ArrayList<>();

    private void progress(String name, double part) {
        if (!importing.contains(name) || Double.isNaN(part)) return;
        core.host.notice(core.messages().get("importing.part", name, (int) (part * 100)));
    }

    private void arrive(CompletionStage<DocumentUrl> stage, String name, Point at) {
        importing.add(name);
        stage.whenComplete((url, failure) -> core.host.execute(() -> {
            importing.remove(name);
            if (url != null) {
                pointing.selectLater(performer.insert(List.of(url), at));
                core.host.notice("");
            } else {
                core.host.notice(core.messages().get("import.failed", name, reason(failure)));
            }
        }));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
                : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
