// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.chrome;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The texts of the workbench, in the person's language. */
public final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(Messages.class.getName());

    private Messages() {
    }

    /** The text of {@code key}, with {@code {0}}… replaced. */
    public static String get(String key, Object... arguments) {
        String text = BUNDLE.getString(key);
        return arguments.length == 0 ? text : MessageFormat.format(text, arguments);
    }
}
