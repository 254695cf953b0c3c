// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.pushpin.content.Edge;
import org.pushpin.content.Icon;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.Styled;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Command;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.edges.Route;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;
import org.pushpin.scene.internal.text.TextBlock;

/** The scene as a tree for assistive technology: cards in reading order, then arrows. */
record AccessibleTree(Core core, TextEditing editing) {

    private static final int DEEPEST = 64;

    /** @param people who else is here: the last of the nodes */
    Accessible make(String title, List<Accessible> people) {
        Rect all = new Rect(0, 0, core.width, core.height);
        Stream<Accessible> cards = core.reading.all().stream().map(this::item);
        Stream<Accessible> arrows = core.arrows.all().stream().map(this::arrow);
        List<Accessible> children = Stream.of(cards, arrows, people.stream()).flatMap(nodes -> nodes).toList();
        Role role = core.scene().flatMap(Scene::canvas).isPresent() ? Role.BOARD : Role.DOCUMENT;
        return new Accessible("", role, title, "", all, core.focused && core.selection.isEmpty(), false, List.of(),
                children);
    }

    private Accessible item(SceneItem item) {
        Rect at = core.camera.points(core.shown(item));
        List<Accessible> parts = new ArrayList<>();
        collect(item.laid(), core.shown(item).x(), core.shown(item).y(), item.key(), parts, 0);
        boolean selected = core.selection.contains(item.key());
        boolean focused = core.focused && selected && core.selection.size() == 1 && !editing.active(item.key());
        String name = item.rendered().title();
        return new Accessible(item.key(), Role.DOCUMENT, name.isEmpty() ? firstText(parts) : name, "", at, focused,
                selected, List.of(), parts);
    }

    /** An arrow, named after the cards that it leads from and to, and its label. */
    private Accessible arrow(Edge edge) {
        String says = core.item(edge.key()).filter(label -> !core.arrows.blank(label)).flatMap(Parts::firstEditor)
                .map(label -> Parts.block(label).plain().strip()).orElse("");
        String name = core.messages().get(says.isEmpty() ? "arrow" : "arrow.label", end(edge.from()), end(edge.to()), says);
        Rect at = core.arrows.route(edge).map(Route::bounds).map(core.camera::points).orElse(new Rect(0, 0, 0, 0));
        boolean selected = core.selection.contains(edge.key());
        boolean focused = core.focused && selected && core.selection.size() == 1 && !editing.active(edge.key());
        return new Accessible(edge.key(), Role.GROUP, name, "", at, focused, selected, List.of(), List.of());
    }

    private String end(Edge.End end) {
        return core.item(end.item()).map(item -> item(item).name()).filter(name -> !name.isEmpty())
                .orElse(core.messages().get("untitled"));
    }

    private static String firstText(List<Accessible> parts) {
        return parts.stream().map(part -> part.value().isEmpty() ? part.name() : part.value())
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private void collect(Laid laid, double x, double y, String key, List<Accessible> into, int depth) {
        if (depth > DEEPEST) return;
        Rect at = core.camera.points(new Rect(x, y, laid.size().width(), laid.size().height()));
        switch (laid) {
            case Laid.Lines lines -> into.add(text(lines, at, key + "/" + into.size()));
            case Laid.Image image ->
                into.add(leaf(key + "/" + into.size(), Role.IMAGE, image.picture().description(), "", at));
            case Laid.Press press -> into.add(new Accessible(key + "/" + into.size(), Role.BUTTON,
                    press.action().label(), "", at, false, false, List.of(command(press)), List.of()));
            case Laid.Bar bar -> into.add(leaf(key + "/" + into.size(), Role.PROGRESS, bar.label().plain(),
                    Math.round(bar.part() * 100) + " %", at));
            case Laid.Part part -> into.add(part(part, x, y, key + "/" + into.size(), at, depth));
            case Laid.Group group -> children(group, x, y, key, into, depth);
            case Laid.Nested nested -> children(nested, x, y, key, into, depth);
            case Laid.Symbol symbol -> { }
            case Laid.Figure figure -> children(figure, x, y, key, into, depth);
            case Laid.Plane plane -> { }
        }
    }

    private void children(Laid laid, double x, double y, String key, List<Accessible> into, int depth) {
        for (Laid.Placed part : laid.parts()) collect(part.part(), x + part.x(), y + part.y(), key, into, depth + 1);
    }

    private Accessible part(Laid.Part part, double x, double y, String key, Rect at, int depth) {
        List<Accessible> inner = new ArrayList<>();
        children(part, x, y, key, inner, depth);
        String name = part.described().name();
        return new Accessible(key, part.described().role(), name.isEmpty() ? firstText(inner) : name, "", at, false,
                false, List.of(), inner);
    }

    private Accessible text(Laid.Lines lines, Rect at, String key) {
        boolean editor = lines.editor().isPresent();
        boolean focused = editor && core.focused && editing.session()
                .filter(session -> session.text.equals(lines.editor().get().text())).isPresent();
        String says = lines.block().plain();
        return new Accessible(key, Role.TEXT, lines.placeholder() || !editor ? says : "",
                editor && !lines.placeholder() ? says : "", at, focused, false, List.of(), tasks(lines.block(), at, key));
    }

    /** The tasks of a text as check boxes. */
    private List<Accessible> tasks(TextBlock block, Rect at, String key) {
        List<Accessible> tasks = new ArrayList<>();
        int start = 0;
        for (Styled.Paragraph paragraph : block.text().paragraphs()) {
            Styled.Sign sign = paragraph.lead().sign();
            if (sign == Styled.Sign.BOX || sign == Styled.Sign.TICKED) {
                Rect first = block.caret(start + paragraph.marker());
                double zoom = core.camera.zoom();
                Rect row = new Rect(at.x(), at.y() + first.y() * zoom, at.width(), first.height() * zoom);
                Command tick = new Command("tick", core.messages().get("tick"), Icon.CHECK, "", true,
                        sign == Styled.Sign.TICKED, List.of());
                tasks.add(new Accessible(key + "/" + start, Role.CHECKBOX, paragraph.plain().substring(paragraph.marker()),
                        "", row, false, false, List.of(tick), List.of()));
            }
            start += paragraph.length() + 1;
        }
        return tasks;
    }

    private static Accessible leaf(String key, Role role, String name, String value, Rect at) {
        return new Accessible(key, role, name, value, at, false, false, List.of(), List.of());
    }

    private static Command command(Laid.Press press) {
        return new Command("act:" + press.action().id(), press.action().label(), press.action().icon(),
                press.action().key(), press.action().enabled());
    }
}
