// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** Geometry of arranging: snapping, alignment, and which neighbour lies where. Pure functions of rectangles. */
package org.pushpin.scene.internal.arrange;
