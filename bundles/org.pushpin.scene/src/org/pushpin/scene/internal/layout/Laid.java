// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.layout;

import java.util.List;
import java.util.Optional;

import org.pushpin.content.Action;
import org.pushpin.content.Size;
import org.pushpin.content.Style;
import org.pushpin.content.View;
import org.pushpin.scene.internal.text.TextBlock;

/**
 * A view with its size and the places of its parts, in board units. Positions are relative to the parent, so a part
 * that is laid out once can be placed anywhere. Immutable.
 */
public sealed interface Laid {

    Size size();

    /** A part and where its top left corner is in its parent. */
    record Placed(double x, double y, Laid part) {}

    /** Text. @param editor the text is edited in place; {@code placeholder}: the block shows what stands for no text */
    record Lines(Size size, TextBlock block, Optional<View.Editor> editor, boolean placeholder) implements Laid {}

    record Image(Size size, View.Picture picture) implements Laid {}

    record Symbol(Size size, View.Glyph glyph) implements Laid {}

    /** A box. Children that stick out are cut where the style has a ground or a border. */
    record Group(Size size, Style style, List<Placed> children) implements Laid {
        public Group {
            children = List.copyOf(children);
        }
    }

    /** A button. @param labelX where the label's block begins; the icon stands left of it */
    record Press(Size size, Action action, View.Emphasis emphasis, TextBlock label, double labelX, double labelY)
            implements Laid {}

    record Bar(Size size, double part, TextBlock label) implements Laid {}

    /** A drawing at a scale, with its labels laid out in the drawing's units. */
    record Figure(Size size, View.Drawing drawing, double scale, List<Placed> labels) implements Laid {
        public Figure {
            labels = List.copyOf(labels);
        }
    }

    /** Something with a meaning beyond its look. */
    record Part(View.Described described, Laid child) implements Laid {
        @Override
        public Size size() {
            return child.size();
        }
    }

    /** Another document. */
    record Nested(View.Embed embed, Laid child) implements Laid {
        @Override
        public Size size() {
            return child.size();
        }
    }

    /** A canvas inside a card: its items as blocks, seen from afar. */
    record Plane(Size size, View.Canvas canvas) implements Laid {}

    /** What is inside, with places. */
    default List<Placed> parts() {
        return switch (this) {
            case Group group -> group.children;
            case Part part -> List.of(new Placed(0, 0, part.child));
            case Nested nested -> List.of(new Placed(0, 0, nested.child));
            case Lines l -> List.of();
            case Image i -> List.of();
            case Symbol s -> List.of();
            case Press p -> List.of();
            case Bar b -> List.of();
            case Figure f -> List.of();
            case Plane p -> List.of();
        };
    }
}
