// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Ability;
import org.pushpin.content.Action;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.Rect;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Role;
import org.pushpin.content.Shape;
import org.pushpin.content.Size;
import org.pushpin.content.Stroke;
import org.pushpin.content.Style;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Scalar;

/** A drawing as a card, and opened: its strokes, and a pen to go on with. */
@Component(property = {"contentType=ink", "context=board", "context=workspace"})
public final class InkCard implements Renderer {

    /** The window's value that says what is drawn with. */
    static final String PEN = "pen";
    private static final Size ROOM = new Size(400, 280);
    private static final Size PAGE = new Size(760, 520);
    private static final double[] WIDTHS = {1.5, 3, 6, 12};
    private static final double ERASER = 12;

    @Override
    public View render(Doc document, RenderContext in) {
        Messages messages = Messages.of(InkCard.class, in.locale());
        Ink ink = Ink.strokes(document).map(strokes -> in.follow(strokes, Ink.class, before -> Ink.of(document, before)))
                .orElseGet(() -> Ink.of(document, null));
        String name = in.local(PEN, new Scalar.Str(Pen.FIRST.name())) instanceof Scalar.Str str ? str.value() : "";
        View drawing = new View.Drawing(size(ink, in), shapes(ink, in), Set.of(Ability.DRAW), Optional.of(pen(name, in)));
        String title = new InkType().summarize(document).title();
        return new View.Described(View.Box.column(Style.NONE.grow(1), drawing), Role.IMAGE,
                title.isEmpty() ? messages.get("strokes", ink.lines().size()) : title, actions(name, messages, in));
    }

    private static Size size(Ink ink, RenderContext in) {
        Size room = in.context().equals(RenderContext.WORKSPACE) ? PAGE : ROOM;
        Optional<Rect> all = ink.lines().stream().map(Line::bounds).reduce(Rect::union);
        return new Size(Math.max(room.width(), all.map(Rect::right).orElse(0.0)),
                Math.max(room.height(), all.map(Rect::bottom).orElse(0.0)));
    }

    private static List<Shape> shapes(Ink ink, RenderContext in) {
        List<Shape> shapes = new ArrayList<>(ink.lines().size());
        for (Line line : ink.lines()) {
            shapes.add(new Shape.Path(line.data(), Optional.empty(),
                    Optional.of(Stroke.of(line.color().on(in.theme()), line.thickness()))));
        }
        return shapes;
    }

    private static View.Pen pen(String name, RenderContext in) {
        if (name.equals(Pen.ERASER)) return new View.Pen(name, in.theme().palette().frame().withOpacity(0.6), ERASER);
        Pen pen = Pen.of(name).orElse(Pen.FIRST);
        return new View.Pen(pen.name(), pen.color().on(in.theme()), pen.width());
    }

    // what can be chosen

    private static List<Action> actions(String name, Messages messages, RenderContext in) {
        Pen present = Pen.of(name).orElse(Pen.FIRST);
        boolean erases = name.equals(Pen.ERASER);
        List<Action> actions = new ArrayList<>();
        for (PenColor color : PenColor.values()) {
            actions.add(choice("color/" + color.id(), messages.get("color." + color.id()), Icon.swatch(color.on(in.theme())),
                    new Pen(color, present.width()).name()).group(messages.get("color"))
                            .key("Alt+" + (color.ordinal() + 1)).checked(!erases && color == present.color()));
        }
        for (double width : WIDTHS) {
            actions.add(choice("width/" + width, messages.get("width.value", width), Icon.NONE,
                    new Pen(present.color(), width).name()).group(messages.get("width"))
                            .checked(!erases && width == present.width()));
        }
        actions.add(choice("eraser", messages.get("eraser"), Icon.NONE, erases ? present.name() : Pen.ERASER)
                .key("Alt+0").checked(erases));
        return actions;
    }

    private static Action choice(String id, String label, Icon icon, String pen) {
        return new Action(id, label, icon, new Intent.Local(PEN, new Scalar.Str(pen)));
    }
}
