// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.poster;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

import org.pushpin.content.Paint;
import org.pushpin.content.Rect;
import org.pushpin.content.View;
import org.pushpin.scene.Poster;
import org.pushpin.scene.internal.paint.Painter;
import org.pushpin.scene.internal.paint.Pictures;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/** A scene without a window. */
record LaidPoster(Scene scene, Rect bounds, Pictures pictures) implements Poster {

    private static final double MARGIN = 40;
    private static final Rect EMPTY = new Rect(0, 0, 640, 400);

    static LaidPoster of(Scene scene, Pictures pictures) {
        Rect all = scene.bounds().map(bounds -> bounds.grown(MARGIN)).orElse(EMPTY);
        return new LaidPoster(scene, all, pictures);
    }

    @Override
    public String title() {
        return scene.root().title();
    }

    @Override
    public void paint(Graphics2D graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        double scale = Math.max(0.1, Math.abs(g.getTransform().getScaleX()));
        Painter painter = new Painter(g, scene.theme(), pictures, scale);
        g.setColor(paper());
        g.fill(new Rectangle2D.Double(bounds.x(), bounds.y(), bounds.width(), bounds.height()));
        scene.canvas().ifPresent(canvas -> dots(g, canvas));
        for (SceneItem item : scene.items()) {
            Rect at = item.at();
            painter.card(item.laid(), item.chrome(), at.x(), at.y(), at.width(), at.height());
        }
        scene.hint().ifPresent(hint -> painter.card(hint.laid(), hint.chrome(),
                bounds.center().x() - hint.at().width() / 2, bounds.center().y() - hint.at().height() / 2,
                hint.at().width(), hint.at().height()));
        g.dispose();
    }

    private Color paper() {
        Paint paper = scene.canvas().map(View.Canvas::paper).orElse(Paint.of(scene.theme().palette().paper()));
        org.pushpin.content.Color color = switch (paper) {
            case Paint.Solid solid -> solid.color();
            case Paint.Gradient gradient -> gradient.from().mix(gradient.to(), 0.5);
        };
        return new Color(color.argb(), true);
    }

    private void dots(Graphics2D g, View.Canvas canvas) {
        double step = canvas.grid().step();
        double count = bounds.width() / step * (bounds.height() / step);
        if (step < 4 || count > 1_000_000) return;
        g.setColor(new Color(canvas.grid().dot().argb(), true));
        for (double y = Math.ceil(bounds.y() / step) * step; y < bounds.bottom(); y += step) {
            for (double x = Math.ceil(bounds.x() / step) * step; x < bounds.right(); x += step) {
                g.fill(new Ellipse2D.Double(x - 1, y - 1, 2, 2));
            }
        }
    }
}
