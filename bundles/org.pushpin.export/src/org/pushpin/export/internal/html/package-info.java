// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Writes a page of HTML that needs nothing but itself: no script, nothing loaded (its own policy forbids that), the
 * document once in light and once in dark colours, of which the reader's preference shows one, pictures once for both.
 * Text is text, each stretch as wide as the layout made it whatever font the reader has; headings, cards, pictures and
 * links are said to be what they are.
 */
package org.pushpin.export.internal.html;
