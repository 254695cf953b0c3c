// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.file.internal;

import java.util.Locale;

import org.pushpin.content.Icon;
import org.pushpin.content.Messages;

/** What a file is, for people: by its media type. */
enum FileKind {

    PDF("M5 3H11.5L15.5 7V17H5ZM11.5 3V7H15.5M7.5 10.5H13M7.5 13.5H11"),
    TEXT("M5 3H11.5L15.5 7V17H5ZM11.5 3V7H15.5M7.5 9H10M7.5 11.5H13M7.5 14H13"),
    PAGE("M10 3a7 7 0 1 0 .01 0M3 10H17M10 3C7 6 7 14 10 17M10 3C13 6 13 14 10 17"),
    SHEET("M3.5 4H16.5V16H3.5ZM3.5 8H16.5M3.5 12H16.5M9 8V16"),
    BOOK("M10 5.5C8 4 5.5 4 3.5 4.5V15.5C5.5 15 8 15 10 16.5C12 15 14.5 15 16.5 15.5V4.5C14.5 4 12 4 10 5.5V16.5"),
    AUDIO("M6.5 13.5a2 2 0 1 0 .01 0M8.5 15.5V5.2L15.5 4V13.5M13.5 11.7a2 2 0 1 0 .01 0"),
    VIDEO("M3 5.5H13V14.5H3ZM13 9L17 6.5V13.5L13 11"),
    ARCHIVE("M3.5 4H16.5V8H3.5ZM4.5 8V16.5H15.5V8M8.5 11H11.5"),
    PICTURE(Icon.PICTURE.path()),
    OTHER(Icon.FILE.path());

    private final Icon icon;

    FileKind(String path) {
        icon = new Icon(path);
    }

    Icon icon() {
        return icon;
    }

    static FileKind of(String mediaType) {
        String group = mediaType.substring(0, Math.max(0, mediaType.indexOf('/')));
        return switch (mediaType) {
            case "application/pdf" -> PDF;
            case "text/html", "application/xhtml+xml" -> PAGE;
            case "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/vnd.oasis.opendocument.spreadsheet" -> SHEET;
            case "application/epub+zip" -> BOOK;
            case "application/zip", "application/gzip", "application/x-tar" -> ARCHIVE;
            case "application/json", "application/xml", "application/vnd.oasis.opendocument.text",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> TEXT;
            default -> switch (group) {
                case "text" -> TEXT;
                case "audio" -> AUDIO;
                case "video" -> VIDEO;
                case "image" -> PICTURE;
                default -> OTHER;
            };
        };
    }

    /** In the reader's language; of what is not known, the media type itself, and nothing of what is no kind at all. */
    String label(String mediaType, Locale locale) {
        boolean vague = this == OTHER && !mediaType.equals("application/octet-stream");
        return vague ? mediaType : Messages.of(FileKind.class, locale).get("kind." + name().toLowerCase(Locale.ROOT));
    }
}
