// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.OptionalDouble;

import org.pushpin.crypto.DocumentUrl;

/**
 * A new card on a canvas. The host makes the key (so that it can select what it inserted) and knows the type's size.
 *
 * @param key 1 to 64 characters, not used on this canvas before
 * @param height empty: as high as the content
 */
public record Placement(String key, DocumentUrl url, Point at, double width, OptionalDouble height) {}
