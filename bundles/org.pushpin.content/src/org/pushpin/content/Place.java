// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** Where a link opens. */
public enum Place {
    /** In the tab that shows it already, or in one of its own. */
    HERE,
    /** In one more tab, behind the one that is looked at. */
    NEW_TAB,
    /** Beside what is looked at, so that both are in sight. */
    BESIDE
}
