// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes PNG, JPEG and GIF from anybody: the header is read first, and what claims more than {@value #MOST_PIXELS}
 * pixels is refused before anything is allocated for it. Large pictures are subsampled while they are read.
 */
public final class PictureDecoder {

    public static final long MOST_PIXELS = 32_000_000;
    private static final int LONGEST_SIDE = 30_000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

    /** Where the bytes come from, from their start; opened once or twice. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** What a header says. */
    public record Header(String format, int width, int height) {}

    private PictureDecoder() {
    }

    /** Reads no more than the header. */
    public static Header header(Source source) throws IOException, UnsupportedPictureException {
        return read(source, PictureDecoder::header);
    }

    /** @param longest the longest side wanted; the picture is at least that large where the file is */
    public static Decoded decode(Source source, int longest) throws IOException, UnsupportedPictureException {
        int turn = orientation(source);
        return read(source, reader -> decode(reader, longest, turn));
    }

    private interface Use<T> {
        T of(ImageReader reader) throws IOException, UnsupportedPictureException;
    }

    private static <T> T read(Source source, Use<T> use) throws IOException, UnsupportedPictureException {
        try (InputStream in = source.open(); ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) throw new UnsupportedPictureException("not a picture of a known kind");
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return use.of(reader);
            } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException
                    | NegativeArraySizeException | NullPointerException | ClassCastException | ArithmeticException damaged) {
                // The JDK's decoders answer damaged files with any of these.
                throw new UnsupportedPictureException("a damaged picture", damaged);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Header header(ImageReader reader) throws IOException, UnsupportedPictureException {
        String format = reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
        if (!FORMATS.contains(format)) throw new UnsupportedPictureException("a picture of an unknown kind");
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean sane = width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE;
        if (!sane || (long) width * height > MOST_PIXELS) throw new UnsupportedPictureException("a picture too large");
        return new Header(format, width, height);
    }

    private static Decoded decode(ImageReader reader, int longest, int turn)
            throws IOException, UnsupportedPictureException {
        Header header = header(reader);
        int side = Math.max(header.width, header.height);
        int step = Math.max(1, side / Math.max(1, 2 * longest));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage raw = reader.read(0, param);
        boolean onSide = turn >= 5;
        BufferedImage upright = scaled(raw, longest, turn);
        return new Decoded(upright, onSide ? header.height : header.width, onSide ? header.width : header.height);
    }

    /** Turned upright, no larger than wanted, in the one layout that is fast to draw; halved step by step. */
    private static BufferedImage scaled(BufferedImage raw, int longest, int turn) {
        BufferedImage image = convert(raw, raw.getWidth(), raw.getHeight(), turn);
        while (Math.max(image.getWidth(), image.getHeight()) > longest) {
            double k = Math.max(0.5, (double) longest / Math.max(image.getWidth(), image.getHeight()));
            int width = Math.max(1, (int) Math.round(image.getWidth() * k));
            int height = Math.max(1, (int) Math.round(image.getHeight() * k));
            image = convert(image, width, height, 1);
        }
        return image;
    }

    private static BufferedImage convert(BufferedImage from, int width, int height, int turn) {
        boolean onSide = turn >= 5;
        BufferedImage to = new BufferedImage(onSide ? height : width, onSide ? width : height,
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = to.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.transform(upright(turn, width, height));
        g.drawImage(from, 0, 0, width, height, null);
        g.dispose();
        return to;
    }

    /** Source: Exif 2.32, tag 0x0112. */
    private static AffineTransform upright(int turn, double w, double h) {
        return switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static int orientation(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return ExifOrientation.read(in.readNBytes(ExifOrientation.ENOUGH));
        }
    }
}
