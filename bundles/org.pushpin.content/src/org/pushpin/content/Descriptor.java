// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.List;
import java.util.Locale;

/**
 * What a type says about itself, in one language.
 *
 * @param type the name in URLs: 1 to 64 of {@code a-z 0-9 . -}
 * @param label for menus and placeholders, in the language asked for: "Text", "Board"
 * @param media the media types that a new document can be made from: {@code image/png}, {@code text/*}, or {@code *}{@code /*}
 * @param listed whether it is offered in the menu that makes cards; types made only from files are not
 * @param schema the version of the document's fields that this code writes, from 1
 */
public record Descriptor(String type, String label, Icon icon, CardSize size, List<String> media, boolean listed,
        int schema) {

    public Descriptor {
        if (!type.matches("[a-z0-9.-]{1,64}")) throw new IllegalArgumentException("not a type's name: " + type);
        media = List.copyOf(media);
    }

    public boolean accepts(String mediaType) {
        return affinity(mediaType) > 0;
    }

    /** How closely the type fits: 3 when it names the media type, 2 its family, 1 anything, 0 not at all. */
    public int affinity(String mediaType) {
        String plain = plainMediaType(mediaType);
        return media.stream().mapToInt(pattern -> affinity(pattern, plain)).max().orElse(0);
    }

    private static int affinity(String pattern, String mediaType) {
        if (pattern.equals("*/*")) return 1;
        if (pattern.endsWith("/*")) return mediaType.startsWith(pattern.substring(0, pattern.length() - 1)) ? 2 : 0;
        return pattern.equals(mediaType) ? 3 : 0;
    }

    /** Lower case and without parameters: {@code text/plain} of {@code Text/Plain; charset=utf-8}. */
    static String plainMediaType(String mediaType) {
        int parameters = mediaType.indexOf(';');
        return (parameters < 0 ? mediaType : mediaType.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
