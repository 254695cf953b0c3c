// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import org.pushpin.export.internal.vector.TextGraphics;
import org.pushpin.scene.Poster;

/** A poster as a page of PDF. */
public final class PdfFormat {

    private PdfFormat() {
    }

    /** The stream stays open. */
    public static void write(Poster poster, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        try (PdfPage page = new PdfPage(buffered, poster.bounds(), poster.title())) {
            new TextGraphics(page).show(poster);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        buffered.flush();
    }
}
