// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Arrays;

/**
 * An operation as a change holds it. Its own id follows from its place in the change. The ids in a change know no fork branches.
 *
 * @param key the key of a map, or null in a sequence
 * @param element in a sequence, the element to change or to insert after; null for the beginning
 * @param preds what it overwrites, ascending
 * @param mark the name of a mark that begins here, else null
 */
record ChangeOp(ObjectId object, String key, OpId element, boolean insert, int action, Scalar value, OpId[] preds, boolean expand,
        String mark) {

    /** Without fork branches: what differs in them only is one on the wire. */
    ChangeOp asOnWire() {
        OpId[] plain = Arrays.stream(preds).map(p -> new OpId(p.counter(), p.actor())).distinct().toArray(OpId[]::new);
        return new ChangeOp(object, key, element, insert, action, value, plain, expand, mark);
    }

    static ChangeOp onKey(ObjectId map, String key, int action, Scalar value, OpId[] preds) {
        return new ChangeOp(map, key, null, false, action, value, preds, false, null);
    }

    static ChangeOp onElement(ObjectId sequence, OpId element, int action, Scalar value, OpId[] preds) {
        return new ChangeOp(sequence, null, element, false, action, value, preds, false, null);
    }

    static ChangeOp insertion(ObjectId sequence, OpId after, int action, Scalar value) {
        return new ChangeOp(sequence, null, after, true, action, value, Op.NONE, false, null);
    }
}
