// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/**
 * What a frame or an arrow says and looks like, so that a copy of it can be made on any canvas.
 *
 * @param text a title or a label; may be empty
 * @param color in the canvas's own terms; empty: none
 */
public record Caption(String text, String color) {

    public static final Caption NONE = new Caption("", "");
}
