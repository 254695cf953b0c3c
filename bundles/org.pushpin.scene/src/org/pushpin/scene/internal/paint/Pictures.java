// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.paint;

import java.awt.Image;
import java.util.Optional;

import org.pushpin.content.Preview;

/** Where the pixels of previews come from. Any thread; does not wait. */
@FunctionalInterface
public interface Pictures {

    /** Pixels for a picture, large enough for so many device pixels where there are any. */
    Optional<Image> pixels(Preview.Ready picture, double width, double height);
}
