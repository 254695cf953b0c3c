// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Implementations of Automerge behind one interface: {@link Engine} does {@link Step}s and shows what it then sees as text that is the same
 * for all. Ours shows that the patches to a document lead there, too.
 */
package org.pushpin.conformance.engine;
