// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.export.internal.vector.GlyphRun;

/** The glyphs of one font that a file shows, each with what it says (ISO 32000-1, 9.7 and 9.10.3). One thread. */
final class PdfFont {

    /** Glyphs; a font with more is two. */
    static final int MOST = 60_000;
    /** ToUnicode takes so many lines at a time. */
    private static final int BATCH = 100;

    /** How pages call it. */
    final String name;
    private final String family;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<byte[]> outlines = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private Rectangle2D box = new Rectangle2D.Double(0, 0, 1, 1);

    /** @param family in ASCII letters */
    PdfFont(String name, String family) {
        this.name = name;
        this.family = family;
        outlines.add(CharString.of(new Rectangle2D.Double(100, -700, 400, 700), 600, 1));
        texts.add("\uFFFD");
        widths.add(600);
    }

    boolean isFull() {
        return outlines.size() >= MOST;
    }

    /** The number of a cluster's glyph, which is made where it is new. @param size of the font, in the cluster's units */
    int glyph(GlyphRun.Cluster cluster, double size) {
        Integer known = numbers.get(cluster.key());
        if (known != null) return known;
        double scale = 1000 / size;
        int width = (int) Math.clamp(Math.round(cluster.advance() * scale), 0, 32_000);
        outlines.add(CharString.of(cluster.outline(), width, scale));
        texts.add(cluster.text());
        widths.add(width);
        Rectangle2D bounds = cluster.outline().getBounds2D();
        if (!bounds.isEmpty()) {
            box = box.createUnion(new Rectangle2D.Double(bounds.getX() * scale, -bounds.getMaxY() * scale, bounds.getWidth() * scale,
                    bounds.getHeight() * scale));
        }
        numbers.put(cluster.key(), outlines.size() - 1);
        return outlines.size() - 1;
    }

    /** In thousandths of an em. */
    int width(int glyph) {
        return widths.get(glyph);
    }

    /** Writes it; the answer is the font's object. */
    int write(PdfFile file, int number) throws IOException {
        String subset = "PUSH%s+%s".formatted("" + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26), family);
        int program = file.compressed("/Subtype /CIDFontType0C", CffFont.of(subset, outlines));
        int unicode = file.compressed("", unicode().getBytes(StandardCharsets.US_ASCII));
        String bounds = "[" + (int) Math.floor(box.getX()) + " " + (int) Math.floor(box.getY()) + " " + (int) Math.ceil(box.getMaxX())
                + " " + (int) Math.ceil(box.getMaxY()) + "]";
        int descriptor = file.object("<< /Type /FontDescriptor /FontName /" + subset + " /Flags 4 /FontBBox " + bounds
                + " /ItalicAngle 0 /Ascent 969 /Descent -242 /CapHeight 727 /StemV 80 /FontFile3 " + program + " 0 R >>");
        StringBuilder w = new StringBuilder();
        widths.forEach(width -> w.append(width).append(' '));
        int descendant = file.object("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /" + subset
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 0 /W [0 [" + w + "]] /FontDescriptor "
                + descriptor + " 0 R >>");
        return file.object("<< /Type /Font /Subtype /Type0 /BaseFont /" + subset + "-Identity-H /Encoding /Identity-H /DescendantFonts ["
                + descendant + " 0 R] /ToUnicode " + unicode + " 0 R >>");
    }

    private String unicode() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < texts.size(); from += BATCH) {
            int to = Math.min(from + BATCH, texts.size());
            map.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) map.append("<%04X> <%s>\n".formatted(i, PdfFile.hex(texts.get(i))));
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }
}
