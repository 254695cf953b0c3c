// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Sticky notes: a document {@code {text: TEXT, color: Str}}, the text as large as fits. The text merges character by
 * character; of two colours chosen at once one wins.
 */
package org.pushpin.content.sticky.internal;
