// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** What goes out to other programs and comes in from them, as values: cards apart from a board, HTML, Markdown. Nothing here touches a network. */
package org.pushpin.scene.internal.transfer;
