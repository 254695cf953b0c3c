// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/**
 * An operation as a change holds it. The ids in a change know no fork branches; {@link #resolved} has them. Its own id follows from its
 * place in the change.
 *
 * @param key the key of a map, or null in a sequence
 * @param element in a sequence, the element to change or to insert after; null for the beginning
 * @param preds what it overwrites, ascending
 * @param mark the name of a mark that begins here, else null
 */
record ChangeOp(ObjectId object, String key, OpId element, boolean insert, int action, Scalar value, OpId[] preds, boolean expand,
        String mark) {

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
