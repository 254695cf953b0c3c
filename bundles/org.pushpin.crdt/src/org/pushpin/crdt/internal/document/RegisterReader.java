// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.ArrayList;
import java.util.List;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;

/**
 * The operations of one key or element while they are read. What succeeds one of them and is not among them deleted it: a document does not
 * say more of a deletion. One thread; cost: the operations and their successors.
 */
final class RegisterReader {
    private final Authors authors;
    private final List<Op> ops = new ArrayList<>();

    RegisterReader(Authors authors) {
        this.authors = authors;
    }

    boolean isEmpty() {
        return ops.isEmpty();
    }

    void add(Op op) throws MalformedException {
        if (!ops.isEmpty() && authors.compare(ops.getLast().id(), op.id()) >= 0) {
            throw new MalformedException("operations out of order");
        }
        if (op.succ().length > 0 && authors.compare(op.succ()[0], op.id()) <= 0) {
            throw new MalformedException("an operation that succeeds a later one");
        }
        ops.add(op);
    }

    /** The operations. Begins with the next key or element. */
    Op[] take() {
        Op[] all = ops.toArray(Op[]::new);
        ops.clear();
        return all;
    }
}
