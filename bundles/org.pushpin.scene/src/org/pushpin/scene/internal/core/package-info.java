// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** What the parts of a stage share: the newest scene, the camera, the selection, previews, undo, and how intents are performed. */
package org.pushpin.scene.internal.core;
