// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.vector;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.Map;

/** What a graphics draws with: paint, stroke, opacity. */
abstract class InkedGraphics extends ShapeGraphics {

    /** Answers what has nothing to do with the file: font metrics, hints. */
    private final Graphics2D probe;
    Paint paint = Color.BLACK;
    private Color background = Color.WHITE;
    Stroke stroke = new BasicStroke();
    private Composite composite = AlphaComposite.SrcOver;

    InkedGraphics() {
        probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    }

    InkedGraphics(InkedGraphics from) {
        probe = (Graphics2D) from.probe.create();
        paint = from.paint;
        background = from.background;
        stroke = from.stroke;
        composite = from.composite;
    }

    @Override
    public void dispose() {
        probe.dispose();
    }

    /** 0 to 1. */
    final double alpha() {
        return composite instanceof AlphaComposite over ? over.getAlpha() : 1;
    }

    @Override
    public void setPaint(Paint to) {
        if (to != null) paint = to;
    }

    @Override
    public Paint getPaint() {
        return paint;
    }

    @Override
    public void setColor(Color to) {
        setPaint(to);
    }

    @Override
    public Color getColor() {
        return paint instanceof Color color ? color : Color.BLACK;
    }

    @Override
    public void setBackground(Color to) {
        background = to;
    }

    @Override
    public Color getBackground() {
        return background;
    }

    @Override
    public void setStroke(Stroke to) {
        stroke = to;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    /** Of the rules of composition, "over" with an opacity; the others draw as that. */
    @Override
    public void setComposite(Composite to) {
        composite = to;
    }

    @Override
    public Composite getComposite() {
        return composite;
    }

    @Override
    public void setPaintMode() {
        composite = AlphaComposite.SrcOver;
    }

    @Override
    public void setXORMode(Color other) {
        setPaintMode();
    }

    @Override
    public Font getFont() {
        return probe.getFont();
    }

    @Override
    public void setFont(Font font) {
        probe.setFont(font);
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return probe.getFontMetrics(font);
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return new FontRenderContext(null, true, true);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return probe.getDeviceConfiguration();
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        probe.setRenderingHint(key, value);
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return probe.getRenderingHint(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> hints) {
        probe.setRenderingHints(hints);
    }

    @Override
    public void addRenderingHints(Map<?, ?> hints) {
        probe.addRenderingHints(hints);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return probe.getRenderingHints();
    }
}
