// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.svg;

/** Text between tags and in attributes, as XML 1.0 can hold it. */
public final class Markup {

    private Markup() {
    }

    public static String text(String text) {
        String allowed = text.replaceAll("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
        return allowed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** @return with a space before it */
    public static String attribute(String name, String value) {
        return " " + name + "=\"" + text(value).replace("\"", "&quot;") + "\"";
    }
}
