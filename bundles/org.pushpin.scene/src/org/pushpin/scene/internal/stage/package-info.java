// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** A stage put together: frames, commands, keys, clipboard, accessibility. */
package org.pushpin.scene.internal.stage;
