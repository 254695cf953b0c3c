// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Undo of a person's own changes, by a new change at the current heads (formats §7). Every step keeps the ids of the operations
 * that it made, never indexes, so that remote edits in between do not matter.
 *
 * <p>What a step is taken back by: inserted elements that still show are deleted; deleted ones come back, each behind its own
 * tombstone, if nobody else deleted them too; a value goes, and the one before it comes back if it was alone and only we had
 * overwritten it; counters add the opposite; a mark's two edges are deleted, so that what it hid shows again. Redo takes an undo
 * back in the same way, so redone things have new ids: {@link org.pushpin.repo.internal.undo.Aliases} leads from old ones to them.
 */
package org.pushpin.repo.internal.undo;
