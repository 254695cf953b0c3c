// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** What a part is, for a screen reader and the keyboard. */
public enum Role {
    GROUP, HEADING, TEXT, PARAGRAPH, IMAGE, LINK,
    /** Pressing it performs the first action. */
    BUTTON,
    /** As a button; the first action's mark says whether it is on. */
    CHECKBOX,
    LIST, LIST_ITEM,
    /** A table of rows of cells. */
    TABLE, ROW, CELL,
    PROGRESS, DOCUMENT, BOARD,
    /** Of a host: what cards can be put into, what leads from one to another, and controls above the plane. */
    FRAME, ARROW, TOOLBAR
}
