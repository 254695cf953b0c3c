// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.sequence.SequenceView;

/** What readers need of a document, be it at rest or while it changes. */
public interface Objects {
    Authors authors();

    /**
     * An object: null if there is none. While the document changes, the sequence in it may be out of date: ask {@link #sequence}.
     */
    StoredObject object(long id);

    /** The present elements of a list or text; null if there is no such. */
    SequenceView sequence(long id);
}
