// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Undo of a person's own changes, by a new change at the current heads (formats §7). Every step keeps the ids of the operations
 * that it made, never indexes, so that remote edits in between do not matter.
 */
package org.pushpin.repo.internal.undo;
