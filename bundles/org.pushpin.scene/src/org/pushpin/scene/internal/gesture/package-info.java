// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** What the pointer does on a stage: one class for a gesture, and {@code Pointing}, which picks it. */
package org.pushpin.scene.internal.gesture;
