// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.history.OpLog;
import org.pushpin.crdt.internal.history.OpLogBuilder;
import org.pushpin.crdt.internal.history.OpRun.Kind;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.Runs;

/**
 * Derives the operation log from the objects, which hold every operation: deletions as successors of what they deleted. Cost O(n log n) in
 * the runs of operations.
 */
public final class LogBuilder {
    private final OpLogBuilder log = new OpLogBuilder();

    private LogBuilder() {
    }

    /** @throws MalformedException if two operations have one id */
    public static OpLog build(Trie<Long, StoredObject> objects) throws MalformedException {
        LogBuilder builder = new LogBuilder();
        objects.forEach((id, object) -> {
            switch (object) {
                case StoredObject.MapObject map -> map.registers().forEach((key, ops) -> builder.addKey(id, key, ops));
                case StoredObject.SequenceObject sequence -> builder.addElements(id, sequence.sequence().runs());
            }
        });
        return builder.log.finish();
    }

    private void addKey(long map, String key, Op[] ops) {
        for (Op op : ops) {
            log.add(Kind.MAP, op.id(), 1, map, Ids.NONE, key, 0);
            for (long later : op.succ()) {
                if (Register.find(ops, later) == null) {
                    log.add(Kind.MAP, later, 1, map, Ids.NONE, key, 0);
                }
            }
        }
    }

    private void addElements(long sequence, Runs runs) {
        while (runs.next()) {
            long first = runs.element();
            log.add(Kind.INSERT, first, runs.length(), sequence, first, null, 1);
            if (runs.register() != null) {
                addElement(sequence, first, runs.register());
            } else if (runs.deleter() != Ids.NONE) {
                addDeletions(sequence, first, runs);
            }
        }
    }

    /** A deletion run may go backwards through the elements; the log has it in the order of the deletions. */
    private void addDeletions(long sequence, long first, Runs runs) {
        if (runs.stride() < 0) {
            int last = runs.length() - 1;
            log.add(Kind.DELETE, Ids.plus(runs.deleter(), -last), runs.length(), sequence, Ids.plus(first, last), null, -1);
        } else {
            log.add(Kind.DELETE, runs.deleter(), runs.length(), sequence, first, null, 1);
        }
    }

    private void addElement(long sequence, long element, Op[] ops) {
        for (Op op : ops) {
            if (op.id() != element) {
                log.add(Kind.UPDATE, op.id(), 1, sequence, element, null, 1);
            }
            for (long later : op.succ()) {
                if (Register.find(ops, later) == null) {
                    log.add(Kind.DELETE, later, 1, sequence, element, null, 1);
                }
            }
        }
    }
}
