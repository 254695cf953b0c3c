// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Action;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.Styled;
import org.pushpin.content.View;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.render.Rendered;
import org.pushpin.scene.internal.render.SceneItem;
import org.pushpin.scene.internal.text.TextBlock;

/** Finds parts of cards: what is under a point, and where a text is. Places are in board units from the card's corner. */
public final class Parts {

    private Parts() {
    }

    /** A part, where it is, and whose it is. @param owner empty where the part is the stage's own document's */
    public record Found(Laid part, double x, double y, Optional<Rendered> owner) {

        Rect at() {
            return new Rect(x, y, part.size().width(), part.size().height());
        }
    }

    /** Something that can be pressed. */
    public record Pressable(Intent intent, Optional<DocumentUrl> owner) {}

    /** Everything at a point, the outermost first. */
    static List<Found> at(SceneItem item, double x, double y) {
        List<Found> path = new ArrayList<>();
        descend(item.laid(), 0, 0, x, y, owner(item), item.rendered(), path);
        return path;
    }

    private static Optional<Rendered> owner(SceneItem item) {
        return item.rendered().url() == null ? Optional.empty() : Optional.of(item.rendered());
    }

    private static void descend(Laid laid, double left, double top, double x, double y, Optional<Rendered> owner,
            Rendered root, List<Found> path) {
        path.add(new Found(laid, left, top, owner));
        List<Laid.Placed> parts = laid.parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Laid.Placed part = parts.get(i);
            Rect at = new Rect(left + part.x(), top + part.y(), part.part().size().width(),
                    part.part().size().height());
            if (!at.contains(new Point(x, y))) continue;
            Optional<Rendered> inner = laid instanceof Laid.Nested nested ? root.find(nested.embed()) : owner;
            descend(part.part(), at.x(), at.y(), x, y, inner.or(() -> owner), root, path);
            return;
        }
    }

    /** What a press at a point does: the innermost button, link or pressable part. */
    public static Optional<Pressable> pressable(SceneItem item, double x, double y) {
        for (Found found : at(item, x, y).reversed()) {
            Optional<Intent> intent = intent(found, x - found.x(), y - found.y());
            if (intent.isPresent()) return Optional.of(new Pressable(intent.get(), found.owner().map(Rendered::url)));
        }
        return Optional.empty();
    }

    /** The run of a text at a point. */
    public static Optional<Styled.Run> run(SceneItem item, double x, double y) {
        Found inner = at(item, x, y).getLast();
        return inner.part() instanceof Laid.Lines lines && !lines.placeholder()
                ? lines.block().unitAt(x - inner.x(), y - inner.y()).flatMap(lines.block()::run) : Optional.empty();
    }

    private static Optional<Intent> intent(Found found, double x, double y) {
        return switch (found.part()) {
            case Laid.Press press -> press.action().enabled() ? Optional.of(press.action().intent()) : Optional.empty();
            case Laid.Lines lines -> lines.placeholder() ? Optional.empty()
                    : lines.block().unitAt(x, y).flatMap(lines.block()::run).flatMap(run -> run.intent());
            case Laid.Part part -> {
                boolean pressed = part.described().role() == Role.BUTTON || part.described().role() == Role.CHECKBOX;
                yield pressed ? part.described().actions().stream().findFirst().filter(Action::enabled)
                        .map(Action::intent) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** The editor at a point, or the only kind of editor that there is where {@code near} is false. */
    public static Optional<Found> editorAt(SceneItem item, double x, double y) {
        return at(item, x, y).reversed().stream().filter(Parts::isEditor).findFirst();
    }

    /** The first editor of a card, top down. */
    public static Optional<Found> firstEditor(SceneItem item) {
        return find(item.laid(), 0, 0, owner(item), item.rendered(), found -> isEditor(found));
    }

    /** Where a text is edited. */
    public static Optional<Found> editor(SceneItem item, DocumentUrl url, ObjectId text) {
        return find(item.laid(), 0, 0, owner(item), item.rendered(), found -> isEditor(found)
                && editor(found).text().equals(text)
                && found.owner().map(o -> o.url().id().equals(url.id())).orElse(true));
    }

    /** The first part of a card that has a text in it, whose ever it is. */
    public static Optional<Found> editor(SceneItem item, ObjectId text) {
        return find(item, found -> isEditor(found) && editor(found).text().equals(text));
    }

    /** The first part of a card, top down, that is as wanted. */
    public static Optional<Found> find(SceneItem item, java.util.function.Predicate<Found> wanted) {
        return find(item.laid(), 0, 0, owner(item), item.rendered(), wanted);
    }

    static boolean isEditor(Found found) {
        return found.part() instanceof Laid.Lines lines && lines.editor().isPresent();
    }

    public static View.Editor editor(Found found) {
        return ((Laid.Lines) found.part()).editor().orElseThrow();
    }

    public static TextBlock block(Found found) {
        return ((Laid.Lines) found.part()).block();
    }

    private static Optional<Found> find(Laid laid, double x, double y, Optional<Rendered> owner, Rendered root,
            java.util.function.Predicate<Found> wanted) {
        Found here = new Found(laid, x, y, owner);
        if (wanted.test(here)) return Optional.of(here);
        Optional<Rendered> inner = laid instanceof Laid.Nested nested ? root.find(nested.embed()) : owner;
        for (Laid.Placed part : laid.parts()) {
            Optional<Found> found = find(part.part(), x + part.x(), y + part.y(), inner.or(() -> owner), root, wanted);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }
}
