// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.TexturePaint;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * Draws into an {@link SvgWriter}. Shapes are brought into the file's own units here, so that the file needs no nested
 * transforms. One thread; {@link #create() copies} write to the same file.
 */
final class SvgGraphics extends ShapeGraphics {

    private final SvgWriter out;
    /** Answers what has nothing to do with the file: font metrics, hints. */
    private final Graphics2D probe;
    private AffineTransform transform = new AffineTransform();
    /** In the file's units; null: none. */
    private Shape clip;
    private Paint paint = Color.BLACK;
    private Color background = Color.WHITE;
    private Stroke stroke = new BasicStroke();
    private Composite composite = AlphaComposite.SrcOver;

    SvgGraphics(SvgWriter out) {
        this.out = out;
        this.probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    }

    private SvgGraphics(SvgGraphics from) {
        out = from.out;
        probe = (Graphics2D) from.probe.create();
        transform = new AffineTransform(from.transform);
        clip = from.clip;
        paint = from.paint;
        background = from.background;
        stroke = from.stroke;
        composite = from.composite;
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void dispose() {
        probe.dispose();
    }

    @Override
    public void fill(Shape shape) {
        if (paint instanceof TexturePaint texture) {
            fill(shape, texture);
        } else {
            out.fill(inFile(shape), SvgInk.of(paint, transform, alpha()), clip);
        }
    }

    /** A rectangle stays one where it can, because it is written shorter and clips cheaper. */
    private Shape inFile(Shape shape) {
        int turned = AffineTransform.TYPE_GENERAL_ROTATION | AffineTransform.TYPE_GENERAL_TRANSFORM | AffineTransform.TYPE_QUADRANT_ROTATION;
        Shape there = transform.createTransformedShape(shape);
        return shape instanceof Rectangle2D && (transform.getType() & turned) == 0 ? there.getBounds2D() : there;
    }

    /** The texture once, cut to the shape: pictures are painted so. What would repeat it stays empty. */
    private void fill(Shape shape, TexturePaint texture) {
        Shape before = clip;
        clip(shape);
        Rectangle2D anchor = texture.getAnchorRect();
        AffineTransform at = AffineTransform.getTranslateInstance(anchor.getX(), anchor.getY());
        at.scale(anchor.getWidth() / texture.getImage().getWidth(), anchor.getHeight() / texture.getImage().getHeight());
        place(texture.getImage(), at);
        clip = before;
    }

    @Override
    public void draw(Shape shape) {
        boolean plain = stroke instanceof BasicStroke && isUniform(transform) && !(paint instanceof TexturePaint);
        if (!plain) {
            fill(stroke.createStrokedShape(shape));
            return;
        }
        double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
        out.draw(transform.createTransformedShape(shape), (BasicStroke) stroke, scale, SvgInk.of(paint, transform, alpha()), clip);
    }

    private static boolean isUniform(AffineTransform transform) {
        int type = transform.getType() & ~(AffineTransform.TYPE_TRANSLATION | AffineTransform.TYPE_MASK_ROTATION
                | AffineTransform.TYPE_UNIFORM_SCALE | AffineTransform.TYPE_FLIP);
        return type == AffineTransform.TYPE_IDENTITY;
    }

    @Override
    void place(BufferedImage image, AffineTransform at) {
        AffineTransform whole = new AffineTransform(transform);
        whole.concatenate(at);
        out.image(image, whole, alpha(), clip);
    }

    private double alpha() {
        return composite instanceof AlphaComposite over ? over.getAlpha() : 1;
    }

    @Override
    public void clip(Shape shape) {
        if (shape == null) return;
        Shape more = inFile(shape);
        clip = clip == null ? more : intersection(clip, more);
    }

    private static Shape intersection(Shape a, Shape b) {
        if (isRectangle(a) && isRectangle(b)) return a.getBounds2D().createIntersection(b.getBounds2D());
        Area both = new Area(a);
        both.intersect(new Area(b));
        return both;
    }

    static boolean isRectangle(Shape shape) {
        return shape instanceof Rectangle2D || new Area(shape).isRectangular();
    }

    @Override
    public void setClip(Shape shape) {
        clip = shape == null ? null : inFile(shape);
    }

    @Override
    public Shape getClip() {
        if (clip == null) return null;
        try {
            return transform.createInverse().createTransformedShape(clip);
        } catch (NoninvertibleTransformException flat) {
            return new Rectangle();
        }
    }

    @Override
    public Rectangle getClipBounds() {
        Shape user = getClip();
        return user == null ? null : user.getBounds();
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle(x, y, width, height));
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        setClip(new Rectangle(x, y, width, height));
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public void transform(AffineTransform more) {
        transform.concatenate(more);
    }

    @Override
    public void setTransform(AffineTransform to) {
        transform = new AffineTransform(to);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
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
