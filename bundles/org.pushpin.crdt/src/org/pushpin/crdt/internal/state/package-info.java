// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * What a document is at a moment: its objects ({@link org.pushpin.crdt.internal.state.StoredObject}) and its history, and how operations
 * change them: those of the person at this machine ({@link org.pushpin.crdt.internal.state.Transaction}), those of changes that arrive
 * ({@link org.pushpin.crdt.internal.state.ChangeApplication}), and the way back ({@link org.pushpin.crdt.internal.state.Retreat}), which
 * makes the document as of earlier heads.
 */
package org.pushpin.crdt.internal.state;
