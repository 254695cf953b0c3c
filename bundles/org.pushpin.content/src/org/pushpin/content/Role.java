// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** What a part is, for a screen reader and the keyboard. */
public enum Role {
    GROUP, HEADING, TEXT, IMAGE, LINK,
    /** Pressing it performs the first action. */
    BUTTON,
    /** As a button; the first action's mark says whether it is on. */
    CHECKBOX,
    LIST, LIST_ITEM, PROGRESS, DOCUMENT, BOARD
}
