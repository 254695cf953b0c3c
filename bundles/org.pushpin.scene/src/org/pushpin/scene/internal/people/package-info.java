// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Others at the document: what they point at and have selected, what this person lets them see, and following somebody. What is exchanged
 * are the values of {@link org.pushpin.repo.Presence}, none of which is stored; a value that is not as described here counts as none. Numbers are
 * big-endian.
 *
 * <table border="1">
 * <caption>Values</caption>
 * <tr><th>kind</th><th>what</th><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>person</td><td>0</td><td>1</td><td>wanted hue: 0 upward, of the palette's</td></tr>
 * <tr><td></td><td></td><td>1</td><td>rest</td><td>name, UTF-8, at most 200 bytes; shown are 40 characters of one line</td></tr>
 * <tr><td>1</td><td>pointer</td><td>0</td><td>8</td><td>x in board units, IEEE 754 double, finite; then y</td></tr>
 * <tr><td>2</td><td>selection</td><td>0</td><td>4</td><td>how many cards and arrows are selected</td></tr>
 * <tr><td></td><td></td><td>4</td><td>1 + length</td><td>length and UTF-8 of a key; more of them as long as they fit into 1,024 bytes in all</td></tr>
 * <tr><td>3</td><td>viewport</td><td>0</td><td>8</td><td>x in board units; then y, width and height, above 0 and at most 10⁹</td></tr>
 * <tr><td>4</td><td>following</td><td>0</td><td>32</td><td>device of whom this person follows, so that two do not follow each other</td></tr>
 * <tr><td>5</td><td>writing</td><td>0</td><td>1 + length</td><td>length and UTF-8 of the key of the card whose text is edited</td></tr>
 * <tr><td></td><td></td><td></td><td>1 + length</td><td>the text object, as {@code counter@actor}, of the document that the card shows</td></tr>
 * <tr><td></td><td></td><td></td><td>1 + length</td><td>the caret: an Automerge cursor in binary form at what stands before it, or at the beginning</td></tr>
 * <tr><td></td><td></td><td></td><td>1 + length</td><td>the other end of the selection, likewise; no bytes if nothing is selected</td></tr>
 * </table>
 */
package org.pushpin.scene.internal.people;
