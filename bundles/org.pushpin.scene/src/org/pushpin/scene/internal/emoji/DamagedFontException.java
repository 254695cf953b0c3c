// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.emoji;

/** The bytes break the format of a font, or ask for more than is given. */
final class DamagedFontException extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedFontException(String message) {
        super(message);
    }
}
