// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/** At which of its edges a mark takes in what is inserted there. */
public enum ExpandMark {
    /** At neither: as a link does. */
    NONE(false, false),
    /** At its beginning. */
    BEFORE(true, false),
    /** At its end: as bold type does. */
    AFTER(false, true),
    BOTH(true, true);

    final boolean before;
    final boolean after;

    ExpandMark(boolean before, boolean after) {
        this.before = before;
        this.after = after;
    }

    /** @param before at the beginning, {@code after} at the end */
    public static ExpandMark of(boolean before, boolean after) {
        return before ? after ? BOTH : BEFORE : after ? AFTER : NONE;
    }

    /** Whether it takes in what is inserted at its beginning. */
    public boolean atBeginning() {
        return before;
    }

    /** Whether it takes in what is inserted at its end. */
    public boolean atEnd() {
        return after;
    }
}
