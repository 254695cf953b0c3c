// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * A scene in an SWT window: {@link org.pushpin.ui.StageCanvas} paints its frames and brings it events, clipboard and
 * drops. Knows no card type. Everything here is called on the ui thread.
 */
package org.pushpin.ui;
