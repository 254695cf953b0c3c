// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Ink: a document {@code {strokes: LIST of MAP {points: Bytes, color: Str, width: F64, removed?: Bool}}}. A stroke is one
 * object that never changes but for {@code removed}, so that strokes of many people merge by standing side by side; an
 * erased one keeps its place, so that undo brings it back under those above it.
 *
 * <p>Points, in board units from the drawing's top left corner:
 *
 * <table>
 * <caption>Layout of {@code points}</caption>
 * <tr><th>bytes</th><th>field</th></tr>
 * <tr><td>1</td><td>version: 1; another is not drawn</td></tr>
 * <tr><td>1</td><td>flags; bit 0: pressures follow</td></tr>
 * <tr><td>1–3</td><td>number of points, 1 to 50,000, LEB128</td></tr>
 * <tr><td>2–10</td><td>per point: x and y in sixteenths, each less the one before, zigzag LEB128</td></tr>
 * <tr><td>0–1</td><td>per point, with bit 0: pressure in 255ths</td></tr>
 * </table>
 */
package org.pushpin.content.ink.internal;
