// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.pushpin.export.internal.vector.PathNumbers;
import org.pushpin.export.internal.vector.Ink;

/** What pages of a file are painted with besides plain colours: opacities and gradients. One thread. */
final class PdfPaints {

    private final Map<Integer, String> opacities = new LinkedHashMap<>();
    private final Map<String, String> gradients = new LinkedHashMap<>();

    /** Operators that set an opacity, 0 to 255. */
    String opacity(int alpha) {
        return "/" + opacities.computeIfAbsent(alpha, a -> "A" + a) + " gs\n";
    }

    /** Operators that set the colour to fill with, or to draw with. */
    String color(Ink ink, boolean fill) {
        return switch (ink) {
            case Ink.Plain plain -> rgb(plain.argb()) + (fill ? " rg\n" : " RG\n");
            case Ink.Gradient gradient -> "/Pattern " + (fill ? "cs /" : "CS /") + name(gradient) + (fill ? " scn\n" : " SCN\n");
        };
    }

    static int alpha(Ink ink) {
        return switch (ink) {
            case Ink.Plain plain -> plain.argb() >>> 24;
            case Ink.Gradient gradient -> ((gradient.from() >>> 24) + (gradient.to() >>> 24)) / 2;
        };
    }

    private String name(Ink.Gradient gradient) {
        String axis = "/Coords [%s %s %s %s]".formatted(PathNumbers.number(gradient.x1()), PathNumbers.number(gradient.y1()),
                PathNumbers.number(gradient.x2()), PathNumbers.number(gradient.y2()));
        String shading = "/Shading << /ShadingType 2 /ColorSpace /DeviceRGB " + axis + " /Extend [true true] /Function << /FunctionType 2"
                + " /Domain [0 1] /C0 [" + rgb(gradient.from()) + "] /C1 [" + rgb(gradient.to()) + "] /N 1 >> >>";
        return gradients.computeIfAbsent(shading, s -> "P" + (gradients.size() + 1));
    }

    private static String rgb(int argb) {
        return part(argb >> 16) + " " + part(argb >> 8) + " " + part(argb);
    }

    private static String part(int value) {
        int thousandths = Math.round((value & 255) * 1000 / 255f);
        return thousandths == 1000 ? "1" : String.format(Locale.ROOT, "0.%03d", thousandths);
    }

    /** @param matrix of the page, which patterns do not follow by themselves */
    String dictionaries(String matrix) {
        StringBuilder all = new StringBuilder("/ExtGState << ");
        opacities.forEach((alpha, name) -> all.append('/').append(name).append(" << /ca ").append(part(alpha)).append(" /CA ")
                .append(part(alpha)).append(" >> "));
        all.append(">> /Pattern << ");
        gradients.forEach((shading, name) -> all.append('/').append(name).append(" << /PatternType 2 /Matrix [").append(matrix).append("] ")
                .append(shading).append(" >> "));
        return all.append(">>").toString();
    }
}
