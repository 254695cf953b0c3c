// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * From documents to scenes with bitmaps, on the render lane: one thread for all stages.
 *
 * <h2>How no change is lost</h2>
 * <ul>
 * <li>Whatever a scene depends on tells {@code Rendering.changed} after it has changed: documents, previews, card types, the
 * view ({@code request}). Any thread; it counts, and queues a pass unless one is queued.
 * <li>A pass is no longer queued as soon as it begins, before it reads anything: a change that it may miss queues the next.
 * <li>A pass reads the count first, then the newest request, then documents. So a scene of the number {@code n} has the
 * request that was given the number {@code n}, and what documents held by then; gestures wait for that ({@code Preview}).
 * <li>A pass that ends before all is laid out and painted queues the next. What a person asks for shortens the pass that goes
 * on, and never below a least piece of work, so that unending input does not starve it.
 * <li>What time alone will change (a map that rests, a text that says how long ago) is due at a time, for which one wake-up
 * waits; a sooner one is added to it.
 * <li>Scenes go to the ui thread in the order in which they were made. Each is whole: a later one replaces it.
 * </ul>
 * Documents are opened by passes and closed by the ui thread: what a pass opens after that is let go at once.
 */
package org.pushpin.scene.internal.render;
