// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

import com.github.weisj.jsvg.parser.DomDocument;
import com.github.weisj.jsvg.parser.resources.RenderableResource;
import com.github.weisj.jsvg.parser.resources.ResourceLoader;
import com.github.weisj.jsvg.parser.resources.ResourceSupplier;
import com.github.weisj.jsvg.renderer.RenderContext;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.FloatSize;

/** Pictures inside a drawing: those that are in the file itself, made of pixels, and within the limits of any picture. */
record SvgPictures(SvgBudget budget) implements ResourceLoader {

    private static final int LONGEST = 1024;
    private static final String MARK = ";base64,";

    @Override
    public ResourceSupplier<RenderableResource> loadImage(DomDocument document, URI uri) throws IOException {
        budget.check();
        String text = uri.toString();
        int data = text.indexOf(MARK);
        if (!text.startsWith("data:") || data < 0) return null;
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.substring(data + MARK.length()));
            Optional<PictureFormat> format = PictureFormat.of(bytes).filter(known -> known != PictureFormat.SVG);
            if (format.isEmpty()) return null;
            Decoded picture = RasterDecoder.decode(() -> new ByteArrayInputStream(bytes), format.get(), LONGEST);
            BufferedImage image = picture.image();
            if (!budget.embed((long) image.getWidth() * image.getHeight())) return null;
            Optional<RenderableResource> resource = Optional.of(new Pixels(picture));
            return platform -> resource;
        } catch (UnsupportedPictureException | IllegalArgumentException unreadable) {
            return null; // its place stays empty
        }
    }

    /** A decoded picture, in the size that its file says. */
    private record Pixels(Decoded picture) implements RenderableResource {

        @Override
        public FloatSize intrinsicSize(RenderContext context) {
            return new FloatSize(picture.width(), picture.height());
        }

        @Override
        public void render(Output output, RenderContext context, AffineTransform transform) {
            AffineTransform place = new AffineTransform(transform);
            place.scale((double) picture.width() / picture.image().getWidth(), (double) picture.height() / picture.image().getHeight());
            output.drawImage(picture.image(), place, null);
        }
    }
}
