// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Set;

/**
 * A thing on a canvas, named by a key that stays the same as long as the thing does.
 *
 * @param at where; finite, and of positive width. The height holds where {@code autoHeight} is false
 * @param autoHeight as high as the content
 * @param z what is higher lies above; equal ones by key
 * @param frame key of the frame that it belongs to; empty: none
 * @param caption of a frame: what its copies say and look like
 */
public record Item(String key, Rect at, boolean autoHeight, double z, String frame, Set<Ability> can, View view,
        Caption caption) {

    public Item {
        can = Set.copyOf(can);
    }

    public Item(String key, Rect at, boolean autoHeight, double z, String frame, Set<Ability> can, View view) {
        this(key, at, autoHeight, z, frame, can, view, Caption.NONE);
    }
}
