// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.time.Instant;
import java.util.Set;

import org.pushpin.crypto.DeviceId;

/**
 * A document as one content type shows it.
 *
 * @param maker who made title and text of the document: the plug-in with its version; empty if none did
 * @param title one line
 * @param names of the file, and its media type
 * @param text what is found; at most {@value #TEXT_LIMIT} UTF-16 units
 * @param authors the devices that have changed it
 * @param created when its first change was made, as its author says; the epoch if unknown
 * @param changed when its last change was made
 */
public record IndexEntry(String contentType, String maker, String title, String names, String text, Set<DeviceId> authors,
        Instant created, Instant changed) {

    /** Of a longer text the beginning is indexed. */
    public static final int TEXT_LIMIT = 1 << 19;

    /** Shortens the text. */
    public IndexEntry {
        text = beginning(text, TEXT_LIMIT);
        authors = Set.copyOf(authors);
    }

    static String beginning(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
