// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.link;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;

/** Links, and how often each occurs, so that one that is taken away may still stand elsewhere. One thread. */
final class LinkCounts {

    /** How a link to a blob begins. */
    static final String BLOB = "pushpin-blob:/";

    private static final int BLOB_HEX = 2 * BlobId.LENGTH;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final int most;
    private boolean full;

    LinkCounts(int most) {
        this.most = most;
    }

    Set<String> links() {
        return Collections.unmodifiableSet(counts.keySet());
    }

    /** Whether there was no room for a link: from then on counts are not right. */
    boolean isFull() {
        return full;
    }

    void clear() {
        counts.clear();
        full = false;
    }

    /** Adds ({@code sign} 1) or takes away (−1) all links in a text. */
    void add(String text, int sign) {
        if (text.contains(DocumentUrl.SCHEME)) {
            DocumentUrl.find(text, url -> count(url.toString(), sign));
        }
        for (int at = text.indexOf(BLOB); at >= 0; at = text.indexOf(BLOB, at + 1)) {
            int end = at + BLOB.length() + BLOB_HEX;
            if (end <= text.length() && blob(text.substring(at, end)) != null) {
                count(text.substring(at, end), sign);
            }
        }
    }

    private void count(String link, int sign) {
        if (sign > 0 && counts.size() >= most && !counts.containsKey(link)) {
            full = true;
            return;
        }
        counts.merge(link, sign, (before, change) -> before + change == 0 ? null : before + change);
    }

    /** The blob that a link names; null if it names none. */
    static BlobId blob(String link) {
        try {
            return link.startsWith(BLOB) ? BlobId.parse(link.substring(BLOB.length())) : null;
        } catch (FormatException e) {
            return null;
        }
    }
}
