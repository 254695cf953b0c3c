// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Documents as files that other programs read.
 *
 * <table>
 * <caption>Formats, by the file's ending</caption>
 * <tr><td>{@code .png}</td><td>the document as it looks, two pixels per board unit, fewer where it would be huge</td></tr>
 * <tr><td>{@code .svg}</td><td>the same as vectors; text as outlines, so that it looks the same without the font;
 *     pictures inside the file</td></tr>
 * <tr><td>{@code .pdf}</td><td>one page of vectors: text as text with its fonts in the file, links that can be followed</td></tr>
 * <tr><td>{@code .html}</td><td>one page that loads nothing: text as text, light and dark</td></tr>
 * <tr><td>{@code .canvas}</td><td>a folder with a JSON Canvas 1.0 file and the files that it names; {@link org.pushpin.export.Importer} reads it</td></tr>
 * <tr><td>{@code .json}</td><td>its content, see {@link org.pushpin.export.JsonDocument}</td></tr>
 * <tr><td>{@code .automerge}</td><td>all of it with its history, as Automerge saves it</td></tr>
 * </table>
 */
package org.pushpin.export;
