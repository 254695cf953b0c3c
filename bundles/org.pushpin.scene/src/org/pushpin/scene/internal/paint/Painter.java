// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.paint;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

import org.pushpin.content.Item;
import org.pushpin.content.Palette;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.Stroke;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.scene.Poster;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.text.TextBlock;

/**
 * Paints what is laid out into any Java2D graphics, in board units. Corners are cut by filling intersections, never by
 * a rounded clip, whose edge Java2D does not smooth. One use, one thread.
 */
public final class Painter {

    /** Text is drawn this much bolder, in board units: coverage without a font rasterizer's contrast looks thin. */
    private static final BasicStroke BOLDER = new BasicStroke(0.12f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    /** Lines lower than so many pixels cannot be read: they are bars. */
    private static final double LEGIBLE = 7;
    /** Below this scale shadows are less than a pixel. */
    private static final double SHADOWS_FROM = 0.3;

    /** How far a card's shadow reaches, in board units. */
    public static final double SHADOW_REACH = 12;

    private final Graphics2D g;
    private final Theme theme;
    private final Pictures pictures;
    private final double scale;
    /** The rounded shape that grounds and pictures are cut to, or null. */
    private Area corners;

    /** @param scale device pixels per board unit, for choosing pixels of pictures */
    public Painter(Graphics2D g, Theme theme, Pictures pictures, double scale) {
        this.g = g;
        this.theme = theme;
        this.pictures = pictures;
        this.scale = scale;
        Brush.prepare(g);
    }

    /** Paints a card with its ground, border, corners and shadow. */
    public void card(Laid content, Style chrome, double x, double y, double width, double height) {
        g.translate(x, y);
        if (chrome.shadow() && scale >= SHADOWS_FROM) shadow(width, height, chrome.radius());
        Laid inner = content;
        Rectangle2D edge = Brush.rounded(0, 0, width, height, chrome.radius()).getFrame();
        Area shape = new Area(Brush.rounded(0, 0, width, height, chrome.radius()));
        chrome.background().ifPresent(ground -> {
            g.setPaint(Brush.paint(ground, new Rect(0, 0, width, height)));
            g.fill(shape);
        });
        Shape clip = g.getClip();
        g.clip(edge);
        corners = shape;
        paint(inner, 0, 0, true);
        corners = null;
        g.setClip(clip);
        chrome.border().ifPresent(border -> border(border, 0, 0, width, height, chrome.radius()));
        g.translate(-x, -y);
    }

    /** Fills a shape with one colour. */
    public void fill(Shape shape, org.pushpin.content.Color color) {
        g.setColor(Brush.color(color));
        g.fill(shape);
    }

    private void shadow(double width, double height, double radius) {
        java.awt.Color near = Brush.color(theme.palette().shadow());
        if (!theme.dark()) {
            java.awt.Color far = new java.awt.Color(near.getRed(), near.getGreen(), near.getBlue(),
                    (int) Math.round(near.getAlpha() * 0.625));
            Shadows.paint(g, width, height, radius, 2, 8, far);
        }
        Shadows.paint(g, width, height, radius, 1, 2, near);
    }

    /** Paints a part with its top left corner at a place. */
    public void paint(Laid laid, double x, double y) {
        paint(laid, x, y, false);
    }

    private void paint(Laid laid, double x, double y, boolean bare) {
        Rectangle2D clip = g.getClipBounds();
        if (clip != null && !clip.intersects(x - 1, y - 1, laid.size().width() + 2, laid.size().height() + 2)) return;
        switch (laid) {
            case Laid.Lines lines -> text(lines.block(), x, y);
            case Laid.Image image -> part(new Poster.Part(Role.IMAGE, image.picture().description()), () -> image(image, x, y));
            case Laid.Symbol symbol ->
                Brush.icon(g, symbol.glyph().icon(), x, y, symbol.size().width(), symbol.glyph().color());
            case Laid.Group group -> group(group, x, y, bare);
            case Laid.Press press -> button(press, x, y);
            case Laid.Bar bar -> bar(bar, x, y);
            case Laid.Figure figure -> new Figures(g, this).paint(figure, x, y);
            case Laid.Part part -> part(new Poster.Part(part.described().role(), part.described().name()),
                    () -> paint(part.child(), x, y, bare));
            case Laid.Nested nested -> paint(nested.child(), x, y, bare);
            case Laid.Plane plane -> plane(plane, x, y);
        }
    }

    private void part(Poster.Part part, Runnable painting) {
        Poster.Surface surface = g instanceof Poster.Surface wants ? wants : null;
        if (surface != null) surface.begin(part);
        painting.run();
        if (surface != null) surface.end();
    }

    void text(TextBlock block, double x, double y) {
        Rectangle2D clip = g.getClipBounds();
        double from = clip == null ? Double.NEGATIVE_INFINITY : clip.getMinY() - y - 20;
        double to = clip == null ? Double.POSITIVE_INFINITY : clip.getMaxY() - y + 20;
        g.translate(x, y);
        if (g instanceof Poster.Surface surface) {
            for (TextBlock.Glyphs ground : block.grounds(from, to)) fill(ground.outline(), ground.color());
            block.lines(from, to).forEach(surface::line);
            for (TextBlock.Glyphs emoji : block.emoji(from, to)) fill(emoji.outline(), emoji.color());
            g.translate(-x, -y);
            return;
        }
        if (scale * block.lineHeight() < LEGIBLE) {
            for (TextBlock.Bar bar : block.bars(from, to)) {
                g.setColor(Brush.color(bar.color().withOpacity(bar.color().alpha() / 255.0 * 0.4)));
                g.fill(new Rectangle2D.Double(bar.at().x(), bar.at().y(), bar.at().width(), bar.at().height()));
            }
            g.translate(-x, -y);
            return;
        }
        for (TextBlock.Glyphs glyphs : block.glyphs(from, to)) glyphs(glyphs);
        g.translate(-x, -y);
    }

    private void glyphs(TextBlock.Glyphs glyphs) {
        Shape clip = g.getClip();
        glyphs.within().ifPresent(g::clip);
        g.setColor(Brush.color(glyphs.color()));
        g.fill(glyphs.outline());
        if (glyphs.letters()) {
            g.setStroke(BOLDER);
            g.draw(glyphs.outline());
        }
        g.setClip(clip);
    }

    private void group(Laid.Group group, double x, double y, boolean bare) {
        Style style = group.style();
        double width = group.size().width();
        double height = group.size().height();
        boolean drawn = !bare && (style.background().isPresent() || style.border().isPresent());
        Shape clip = g.getClip();
        Area before = corners;
        if (drawn) {
            ground(style, x, y, width, height);
            g.clip(new Rectangle2D.Double(x, y, width, height));
            if (style.radius() > 0) corners = cut(Brush.rounded(x, y, width, height, style.radius()));
        }
        for (Laid.Placed child : group.children()) paint(child.part(), x + child.x(), y + child.y(), false);
        corners = before;
        g.setClip(clip);
        if (drawn) style.border().ifPresent(border -> border(border, x, y, width, height, style.radius()));
    }

    private void ground(Style style, double x, double y, double width, double height) {
        if (style.shadow() && scale >= SHADOWS_FROM) {
            g.translate(x, y);
            shadow(width, height, style.radius());
            g.translate(-x, -y);
        }
        style.background().ifPresent(ground -> {
            g.setPaint(Brush.paint(ground, new Rect(x, y, width, height)));
            g.fill(cut(Brush.rounded(x, y, width, height, style.radius())));
        });
    }

    private Area cut(Shape shape) {
        Area area = new Area(shape);
        if (corners != null) area.intersect(corners);
        return area;
    }

    void border(Stroke border, double x, double y, double width, double height, double radius) {
        double half = border.width() / 2;
        g.setColor(Brush.color(border.color()));
        g.setStroke(Brush.stroke(border));
        g.draw(Brush.rounded(x + half, y + half, Math.max(0, width - 2 * half), Math.max(0, height - 2 * half),
                radius - half));
    }

    private void image(Laid.Image image, double x, double y) {
        double width = image.size().width();
        double height = image.size().height();
        Rect place = fit(image, x, y);
        Optional<Image> pixels = pictures.pixels(image.picture().image(), place.width() * scale,
                place.height() * scale);
        if (pixels.isEmpty()) {
            g.setColor(Brush.color(theme.palette().code()));
            g.fill(cut(new Rectangle2D.Double(x, y, width, height)));
            return;
        }
        Area shown = cut(new Rectangle2D.Double(x, y, width, height));
        shown.intersect(new Area(new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height())));
        Rectangle2D anchor = new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height());
        g.setPaint(new TexturePaint((BufferedImage) pixels.get(), anchor));
        g.fill(shown);
    }

    private static Rect fit(Laid.Image image, double x, double y) {
        double width = image.size().width();
        double height = image.size().height();
        double w = Math.max(1, image.picture().image().pixels().width());
        double h = Math.max(1, image.picture().image().pixels().height());
        double k = image.picture().fit() == View.Fit.COVER ? Math.max(width / w, height / h)
                : Math.min(1, Math.min(width / w, height / h));
        return new Rect(x + (width - w * k) / 2, y + (height - h * k) / 2, w * k, h * k);
    }

    private void button(Laid.Press press, double x, double y) {
        Palette palette = theme.palette();
        Composite opaque = g.getComposite();
        if (!press.action().enabled()) g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.45f));
        double width = press.size().width();
        double height = press.size().height();
        if (press.emphasis() != View.Emphasis.LINK) {
            boolean primary = press.emphasis() == View.Emphasis.PRIMARY;
            g.setColor(Brush.color(primary ? palette.accent() : palette.card()));
            g.fill(Brush.rounded(x, y, width, height, Theme.RADIUS_CONTROL));
            if (!primary) border(Stroke.of(palette.line(), 1), x, y, width, height, Theme.RADIUS_CONTROL);
        }
        double icon = Math.min(16, height);
        Brush.icon(g, press.action().icon(), x + press.labelX() - 22, y + (height - icon) / 2, icon, switch (
                press.emphasis()) {
            case PRIMARY -> palette.onAccent();
            case PLAIN -> palette.ink2();
            case LINK -> palette.accent();
        });
        text(press.label(), x + press.labelX(), y + press.labelY());
        g.setComposite(opaque);
    }

    private void bar(Laid.Bar bar, double x, double y) {
        double width = bar.size().width();
        boolean known = bar.part() >= 0;
        double part = known ? Math.min(1, bar.part()) : 0.3;
        double from = known ? 0 : width * 0.35;
        g.setColor(Brush.color(theme.palette().frame()));
        g.fill(Brush.rounded(x, y, width, 4, 2));
        g.setColor(Brush.color(theme.palette().accent()));
        g.fill(Brush.rounded(x + from, y, width * part, 4, 2));
        text(bar.label(), x, y + 8);
    }

    /** A canvas from afar: its paper, and a block for every item. */
    private void plane(Laid.Plane plane, double x, double y) {
        Rect area = new Rect(x, y, plane.size().width(), plane.size().height());
        g.setPaint(Brush.paint(plane.canvas().paper(), area));
        g.fill(cut(new Rectangle2D.Double(x, y, area.width(), area.height())));
        Optional<Rect> all = plane.canvas().items().stream().map(Painter::block).reduce(Rect::union);
        if (all.isEmpty()) return;
        double k = Math.min(1, Math.min((area.width() - 24) / all.get().width(),
                (area.height() - 24) / all.get().height()));
        for (Item item : plane.canvas().items()) {
            Rect block = block(item);
            double bx = x + 12 + (block.x() - all.get().x()) * k;
            double by = y + 12 + (block.y() - all.get().y()) * k;
            g.setColor(Brush.color(theme.palette().code()));
            g.fill(Brush.rounded(bx, by, block.width() * k, block.height() * k, 4));
            border(Stroke.of(theme.palette().line(), 1), bx, by, block.width() * k, block.height() * k, 4);
        }
    }

    private static Rect block(Item item) {
        double height = item.autoHeight() || !(item.at().height() > 0) ? item.at().width() * 0.6 : item.at().height();
        return new Rect(item.at().x(), item.at().y(), item.at().width(), height);
    }
}
