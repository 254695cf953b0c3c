// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Value;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;

/** From what the engine keeps to what its users see. */
public final class Values {
    private Values() {
    }

    /** @param op as it shows */
    public static Value of(Op op, Authors authors) {
        ObjectType made = Action.made(op.action());
        return made == null ? op.value() : new ObjectValue(objectId(op.id(), authors), made);
    }

    public static ObjectId objectId(long id, Authors authors) {
        return id == Ids.NONE ? ObjectId.ROOT : ObjectId.of(authors.opId(id));
    }
}
