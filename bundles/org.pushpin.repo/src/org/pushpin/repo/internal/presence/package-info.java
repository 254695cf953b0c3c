// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Who is at a document now: {@link org.pushpin.repo.internal.presence.Attendance} knows what devices let each other see, passes it on, and
 * forgets it. Everything is bounded, the newest replaces what is older wherever it waits, and nothing is stored. All of it runs on the lane
 * of replication, but for what {@link org.pushpin.repo.Presence} promises to any thread.
 */
package org.pushpin.repo.internal.presence;
