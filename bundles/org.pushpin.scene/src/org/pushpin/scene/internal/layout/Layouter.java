// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

import org.pushpin.content.Icon;
import org.pushpin.content.Shape;
import org.pushpin.content.Size;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.scene.internal.text.Fonts;
import org.pushpin.scene.internal.text.TextBlock;

/**
 * Gives a view its sizes, once, in board units: what is painted at 30 %, at 300 % or into a PDF has the same lines.
 * Bounded: a view of more than {@value #MOST_PARTS} parts or {@value #DEEPEST} levels is refused. One use, one thread.
 */
public final class Layouter {

    public static final int MOST_PARTS = 20_000;
    public static final int DEEPEST = 64;
    public static final int MOST_TEXT = 2_000_000;

    static final double BUTTON_HEIGHT = 28;
    private static final double BUTTON_PADDING = 12;
    private static final double ICON = 16;
    private static final double ICON_GAP = 6;
    private static final double BAR = 4;
    /** Room against rounding, so that text fits into the width that it asked for. */
    private static final double SLACK = 0.25;
    private static final double MOST_LENGTH = 1_000_000;

    private final Fonts fonts;
    private final Theme theme;
    private final Function<View.Embed, View> embeds;
    private final Function<View.Editor, TextBlock> earlier;
    private int parts;
    private int depth;

    /**
     * @param embeds the views of nested documents
     * @param earlier the block that an editor had before, to reuse its paragraphs; may answer null
     */
    public Layouter(Fonts fonts, Theme theme, Function<View.Embed, View> embeds,
            Function<View.Editor, TextBlock> earlier) {
        this.fonts = fonts;
        this.theme = theme;
        this.embeds = embeds;
        this.earlier = earlier;
    }

    /** Lays a view out over all of a width; the height is as given, or what the content needs. */
    public Laid lay(View view, double width, OptionalDouble height) {
        count();
        depth++;
        try {
            return laid(view, bounded(width), height);
        } finally {
            depth--;
        }
    }

    private void count() {
        if (++parts > MOST_PARTS) throw new TooMuchException("This card has too many parts to be shown.");
        if (depth > DEEPEST) throw new TooMuchException("This card is nested too deeply to be shown.");
    }

    private static double bounded(double length) {
        return length >= 0 ? Math.min(length, MOST_LENGTH) : 0;
    }

    private Laid laid(View view, double width, OptionalDouble height) {
        return switch (view) {
            case View.Text text -> text(text, width);
            case View.Editor editor -> editor(editor, width, height);
            case View.Picture picture -> new Laid.Image(pictureSize(picture, width, height), picture);
            case View.Glyph glyph -> new Laid.Symbol(new Size(bounded(glyph.size()), bounded(glyph.size())), glyph);
            case View.Box box -> new Boxes(this).lay(box, width, height);
            case View.Feed feed -> rows(feed, width);
            case View.Button button -> button(button, width);
            case View.Progress progress -> progress(progress, width);
            case View.Drawing drawing -> drawing(drawing, width);
            case View.Embed embed -> new Laid.Nested(embed, lay(embeds.apply(embed), width, height));
            case View.Native widget -> lay(new View.Text(Styled.of(widget.service(), theme.hint())), width, height);
            case View.Described described -> new Laid.Part(described, lay(described.view(), width, height));
            case View.Canvas canvas -> new Laid.Plane(new Size(width, height.orElse(width / 2)), canvas);
        };
    }

    /** The width that a view likes best, at most {@code most}. */
    double naturalWidth(View view, double most) {
        count();
        depth++;
        try {
            return Math.clamp(wanted(view, most), 0, Math.max(0, most));
        } finally {
            depth--;
        }
    }

    private double wanted(View view, double most) {
        return switch (view) {
            case View.Text text -> needed(width -> block(text.text(), width, text.align(), text.maxLines()), most);
            case View.Editor editor -> needed(width -> shown(editor, width), most);
            case View.Picture picture -> picture.image().pixels().width();
            case View.Glyph glyph -> glyph.size();
            case View.Box box -> new Boxes(this).naturalWidth(box, most);
            case View.Button button -> label(button).visibleWidth() + SLACK + 2 * padding(button) + iconRoom(button);
            case View.Drawing drawing -> drawing.size().width();
            case View.Embed embed -> naturalWidth(embeds.apply(embed), most);
            case View.Described described -> naturalWidth(described.view(), most);
            case View.Progress progress -> most;
            case View.Feed feed -> most;
            case View.Native widget -> most;
            case View.Canvas canvas -> most;
        };
    }

    /**
     * How wide a text must be to break as it does where there is most room. That is more than its lines' width: Java
     * breaks lines by advances without kerning, and so finds no room for a line that fits.
     */
    private static double needed(DoubleFunction<TextBlock> lay, double most) {
        TextBlock roomy = lay.apply(most);
        for (double slack = SLACK;; slack *= 4) {
            double width = roomy.visibleWidth() + slack;
            if (width >= most) return most;
            TextBlock tight = lay.apply(width);
            if (tight.plain().equals(roomy.plain()) && tight.height() <= roomy.height()) return width;
        }
    }

    // text

    private Laid text(View.Text text, double width) {
        TextBlock block = block(text.text(), width, text.align(), text.maxLines());
        return new Laid.Lines(new Size(width, block.height()), block, Optional.empty(), false);
    }

    private TextBlock block(Styled text, double width, Style.Align align, int maxLines) {
        checkLength(text);
        return TextBlock.limited(text, width, alignment(align), Math.max(0, maxLines), fonts);
    }

    static TextBlock.Alignment alignment(Style.Align align) {
        return switch (align) {
            case START, STRETCH -> TextBlock.Alignment.START;
            case CENTER -> TextBlock.Alignment.CENTER;
            case END -> TextBlock.Alignment.END;
        };
    }

    private Laid editor(View.Editor editor, double width, OptionalDouble height) {
        if (editor.writing().fits() > 0) return fitting(editor, width, height);
        TextBlock block = shown(editor, width);
        return new Laid.Lines(new Size(width, block.height()), block, Optional.of(editor), editor.content().isEmpty());
    }

    /** In the middle of its room; without one, as small as it gets, so that who asks gives it what there is. */
    private Laid fitting(View.Editor editor, double width, OptionalDouble height) {
        checkLength(editor.content());
        double room = height.orElse(0);
        TextBlock block = new Fitting(fonts, editor, width, room).block(asks(editor));
        Laid lines = new Laid.Lines(new Size(width, block.height()), block, Optional.of(editor),
                editor.content().isEmpty());
        double top = Math.max(0, (room - block.height()) / 2);
        return new Laid.Group(new Size(width, Math.max(room, block.height())), Style.NONE,
                List.of(new Laid.Placed(0, top, lines)));
    }

    private static boolean asks(View.Editor editor) {
        return editor.content().isEmpty() && !editor.placeholder().isEmpty();
    }

    /** What is written, or what asks for it. */
    private TextBlock shown(View.Editor editor, double width) {
        return asks(editor) ? block(editor.placeholder(), width, editor.writing().align(), 0) : editorBlock(editor, width);
    }

    private TextBlock editorBlock(View.Editor editor, double width) {
        checkLength(editor.content());
        return TextBlock.of(editor.content(), width, alignment(editor.writing().align()), fonts, earlier.apply(editor));
    }

    private static void checkLength(Styled text) {
        if (text.length() > MOST_TEXT) throw new TooMuchException("This text is too long to be shown.");
    }

    private Laid rows(View.Feed feed, double width) {
        return lay(new View.Text(Styled.of(feed.rows().size() + " …", theme.hint())), width, OptionalDouble.empty());
    }

    // buttons and bars

    private Laid button(View.Button button, double width) {
        TextBlock label = label(button);
        boolean link = button.emphasis() == View.Emphasis.LINK;
        double height = link ? label.height() : BUTTON_HEIGHT;
        double wanted = Math.min(width, wanted(button, width));
        double x = padding(button) + iconRoom(button);
        return new Laid.Press(new Size(wanted, height), button.action(), button.emphasis(), label, x,
                (height - label.height()) / 2);
    }

    private TextBlock label(View.Button button) {
        TextStyle style = theme.cardText().weight(600).color(switch (button.emphasis()) {
            case PRIMARY -> theme.palette().onAccent();
            case PLAIN -> theme.palette().ink();
            case LINK -> theme.palette().accent();
        });
        return TextBlock.limited(Styled.of(button.action().label(), style), MOST_LENGTH, TextBlock.Alignment.START, 1,
                fonts);
    }

    private static double padding(View.Button button) {
        return button.emphasis() == View.Emphasis.LINK ? 0 : BUTTON_PADDING;
    }

    private static double iconRoom(View.Button button) {
        return button.action().icon().equals(Icon.NONE) ? 0 : ICON + ICON_GAP;
    }

    private Laid progress(View.Progress progress, double width) {
        TextBlock label = block(Styled.of(progress.label(), theme.hint()), width, Style.Align.START, 1);
        double text = progress.label().isEmpty() ? 0 : label.height() + 4;
        return new Laid.Bar(new Size(width, BAR + text), progress.part(), label);
    }

    // pictures and drawings

    private static Size pictureSize(View.Picture picture, double width, OptionalDouble height) {
        Size pixels = picture.image().pixels();
        double ratio = pixels.width() > 0 ? pixels.height() / pixels.width() : 0;
        double shown = picture.fit() == View.Fit.CONTAIN ? Math.min(width, pixels.width()) : width;
        return new Size(width, bounded(height.orElse(shown * ratio)));
    }

    private Laid drawing(View.Drawing drawing, double width) {
        Size own = drawing.size();
        double scale = own.width() > width && own.width() > 0 ? width / own.width() : 1;
        List<Laid.Placed> labels = new ArrayList<>();
        for (Shape shape : drawing.shapes()) {
            count();
            if (shape instanceof Shape.Label label) labels.add(label(label));
        }
        return new Laid.Figure(new Size(bounded(own.width() * scale), bounded(own.height() * scale)), drawing, scale,
                labels);
    }

    private Laid.Placed label(Shape.Label label) {
        TextBlock block = block(label.text(), MOST_LENGTH, Style.Align.START, 1);
        Laid lines = new Laid.Lines(new Size(block.visibleWidth(), block.height()), block, Optional.empty(), false);
        return new Laid.Placed(label.at().x(), label.at().y(), lines);
    }
}
