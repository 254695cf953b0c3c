// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.svg;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.pushpin.export.internal.vector.VectorGraphics;
import org.pushpin.scene.Poster;

/** A poster as a picture that any program can show, without any font. */
public final class SvgFormat {

    private SvgFormat() {
    }

    /** The stream stays open. */
    public static void write(Poster poster, OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try (SvgWriter svg = SvgWriter.file(text, poster.bounds(), poster.title())) {
            new VectorGraphics(svg).show(poster);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        text.flush();
    }
}
