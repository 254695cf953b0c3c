// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * The board: a document that pins other documents.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>{@code title}</td><td>TEXT</td></tr>
 * <tr><td>{@code background}</td><td>string: the id of a {@link org.pushpin.content.BoardColor}; absent: the default</td></tr>
 * <tr><td>{@code cards}</td><td>MAP of key → MAP</td></tr>
 * <tr><td>{@code cards/*}{@code /url}</td><td>string: the pinned document's URL with its capability</td></tr>
 * <tr><td>{@code …/x, y, width, height}</td><td>F64, board units; no height: as high as the content</td></tr>
 * <tr><td>{@code …/z}</td><td>F64; what is higher lies above, equal ones by key</td></tr>
 * <tr><td>{@code …/frame}</td><td>string: key of the card that it is framed by; absent: none</td></tr>
 * <tr><td>{@code …/removed}</td><td>true: not shown</td></tr>
 * </table>
 *
 * <p><b>Concurrency.</b> One entry per key, its fields merged one by one: a move and a resize both hold, of two moves one.
 * x and y are always written together, in this order, so that no place is mixed from two. An entry is never deleted,
 * because deleting a map would lose what others write into it meanwhile; whoever removes wins over whoever moves.
 */
package org.pushpin.content.board.internal;
