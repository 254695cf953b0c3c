// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Turns the views of card types into something to see and to work with, without a window.
 *
 * <table>
 * <caption>What to reach for</caption>
 * <tr><td>{@link org.pushpin.scene.ContentRegistry}</td><td>which card types and renderers are here now</td></tr>
 * <tr><td>{@link org.pushpin.scene.DocumentFactory}</td><td>makes documents: empty ones, from text, from files</td></tr>
 * <tr><td>{@link org.pushpin.scene.Home}</td><td>what a person has: workspace, boards, what to show first</td></tr>
 * <tr><td>{@link org.pushpin.scene.StageFactory}, {@link org.pushpin.scene.Stage}</td><td>one opened document: input
 * in, a {@link org.pushpin.scene.Frame} to paint out</td></tr>
 * <tr><td>{@link org.pushpin.scene.Posters}</td><td>a whole document laid out for export and tests</td></tr>
 * </table>
 *
 * <p>Units: <em>board units</em> are what documents hold; <em>points</em> are what a window counts in; a point is
 * {@code scale} device pixels. At 100 % zoom a board unit is a point.
 */
package org.pushpin.scene;
