// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Files of a profile: in, out, across, and away again.
 *
 * <h2>What goes, and when</h2>
 * A blob counts as linked while any document of the profile links to it, opened or not, in its present state. Older states do not count:
 * history is kept for ever, so nothing would ever go. What undo or restoring may want again stays for a grace period of 30 days
 * since it was first seen without a link, and at least five days on which this profile was used and still nothing linked to it, so that
 * neither a clock that jumps nor a long holiday shortens the time. Afterwards peers may still have it, and are asked as soon as a link is back.
 *
 * <p>The setting {@code blobs.unlinked} remembers since when: u8 version (1), u64 when days were counted last (milliseconds), then
 * sorted by id: id (32), u64 since when (milliseconds), u16 days. The setting {@code blobs.stopped}: ids (32) of what a person stopped.
 * All integers are big-endian.
 */
package org.pushpin.repo.internal.blob;
