// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * A bundle's own words in one language: {@code messages.properties} beside a class, with {@code messages_de.properties}
 * and so on for other languages. Found by that class's loader, so that every bundle, wherever it comes from, brings its
 * own. A value; cheap, because the platform keeps what it has read.
 */
public final class Messages {

    private final ResourceBundle words;

    private Messages(ResourceBundle words) {
        this.words = words;
    }

    /** @throws MissingResourceException if there is no {@code messages.properties} in the class's package */
    public static Messages of(Class<?> beside, Locale locale) {
        return new Messages(ResourceBundle.getBundle(beside.getPackageName() + ".messages", locale,
                beside.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The text as it stands there; the key itself when it is missing. */
    public String get(String key) {
        try {
            return words.getString(key);
        } catch (MissingResourceException missing) {
            return key;
        }
    }

    /** The text as a {@link MessageFormat} pattern, so {@code {0,choice,…}} counts and {@code ''} is an apostrophe. */
    public String get(String key, Object... arguments) {
        return new MessageFormat(get(key), words.getLocale()).format(arguments);
    }
}
