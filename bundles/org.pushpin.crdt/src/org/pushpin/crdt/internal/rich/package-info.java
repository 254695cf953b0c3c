// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Rich text: marks, blocks, and what follows from them, read from a sequence and its edges of marks. The semantics are those of Automerge's
 * Rust engine ({@code marks.rs}, {@code iter/spans.rs}, {@code text_diff.rs}).
 */
package org.pushpin.crdt.internal.rich;
