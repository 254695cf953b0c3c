// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * The board: a document that pins other documents.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>{@code title}</td><td>TEXT</td></tr>
 * <tr><td>{@code background}</td><td>string: the id of a {@link org.pushpin.content.BoardColor}, or {@code #rrggbb}; absent: the default</td></tr>
 * <tr><td>{@code cards}</td><td>MAP of key → MAP</td></tr>
 * <tr><td>{@code cards/*}{@code /url}</td><td>string: the pinned document's URL with its capability</td></tr>
 * <tr><td>{@code …/x, y, width, height}</td><td>F64, board units; no height: as high as the content</td></tr>
 * <tr><td>{@code …/z}</td><td>F64; what is higher lies above, equal ones by key</td></tr>
 * <tr><td>{@code …/frame}</td><td>string: key of the frame that it is in; absent: none</td></tr>
 * <tr><td>{@code …/locked}</td><td>true: neither moved, resized, removed nor edited in place</td></tr>
 * <tr><td>{@code …/removed}</td><td>true: not shown</td></tr>
 * <tr><td>{@code …/kind}</td><td>{@code frame}: this entry is a frame. It has no {@code url}, but the next two</td></tr>
 * <tr><td>{@code …/title}</td><td>TEXT, of a frame</td></tr>
 * <tr><td>{@code …/color}</td><td>string: the id of a {@code BoardColor}, or {@code #rrggbb}, of a frame; absent or the default: none</td></tr>
 * <tr><td>{@code edges}</td><td>MAP of key → MAP; absent in boards without arrows</td></tr>
 * <tr><td>{@code edges/*}{@code /from, to}</td><td>string: key of the card at that end; empty: a place</td></tr>
 * <tr><td>{@code …/fromX, fromY, toX, toY}</td><td>F64: that place, where there is no card</td></tr>
 * <tr><td>{@code …/fromArrow, toArrow}</td><td>whether that end has a head</td></tr>
 * <tr><td>{@code …/label}</td><td>TEXT</td></tr>
 * <tr><td>{@code …/color, removed}</td><td>as of cards</td></tr>
 * <tr><td>{@code canvas}, of the board, of an entry, of an edge</td><td>string: JSON, what the JSON Canvas file that it came from
 *     says of it, so that writing it again loses nothing; see {@code org.pushpin.export}. Never shown, written by imports only</td></tr>
 * </table>
 *
 * <p><b>Concurrency.</b> One entry per key, its fields merged one by one, so that people who change different things of a
 * card both have their way. What two people did at the same time comes to this, on every replica alike:
 * <ul>
 * <li><b>move ‖ move</b>: one of the two places, never a mix: x and y are always written together, in this order.
 * <li><b>move ‖ resize</b>, <b>resize ‖ type</b>: both. A text is its own document; typing does not touch the board, and
 * a card of automatic height follows what is typed, unless the resize gave it a height.
 * <li><b>move ‖ remove</b>, and whatever else ‖ remove: it is gone, and the other change is in the entry, so that undoing
 * the removal shows it. An entry is never deleted, because deleting a map would lose what others write into it meanwhile.
 * <li><b>order ‖ order</b>: each card gets one of the two heights that it was given; those that nobody touched keep their
 * order, and equal heights go by key.
 * <li><b>lock ‖ move</b> (or remove): both. A lock says what may be begun; what was begun before one knew of it holds.
 * <b>lock ‖ unlock</b>: locked.
 * <li><b>frame ‖ member</b>: a frame moved, and its cards with it, while one of them is moved or taken out: that card lies
 * at one of the two places, and belongs where it was put. A card put into a frame that is moved stays where it was put. A frame removed while a card is put into it: the card is there, in the
 * frame around that one, or in none; undoing the removal puts all of them back into it. Two frames put into each other:
 * neither is in any.
 * <li><b>arrow ‖ removal of a card at its end</b>: the arrow is hidden as long as that card is; nothing of it is lost.
 * <b>end ‖ end</b>: one of the two ends, never a mix of two places; the ends of an arrow are independent. Labels merge letter by letter.
 * </ul>
 */
package org.pushpin.content.board.internal;
