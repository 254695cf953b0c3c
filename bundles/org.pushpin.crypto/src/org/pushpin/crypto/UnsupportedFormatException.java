// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/**
 * Input that is not broken but newer than this reader: an unknown suite, kind, critical flag or capability letter. It must be kept or
 * refused, never guessed at.
 */
public final class UnsupportedFormatException extends FormatException {
    private static final long serialVersionUID = 1L;

    /** @param what the thing that this version does not know, such as "batch suite 7" */
    public UnsupportedFormatException(String what) {
        super("a newer version is needed: " + what);
    }
}
