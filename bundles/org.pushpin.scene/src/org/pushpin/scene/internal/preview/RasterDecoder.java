// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Iterator;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

/** Decodes what is made of pixels. Large pictures are subsampled while they are read. */
final class RasterDecoder {

    /** How long a picture may take whose decoder cannot be trusted to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private RasterDecoder() {
    }

    static PictureDecoder.Header header(PictureDecoder.Source source, PictureFormat format)
            throws IOException, UnsupportedPictureException {
        return read(source, format, reader -> checked(source, format, reader));
    }

    static Decoded decode(PictureDecoder.Source source, PictureFormat format, int longest)
            throws IOException, UnsupportedPictureException {
        Turn turn = format == PictureFormat.JPEG ? orientation(source) : Turn.NONE;
        return read(source, format, reader -> {
            PictureDecoder.Header header = checked(source, format, reader);
            int step = Math.max(1, Math.max(header.width(), header.height()) / Math.max(1, 2 * longest));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage raw = reader.read(0, param);
            boolean onSide = turn.onSide();
            return new Decoded(turn.upright(raw, longest), onSide ? header.height() : header.width(),
                    onSide ? header.width() : header.height());
        });
    }

    private interface Use<T> {
        T of(ImageReader reader) throws IOException, UnsupportedPictureException;
    }

    private static <T> T read(PictureDecoder.Source source, PictureFormat format, Use<T> use)
            throws IOException, UnsupportedPictureException {
        try (ImageInputStream stream = stream(source, format)) {
            ImageReader reader = reader(format);
            try {
                reader.setInput(stream, true, true);
                return use.of(reader);
            } catch (PictureStream.LateException late) {
                throw UnsupportedPictureException.tooComplex();
            } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException
                    | NegativeArraySizeException | NullPointerException | ClassCastException | ArithmeticException
                    | UnsupportedOperationException | java.io.EOFException damaged) {
                // Decoders answer damaged files with any of these.
                throw UnsupportedPictureException.damaged(damaged);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Those that are read line by line come from the disk as they are read. */
    private static ImageInputStream stream(PictureDecoder.Source source, PictureFormat format) throws IOException {
        if (format != PictureFormat.WEBP) return new MemoryCacheImageInputStream(source.open());
        try (InputStream in = source.open()) {
            return new PictureStream(in.readNBytes((int) Previews.MOST_FILE_BYTES), PATIENCE);
        }
    }

    private static ImageReader reader(PictureFormat format) throws IOException, UnsupportedPictureException {
        if (format == PictureFormat.WEBP) return new WebPImageReaderSpi().createReaderInstance(null);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(format.mediaType());
        if (!readers.hasNext()) throw UnsupportedPictureException.unknown();
        return readers.next();
    }

    private static PictureDecoder.Header checked(PictureDecoder.Source source, PictureFormat format, ImageReader reader)
            throws IOException, UnsupportedPictureException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width <= 0 || height <= 0) throw UnsupportedPictureException.damaged(null);
        boolean tooLong = Math.max(width, height) > RasterLimits.LONGEST_SIDE;
        if (tooLong || (long) width * height > RasterLimits.mostPixels(source, format)) {
            throw UnsupportedPictureException.tooLarge(width, height);
        }
        if (format == PictureFormat.WEBP && !RasterLimits.isConsistent(source, width, height)) {
            throw UnsupportedPictureException.damaged(null);
        }
        return new PictureDecoder.Header(format, width, height);
    }

    private static Turn orientation(PictureDecoder.Source source) throws IOException {
        try (InputStream in = source.open()) {
            return new Turn(ExifOrientation.read(in.readNBytes(ExifOrientation.ENOUGH)));
        }
    }
}
