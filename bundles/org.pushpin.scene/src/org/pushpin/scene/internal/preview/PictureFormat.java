// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Pictures that are decoded here, told by their first bytes and not by what somebody calls them. */
public enum PictureFormat {

    PNG("image/png"), JPEG("image/jpeg"), GIF("image/gif"), WEBP("image/webp"), SVG("image/svg+xml");

    /** So many bytes are enough. */
    public static final int PROBED = 4096;

    private final String mediaType;

    PictureFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** @param start a file's first bytes */
    public static Optional<PictureFormat> of(byte[] start) {
        if (starts(start, 0, "\u0089PNG\r\n\u001A\n")) return Optional.of(PNG);
        if (starts(start, 0, "\u00FF\u00D8\u00FF")) return Optional.of(JPEG);
        if (starts(start, 0, "GIF8")) return Optional.of(GIF);
        if (starts(start, 0, "RIFF") && starts(start, 8, "WEBP")) return Optional.of(WEBP);
        return isSvg(start) ? Optional.of(SVG) : Optional.empty();
    }

    /** XML, behind whose prolog the first element is SVG's; UTF-16 is told by its mark. */
    private static boolean isSvg(byte[] start) {
        boolean wide = starts(start, 0, "\u00FF\u00FE") || starts(start, 0, "\u00FE\u00FF");
        String text = new String(start, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\uFEFF' || Character.isWhitespace(c)) at++;
            else if (text.startsWith("<?", at)) at = after(text, "?>", at);
            else if (text.startsWith("<!--", at)) at = after(text, "-->", at);
            else if (text.startsWith("<!DOCTYPE", at)) return text.startsWith("svg", skip(text, at + 9));
            else return isRoot(text, at);
        }
        return false;
    }

    private static boolean isRoot(String text, int at) {
        if (text.charAt(at) != '<') return false;
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == ':')) end++;
        String name = text.substring(at + 1, end);
        return name.equals("svg") || name.endsWith(":svg");
    }

    private static int after(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at;
    }

    private static boolean starts(byte[] bytes, int at, String with) {
        if (bytes.length < at + with.length()) return false;
        for (int i = 0; i < with.length(); i++) if ((bytes[at + i] & 0xFF) != with.charAt(i)) return false;
        return true;
    }
}
