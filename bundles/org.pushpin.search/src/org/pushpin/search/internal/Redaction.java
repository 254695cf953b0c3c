// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.util.Locale;

import org.pushpin.crypto.DocumentUrl;

/** Takes links out of a text: who holds a link to a document may read it, so none gets into an index. Linear. */
final class Redaction {

    private static final String SCHEME = DocumentUrl.SCHEME.toLowerCase(Locale.ROOT);
    private static final String IN_LINKS = "._~%?&=#:/+-!$'*,;@";

    private Redaction() {}

    static String of(String text) {
        int at = next(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        for (; at >= 0; at = next(text, from)) {
            clean.append(text, from, at);
            from = at + SCHEME.length();
            while (from < text.length() && isInLink(text.charAt(from))) {
                from++;
            }
        }
        return clean.append(text, from, text.length()).toString();
    }

    private static boolean isInLink(char unit) {
        return unit < 128 && (Character.isLetterOrDigit(unit) || IN_LINKS.indexOf(unit) >= 0);
    }

    private static int next(String text, int from) {
        for (int at = from; at <= text.length() - SCHEME.length(); at++) {
            if (text.regionMatches(true, at, SCHEME, 0, SCHEME.length())) {
                return at;
            }
        }
        return -1;
    }
}
