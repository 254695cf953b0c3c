// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** A text being edited on a stage: session, keys, structure of lines, formats. */
package org.pushpin.scene.internal.editing;
