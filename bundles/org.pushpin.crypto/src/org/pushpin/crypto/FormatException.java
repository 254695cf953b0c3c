// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/**
 * Bytes or text from outside that break a format: too short, too long, out of range, not canonical or not signed. The message is one
 * clear line for a person; a stack trace would tell nothing, so none is taken and a flood of bad input stays cheap.
 */
public class FormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message one line that says what is wrong, without secrets or content */
    public FormatException(String message) {
        super(message, null, false, false);
    }
}
