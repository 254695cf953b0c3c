// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** How arrows run between cards: pure functions of rectangles, in board units. */
package org.pushpin.scene.internal.edges;
