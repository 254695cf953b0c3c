// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * What makes the first board of a process open as fast as later ones: a board that is on paper only, shown to nobody while the
 * window comes up.
 */
package org.pushpin.scene.internal.rehearsal;
