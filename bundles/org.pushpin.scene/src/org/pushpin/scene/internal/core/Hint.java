// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import org.pushpin.content.Point;

/** What would happen now, beside the pointer. @param at the pointer, in points */
public record Hint(String text, Point at) {}
