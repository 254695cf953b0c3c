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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.pushpin.content.Ability;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.core.Clips;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.gesture.NestedBoards;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;
import org.pushpin.scene.internal.transfer.Clip;
import org.pushpin.scene.internal.transfer.HtmlReader;

/** What comes in by paste and drop, and what goes out by copy and cut. On the ui thread; files are read elsewhere. */
final class Transfers {

    private static final double STEP = 40;
    /** HTML that is read while a person waits, in UTF-16 units. */
    private static final int AT_ONCE = 64 << 10;

    private final Core core;
    private final Performer performer;
    private final Pointing pointing;
    private final TextEditing editing;
    private final Clipping clipping;
    private final NestedBoards boards;

    Transfers(Core core, Performer performer, Pointing pointing, TextEditing editing) {
        this.core = core;
        this.performer = performer;
        this.pointing = pointing;
        this.editing = editing;
        clipping = new Clipping(core, performer, pointing);
        boards = new NestedBoards(core, performer);
    }

    // out

    Outgoing outgoing() {
        return new Outgoing(core, clipping);
    }

    void copy() {
        if (editing.active()) {
            if (!editing.selected().isEmpty()) core.host.clipboard(Transfer.text(editing.selectedMarkdown()));
            return;
        }
        Transfer content = outgoing().cards();
        if (!content.isEmpty()) core.host.clipboard(content);
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
        core.host.clipboard().thenAccept(content -> core.host.execute(() -> pasted(content, url -> url)));
    }

    /** Pastes cards as copies that have their own documents; into a text, without looks. */
    void pasteOther() {
        core.host.clipboard().thenAccept(content -> core.host.execute(() -> {
            if (editing.active()) editing.insert(content.text());
            else pasted(content, clipping.copies());
        }));
    }

    private void pasted(Transfer content, UnaryOperator<DocumentUrl> document) {
        if (editing.active()) {
            String text = written(content);
            if (!text.isEmpty()) editing.insert(text);
            return;
        }
        Point at = pointing.last().filter(p -> p.x() < core.width && p.y() < core.height)
                .orElse(new Point(core.width / 2.0 - 100, core.height / 3.0));
        Point place = core.camera.board(at.x(), at.y());
        double shift = content.cards().isEmpty() ? 0 : 20;
        insert(content, goal(place.plus(shift, shift)), document);
    }

    /** For a text: with its looks where the text has them and they are read at once. */
    private String written(Transfer content) {
        boolean looks = !content.html().isEmpty() && content.html().length() <= AT_ONCE
                && editing.formats().stream().anyMatch(format -> format.mark().equals("strong"));
        String markdown = looks ? HtmlReader.read(content.html()).markdown() : "";
        if (markdown.isEmpty()) return content.text();
        return editing.atLineStart() ? markdown : markdown.replaceFirst("^#{1,6} ", "");
    }

    boolean accepts() {
        return core.scene().flatMap(Scene::canvas).filter(c -> c.can().contains(Ability.DROP)).isPresent();
    }

    /** Where something goes: to a place of this board, or where there is room on one that lies here as a card. */
    private record Goal(Point at, Optional<DocumentUrl> board, double shift) {

        Goal shifted(double by) {
            return new Goal(at.plus(by, by), board, by);
        }
    }

    private static Goal goal(Point at) {
        return new Goal(at, Optional.empty(), 0);
    }

    /** @param at in board units; on a nested board what is dropped goes onto that */
    void drop(Transfer content, Point at) {
        insert(content, new Goal(at, boards.at(at, Set.of()).map(board -> board.rendered().url()), 0), url -> url);
    }

    NestedBoards boards() {
        return boards;
    }

    private void pin(List<DocumentUrl> urls, Goal goal) {
        if (goal.board.isEmpty()) pointing.selectLater(performer.insert(urls, goal.at));
        else room(goal.board.get(), room -> performer.change(goal.board.get(), new Intent.Insert(
                new Placements(core.services.registry(), core.services.guard()).at(room.plus(goal.shift, goal.shift), urls))));
    }

    private void room(DocumentUrl board, Consumer<Point> then) {
        core.services.factory().room(board).whenComplete((room, failure) -> core.host.execute(() -> {
            if (failure == null) then.accept(room);
            else core.host.notice(reason(failure));
        }));
    }

    private void cards(Clip clip, Goal goal, UnaryOperator<DocumentUrl> document) {
        Point corner = clip.corner();
        boolean itself = clip.cards().stream().anyMatch(card -> goal.board.filter(board -> board.id().equals(card.url().id())).isPresent());
        if (goal.board.isEmpty() || itself) clipping.paste(clip, new Point(Placements.snap(goal.at.x()), Placements.snap(goal.at.y())), document);
        else room(goal.board.get(), room -> performer.change(goal.board.get(), Clips.Pasting.of(clip, room.x() - corner.x(),
                room.y() - corner.y(), document, (frame, at) -> "").intents()));
    }

    private void insert(Transfer content, Goal at, UnaryOperator<DocumentUrl> document) {
        if (!accepts()) return;
        Clip clip = Clip.read(content.cards());
        if (!clip.isEmpty()) cards(clip, at, document);
        else if (!content.files().isEmpty()) files(content.files(), at);
        else if (!content.html().isBlank() && links(content.text()).isEmpty()) html(content, at);
        else other(content, at);
    }

    private void other(Transfer content, Goal at) {
        if (content.picture().isPresent()) picture(content.picture().get(), at);
        else if (!content.text().isBlank()) text(content.text(), at);
        else core.host.notice(core.messages().get("paste.nothing"));
    }

    /** Read aside. A picture in it counts where there is no text. */
    private void html(Transfer content, Goal at) {
        core.services.lane().execute(() -> {
            HtmlReader.Read read = HtmlReader.read(content.html());
            core.host.execute(() -> {
                if (!read.markdown().isEmpty() && content.picture().isEmpty()) text(read.markdown(), at);
                else if (content.picture().isEmpty() && read.picture().isPresent()) picture(read.picture().get(), at);
                else other(content, at);
            });
        });
    }

    /** The links that a text consists of; none where it says anything else. */
    private static List<DocumentUrl> links(String text) {
        List<DocumentUrl> urls = DocumentUrl.find(text);
        String rest = text;
        for (DocumentUrl url : urls) rest = rest.replace(url.toString(), "");
        return rest.isBlank() ? urls : List.of();
    }

    /** Nothing but links becomes the cards that they name; anything else becomes a card of text. */
    private void text(String text, Goal at) {
        List<DocumentUrl> urls = links(text);
        if (!urls.isEmpty()) {
            pin(urls, at);
            return;
        }
        try {
            pin(List.of(core.services.factory().importText(text)), at);
        } catch (IllegalArgumentException missing) {
            core.host.notice(core.messages().get("missing.type", "text"));
        }
    }

    private void picture(Transfer.Picture picture, Goal at) {
        String name = "picture." + ending(picture.mediaType());
        arrive(core.services.factory().importBytes(picture.content(), picture.mediaType(), name), name, at);
    }

    private static String ending(String mediaType) {
        String kind = mediaType.substring(mediaType.indexOf('/') + 1);
        return switch (kind) {
            case "jpeg" -> "jpg";
            case "svg+xml" -> "svg";
            default -> kind.matches("[a-z0-9]{1,8}") ? kind : "png";
        };
    }

    private void files(List<Path> files, Goal at) {
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            String name = String.valueOf(file.getFileName());
            core.host.notice(core.messages().get("importing", name));
            arrive(core.services.factory().importFile(file, part -> core.host.execute(() -> progress(name, part))),
                    name, at.shifted(STEP * i));
        }
    }

    private final List<String> importing = new ArrayList<>();

    private void progress(String name, double part) {
        if (!importing.contains(name) || Double.isNaN(part)) return;
        core.host.notice(core.messages().get("importing.part", name, (int) (part * 100)));
    }

    private void arrive(CompletionStage<DocumentUrl> stage, String name, Goal at) {
        importing.add(name);
        stage.whenComplete((url, failure) -> core.host.execute(() -> {
            importing.remove(name);
            if (url != null) {
                pin(List.of(url), at);
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
