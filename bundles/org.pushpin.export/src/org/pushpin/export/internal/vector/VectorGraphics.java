// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.vector;

import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.pushpin.content.Rect;
import org.pushpin.scene.Poster;

/**
 * Draws into a {@link VectorSink}. Shapes are brought into the file's own units here, so that the file needs no nested
 * transforms. One thread; {@link #create() copies} write to the same file.
 */
public class VectorGraphics extends InkedGraphics {

    final VectorSink out;
    private AffineTransform transform = new AffineTransform();
    /** In the file's units; null: none. */
    Shape clip;

    public VectorGraphics(VectorSink out) {
        this.out = out;
    }

    VectorGraphics(VectorGraphics from) {
        super(from);
        out = from.out;
        transform = new AffineTransform(from.transform);
        clip = from.clip;
    }

    /** Draws a poster, cut to its bounds, and ends. */
    public final void show(Poster poster) {
        Rect seen = poster.bounds();
        setClip(new Rectangle2D.Double(seen.x(), seen.y(), seen.width(), seen.height()));
        poster.paint(this);
        dispose();
    }

    @Override
    public Graphics create() {
        return new VectorGraphics(this);
    }

    @Override
    public void fill(Shape shape) {
        if (paint instanceof TexturePaint texture) {
            fill(shape, texture);
        } else {
            out.fill(inFile(shape), Ink.of(paint, transform, alpha()), clip);
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
        out.draw(transform.createTransformedShape(shape), (BasicStroke) stroke, scale, Ink.of(paint, transform, alpha()), clip);
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

    private static boolean isRectangle(Shape shape) {
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
}
