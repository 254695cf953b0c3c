// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Who this profile is: its lock, its device seed, and its incarnation.
 *
 * <p>An <em>incarnation</em> is 16 random bytes from which, with the device seed and a document, a writer's key comes. A new one
 * begins only where a sequence number could otherwise be used twice. To notice that a profile was copied or restored from a
 * backup, a <em>session token</em> is kept in the profile and outside it, and replaced whenever the profile is opened or closed.
 *
 * <p>Settings in the profile: {@code profile.id} (16 bytes), {@code device.seed} (32), {@code device.incarnation} (16),
 * {@code device.session} (16).
 *
 * <p>The file outside, {@code ${XDG_STATE_HOME:-~/.local/state}/pushpin/<profile id in hex>}, is UTF-8 text, one value a line:
 * <pre>
 * line  value
 * 1     "pushpin-session 1"
 * 2     SHA-256("pp/machine/1" ‖ machine id) in hex, or "-" where the machine has none
 * 3     session token in hex
 * 4     the token that is about to replace it, or "-"
 * </pre>
 * Line 4 is written before the profile's setting changes and removed after, so that a crash between the two is no mismatch.
 */
package org.pushpin.repo.internal.profile;
