// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

/** The bytes are no picture, or one that is not to be decoded here. */
public final class UnsupportedPictureException extends Exception {

    private static final long serialVersionUID = 1L;

    UnsupportedPictureException(String message) {
        super(message);
    }

    UnsupportedPictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
