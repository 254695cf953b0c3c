// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * A scene in an SWT window: {@link org.pushpin.ui.StageCanvas} paints its frames and brings it events, clipboard and
 * drops. Knows no card type. Everything here is called on the ui thread.
 *
 * <h2>From a change to the screen</h2>
 * The stage says {@code damaged}, in the middle of a change perhaps. When that is over, the canvas takes the stage's newest
 * frame, either at the end of the input or task that brought the change, or in a task posted for it; many changes share one. So
 * that no picture is lost:
 * <ul>
 * <li>Of the frame that is held as shown, each area has been painted, or asked for and not yet painted. Who takes a newer
 * one, a look or a painting, at once paints or asks for all in which it differs ({@code Frame.since}).
 * <li>The platform clips a painting to what was asked for, and tells only the rectangle around that. What differs anew
 * counts as painted only within an area that was asked for ({@code Asked}).
 * <li>Painting uploads bitmaps for a few milliseconds; a frame that is not whole after that is asked for once more.
 * <li>The caret's blinking asks for the caret alone. Its rhythm begins anew when the caret moves, and at no other change.
 * </ul>
 */
package org.pushpin.ui;
