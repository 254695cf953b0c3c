// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.DocumentUrl;

/** What to show: an immutable tree, compared by content, that any host can lay out, paint, read aloud, or export. */
public sealed interface View {

    /**
     * Text in lines as wide as there is room.
     *
     * @param maxLines what does not fit ends with an ellipsis; 0: no limit
     */
    record Text(Styled text, Style.Align align, int maxLines) implements View {

        public Text(Styled text) {
            this(text, Style.Align.START, 0);
        }

        public static Text of(String text, TextStyle style) {
            return new Text(Styled.of(text, style));
        }

        /** On one line, cut where there is no more room. */
        public static Text line(String text, TextStyle style) {
            return new Text(Styled.of(text, style), Style.Align.START, 1);
        }
    }

    /**
     * A text that people edit in place; the host edits, with {@link Intent.Splice}.
     *
     * @param text a TEXT object of the document
     * @param content what it says in this snapshot, styled: {@code content.plain()} is the text, unit for unit
     * @param placeholder shown while it is empty
     */
    record Editor(ObjectId text, Styled content, Styled placeholder, Writing writing) implements View {

        public Editor(ObjectId text, Styled content, Styled placeholder, boolean singleLine) {
            this(text, content, placeholder, singleLine ? Writing.LINE : Writing.PLAIN);
        }

        public boolean singleLine() {
            return writing.singleLine();
        }

        public Editor content(Styled other) {
            return new Editor(text, other, placeholder, writing);
        }
    }

    /**
     * How a text is written.
     *
     * @param singleLine Enter ends the edit
     * @param fits at how many times its size at most the text is set, as large as fits into the height that there is, and
     *        as small as a tenth; 0: in its own size
     * @param formats what can be done to a stretch of it
     */
    record Writing(boolean singleLine, Style.Align align, double fits, List<Format> formats) {

        public static final Writing PLAIN = new Writing(false, Style.Align.START, 0, List.of());
        public static final Writing LINE = new Writing(true, Style.Align.START, 0, List.of());

        public Writing {
            formats = List.copyOf(formats);
        }
    }

    /**
     * A mark that can be given to a stretch of a text.
     *
     * @param mark as in {@link Intent.Format}; {@code link} is asked for its target
     * @param label in the reader's language
     * @param key as in {@link Action}
     */
    record Format(String mark, String label, String key) {}

    /**
     * A picture. Left to itself in a column it is as wide as the column and as high as its shape then asks for, though with
     * {@link Fit#CONTAIN} never larger than its own pixels. In a stack that grows or has a fixed size it has all of that,
     * and {@code fit} decides.
     */
    record Picture(Preview.Ready image, Fit fit, String description) implements View {}

    enum Fit {
        /** All of it, with room left over. */
        CONTAIN,
        /** The whole area, cut at two sides. */
        COVER
    }

    /** An icon, drawn on a square of this side. */
    record Glyph(Icon icon, double size, Color color) implements View {}

    /** Children in a row, a column, or one upon the other (the first lowest). */
    record Box(Axis axis, List<View> children, Style style) implements View {

        public Box {
            children = List.copyOf(children);
        }

        public static Box row(Style style, View... children) {
            return new Box(Axis.ROW, List.of(children), style);
        }

        public static Box column(Style style, View... children) {
            return new Box(Axis.COLUMN, List.of(children), style);
        }

        public static Box stack(Style style, View... children) {
            return new Box(Axis.STACK, List.of(children), style);
        }
    }

    enum Axis { ROW, COLUMN, STACK }

    /** A long list, of which only the rows in sight are rendered: each by the type's renderer, in this context. */
    record Feed(List<ObjectId> rows, String context) implements View {

        public Feed {
            rows = List.copyOf(rows);
        }
    }

    /** Performs an action. The host draws it, with the action's label and icon. */
    record Button(Action action, Emphasis emphasis) implements View {

        public Button(Action action) {
            this(action, Emphasis.PLAIN);
        }
    }

    enum Emphasis { PRIMARY, PLAIN, LINK }

    /** @param part 0 to 1; less than 0: of unknown length */
    record Progress(double part, String label) implements View {}

    /**
     * Shapes, in this order; scaled down to the room that there is, never up.
     *
     * @param can {@link Ability#DRAW}: a pen can draw on it, over all of its card
     */
    record Drawing(Size size, List<Shape> shapes, Set<Ability> can, Optional<Pen> pen) implements View {

        public Drawing(Size size, List<Shape> shapes, Set<Ability> can) {
            this(size, shapes, can, Optional.empty());
        }

        public Drawing {
            shapes = List.copyOf(shapes);
            can = Set.copyOf(can);
        }
    }

    /**
     * How a line looks while it is drawn.
     *
     * @param stroke the name of the {@link Intent.Stroke} that it becomes
     * @param width in the drawing's units
     */
    record Pen(String stroke, Color color, double width) {}

    /** Another document, shown by its own type. Nested deeper than two, its summary. */
    record Embed(DocumentUrl url, String context) implements View {}

    /** A native widget, by a service bound to the window system; for opened documents only. */
    record Native(String service) implements View {}

    /**
     * What a part is, beyond its look.
     *
     * @param name what a screen reader says; empty: the part's own text
     * @param actions offered by the context menu, the palette and the screen reader while the part is selected or focused;
     *        pressing a {@link Role#BUTTON} or {@link Role#CHECKBOX} performs the first
     */
    record Described(View view, Role role, String name, List<Action> actions) implements View {

        public Described {
            actions = List.copyOf(actions);
        }
    }

    /**
     * A plane of things to be arranged. The host owns the camera, selection, gestures and the keyboard, by item key, and
     * emits {@link Intent.Arrange} and its siblings.
     *
     * @param hint shown in the middle while there are no items
     * @param can {@link Ability#DROP}: things can be inserted
     */
    record Canvas(Paint paper, Grid grid, List<Item> items, List<Edge> edges, Set<Ability> can, Optional<Styled> hint)
            implements View {

        public Canvas {
            items = List.copyOf(items);
            edges = List.copyOf(edges);
            can = Set.copyOf(can);
        }
    }
}
