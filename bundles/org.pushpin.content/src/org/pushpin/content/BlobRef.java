// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.FormatException;

/**
 * A file, picture or clip that a document refers to.
 *
 * @param size in bytes, not negative
 * @param mediaType for instance {@code image/png}; lower case, without parameters; empty when unknown
 * @param name file name without a path; may be empty
 */
public record BlobRef(BlobId id, long size, String mediaType, String name) {

    /** How a document names a blob: this and 64 hex digits. */
    public static final String SCHEME = "pushpin-blob:/";

    public BlobRef {
        if (size < 0) throw new IllegalArgumentException("negative size");
        mediaType = Descriptor.plainMediaType(mediaType);
    }

    /** What a document's field holds: {@value #SCHEME} and the id. */
    public String uri() {
        return SCHEME + id;
    }

    /** The id in such a field; empty when the text is anything else. */
    public static Optional<BlobId> parse(String uri) {
        if (!uri.startsWith(SCHEME) || uri.length() != SCHEME.length() + 64) return Optional.empty();
        try {
            return Optional.of(BlobId.parse(uri.substring(SCHEME.length())));
        } catch (FormatException notAnId) {
            return Optional.empty();
        }
    }

    /** The size for people: {@code 2.4 MB}, in powers of 1000 as desktops count, with the locale's decimal sign. */
    public String humanSize(Locale locale) {
        NumberFormat digits = NumberFormat.getNumberInstance(locale);
        if (size < 1000) return digits.format(size) + "\u00a0B";
        String[] units = {"kB", "MB", "GB", "TB", "PB", "EB"};
        double amount = size / 1000.0;
        int unit = 0;
        for (; amount >= 999.5; unit++) amount /= 1000;
        digits.setMaximumFractionDigits(amount < 10 ? 1 : 0);
        return digits.format(amount) + "\u00a0" + units[unit];
    }
}
