// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.List;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;

/** The text of a node as assistive technology reads and edits it. Offsets are UTF-16 units. Ui thread. */
public interface AccessibleText {

    /** As it is written; empty where a placeholder is shown. */
    String content();

    /** Where the caret is; -1 while the text is not edited. */
    int caret();

    /** What is selected: where that begins, and where it ends; the same where nothing is. */
    int selectionStart();

    int selectionEnd();

    /** Where a stretch is, in points of the stage: what encloses its lines. */
    Rect bounds(int from, int to);

    /** The offset nearest to a point of the stage. */
    int offsetAt(Point point);

    /** The laid-out line that an offset is on. */
    int lineStart(int offset);

    int lineEnd(int offset);

    /** Its links, from the beginning. */
    List<Link> links();

    /** @param node key of the node that stands for the link, at any depth below the text */
    record Link(int from, int to, String node) {}

    /** Puts the caret at {@code to}, and selects what lies between; begins to edit where nobody does. @return whether it can */
    boolean select(int from, int to);

    /** Replaces a stretch, as typing would. @return whether it can be edited */
    boolean replace(int from, int to, String by);
}
