// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.io.IOException;
import java.io.InputStream;

/**
 * Decodes pictures from anybody: PNG, JPEG, GIF and WebP (of moving ones the first picture), and SVG. What a picture is, is
 * told by its bytes; what it claims is held against limits before anything is allocated for it; no address in it is
 * followed. Any thread; costs memory for the size that is wanted, and time for the size that there is.
 */
public final class PictureDecoder {

    /** Where the bytes come from, from their start; opened a few times. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** What a header says. A drawing without a size of its own has one in which it looks sharp. */
    public record Header(PictureFormat format, int width, int height) {}

    private PictureDecoder() {
    }

    /** Reads no more than the header, of a drawing all. */
    public static Header header(Source source) throws IOException, UnsupportedPictureException {
        PictureFormat format = format(source);
        if (format == PictureFormat.SVG) return SvgDecoder.read(source).header();
        return RasterDecoder.header(source, format);
    }

    /** @param longest the longest side wanted; the picture is at least that large where the file is */
    public static Decoded decode(Source source, int longest) throws IOException, UnsupportedPictureException {
        PictureFormat format = format(source);
        if (format == PictureFormat.SVG) return SvgDecoder.read(source).decode(longest);
        return RasterDecoder.decode(source, format, longest);
    }

    private static PictureFormat format(Source source) throws IOException, UnsupportedPictureException {
        try (InputStream in = source.open()) {
            return PictureFormat.of(in.readNBytes(PictureFormat.PROBED)).orElseThrow(UnsupportedPictureException::unknown);
        }
    }
}
