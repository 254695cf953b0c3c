// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

/** The pointers that a stage asks for. */
public enum CursorShape {
    ARROW, HAND, TEXT, MOVE, GRAB, GRABBING, RESIZE_NW_SE, RESIZE_NE_SW, RESIZE_N_S, RESIZE_E_W
}
