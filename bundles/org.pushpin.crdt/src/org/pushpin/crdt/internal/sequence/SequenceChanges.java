// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.op.Register;

/**
 * Takes the difference of two versions of a sequence, in order of position. An index is one of UTF-16 units that show (list: elements), and
 * holds once all that was reported before was done.
 */
public interface SequenceChanges {
    /** What showed here does no longer. */
    void deleted(int index, int units);

    /** Characters show that did not. Only of a text, and of elements that nothing else was ever done to but inserting them. */
    void insertedText(int index, String text);

    /** An element shows that did not: of a list, or an irregular one of a text. */
    void inserted(int index, Register register);

    /** An element showed before and shows now, but its operations differ. Its width may differ too. */
    void updated(int index, Register before, Register after);

    /** Somewhere a mark begins or ends that did not, or the other way round. May be called more than once. */
    void marksChanged(int index);
}
