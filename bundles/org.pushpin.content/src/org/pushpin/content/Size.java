// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** Width and height, not negative. */
public record Size(double width, double height) {

    public Size {
        if (!(width >= 0) || !(height >= 0)) throw new IllegalArgumentException("negative size");
    }
}
