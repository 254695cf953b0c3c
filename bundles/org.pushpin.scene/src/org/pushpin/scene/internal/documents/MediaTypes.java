// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.pushpin.scene.internal.preview.PictureFormat;

/**
 * What a file is: by its first bytes where they tell, else by its name, else text or not. A name that says picture does
 * not make bytes a picture.
 */
final class MediaTypes {

    /** So many bytes are looked at. */
    static final int PROBED = 4096;
    static final String ANYTHING = "application/octet-stream";

    private static final Map<String, String> BY_NAME = Map.ofEntries(Map.entry("png", ANYTHING),
            Map.entry("jpg", ANYTHING), Map.entry("jpeg", ANYTHING), Map.entry("gif", ANYTHING), Map.entry("webp", ANYTHING), Map.entry("txt", "text/plain"),
            Map.entry("md", "text/markdown"), Map.entry("markdown", "text/markdown"), Map.entry("csv", "text/csv"),
            Map.entry("html", "text/html"), Map.entry("htm", "text/html"), Map.entry("css", "text/css"),
            Map.entry("js", "text/javascript"), Map.entry("json", "application/json"),
            Map.entry("xml", "application/xml"), Map.entry("svg", ANYTHING),
            Map.entry("pdf", "application/pdf"), Map.entry("zip", "application/zip"),
            Map.entry("gz", "application/gzip"), Map.entry("tar", "application/x-tar"),
            Map.entry("mp3", "audio/mpeg"), Map.entry("ogg", "audio/ogg"), Map.entry("wav", "audio/wav"),
            Map.entry("flac", "audio/flac"), Map.entry("mp4", "video/mp4"), Map.entry("webm", "video/webm"),
            Map.entry("mov", "video/quicktime"), Map.entry("docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"), Map.entry("epub", "application/epub+zip"));

    private MediaTypes() {
    }

    /** @param start the first bytes, at most {@value #PROBED}; {@code whole}: there are no more */
    static String probe(byte[] start, boolean whole, String name) {
        Optional<String> magic = magic(start);
        String byName = BY_NAME.getOrDefault(extension(name), "");
        if (magic.isPresent()) return magic.get().equals("application/zip") && !byName.isEmpty() ? byName : magic.get();
        boolean text = isText(start, whole);
        if (byName.startsWith("text/")) return text ? byName : ANYTHING;
        if (!byName.isEmpty()) return byName;
        return text ? "text/plain" : ANYTHING;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> magic(byte[] bytes) {
        Optional<PictureFormat> picture = PictureFormat.of(bytes);
        if (picture.isPresent()) return picture.map(PictureFormat::mediaType);
        if (starts(bytes, '%', 'P', 'D', 'F', '-')) return Optional.of("application/pdf");
        if (starts(bytes, 'P', 'K', 3, 4)) return Optional.of("application/zip");
        if (starts(bytes, 0x1F, 0x8B)) return Optional.of("application/gzip");
        if (starts(bytes, 'O', 'g', 'g', 'S')) return Optional.of("audio/ogg");
        if (starts(bytes, 'f', 'L', 'a', 'C')) return Optional.of("audio/flac");
        if (starts(bytes, 'I', 'D', '3')) return Optional.of("audio/mpeg");
        if (starts(bytes, 0x1A, 0x45, 0xDF, 0xA3)) return Optional.of("video/webm");
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xFF) != with[i]) return false;
        return true;
    }

    private static boolean isText(byte[] start, boolean whole) {
        for (byte b : start) if (b == 0) return false;
        // The probe may end inside a character: up to three bytes at the end are not looked at.
        int length = whole ? start.length : Math.max(0, start.length - 3);
        int end = length;
        while (!whole && end > 0 && end > length - 4 && (start[end - 1] & 0x80) != 0) end--;
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(start, 0, end));
            return true;
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
