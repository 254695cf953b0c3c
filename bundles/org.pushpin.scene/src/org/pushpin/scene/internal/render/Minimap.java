// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

import org.pushpin.content.Palette;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;

/**
 * All of a board in a corner: a block for each card. Immutable. Making one costs a fill per card.
 *
 * @param version grows with every one that is made
 * @param area what it shows, in board units: of the picture's own shape
 */
public record Minimap(long version, BufferedImage image, Rect area) {

    public static final double WIDTH = 180;
    public static final double HEIGHT = 112;
    private static final double INSET = 8;

    /** @param scale device pixels per point */
    static Minimap of(Scene scene, double scale, long version) {
        Rect area = area(scene.bounds().orElse(new Rect(0, 0, 1000, 600)));
        BufferedImage image = new BufferedImage((int) Math.ceil(WIDTH * scale), (int) Math.ceil(HEIGHT * scale),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(scale, scale);
        Palette palette = scene.theme().palette();
        RoundRectangle2D edge = new RoundRectangle2D.Double(0.5, 0.5, WIDTH - 1, HEIGHT - 1, 2 * Theme.RADIUS_CARD,
                2 * Theme.RADIUS_CARD);
        g.setColor(new Color(palette.chrome().argb(), true));
        g.fill(edge);
        g.setColor(new Color(palette.line().argb(), true));
        g.setStroke(new BasicStroke(1));
        g.draw(edge);
        g.setColor(new Color(palette.frame().argb(), true));
        double k = WIDTH / area.width();
        for (SceneItem item : scene.items()) {
            Rect at = item.at();
            if (item.holds()) {
                g.draw(new Rectangle2D.Double((at.x() - area.x()) * k, (at.y() - area.y()) * k, at.width() * k, at.height() * k));
                continue;
            }
            g.fill(new Rectangle2D.Double((at.x() - area.x()) * k, (at.y() - area.y()) * k,
                    Math.max(1, at.width() * k), Math.max(1, at.height() * k)));
        }
        g.dispose();
        return new Minimap(version, image, area);
    }

    /** The cards' bounds with a margin, made as wide or high as the picture is. */
    private static Rect area(Rect bounds) {
        double k = Math.min((WIDTH - 2 * INSET) / Math.max(1, bounds.width()),
                (HEIGHT - 2 * INSET) / Math.max(1, bounds.height()));
        double width = WIDTH / k;
        double height = HEIGHT / k;
        return new Rect(bounds.center().x() - width / 2, bounds.center().y() - height / 2, width, height);
    }
}
