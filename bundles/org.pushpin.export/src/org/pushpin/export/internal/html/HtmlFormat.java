// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.html;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.pushpin.export.internal.svg.Markup;
import org.pushpin.export.internal.svg.SvgPictures;
import org.pushpin.export.internal.svg.SvgWriter;
import org.pushpin.export.internal.vector.TextGraphics;
import org.pushpin.scene.Poster;

/** A poster as a page of HTML. */
public final class HtmlFormat {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="PushPin">
            <title>%s</title>
            <style>
            body { margin: 0; background: %s }
            h1 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%%) }
            svg { display: block; margin: 0 auto }
            text { white-space: pre; text-rendering: geometricPrecision }
            a:hover, a:focus { text-decoration: underline }
            .dark { display: none }
            @media (prefers-color-scheme: dark) {
            body { background: %s }
            .light { display: none }
            .dark { display: block }
            }
            </style>
            </head>
            <body>
            <h1>%s</h1>
            """;

    private HtmlFormat() {
    }

    /** The stream stays open. @param paper what lies around the document, in light and in dark colours: {@code #rrggbb} */
    public static void write(Poster light, Poster dark, String paper, String darkPaper, OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        String title = Markup.text(light.title());
        text.write(HEAD.formatted(title, paper, darkPaper, title));
        SvgPictures pictures = new SvgPictures();
        EmbeddedFonts fonts = new EmbeddedFonts();
        part(light, "light", text, pictures, fonts);
        part(dark, "dark", text, pictures, fonts);
        text.write("<style>\n" + fonts.css() + "</style>\n</body>\n</html>\n");
        text.flush();
    }

    private static void part(Poster poster, String theme, Writer out, SvgPictures pictures, EmbeddedFonts fonts) throws IOException {
        out.write("<main class=\"" + theme + "\">\n");
        try (SvgWriter svg = SvgWriter.part(out, poster.bounds(), theme, " role=\"group\"" + Markup.attribute("aria-label", poster.title()), pictures)) {
            new TextGraphics(new HtmlDrawing(svg, fonts)).show(poster);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.write("</main>\n");
    }
}
