// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

/** What a load does wrong on purpose, so that a judge can be seen to find it. */
public enum Sin {
    NONE,
    /** Says that something is saved before it is. */
    EARLY,
    /** Leaves the fsyncs out: SQLite's {@code synchronous=OFF}. */
    UNSYNCED
}
