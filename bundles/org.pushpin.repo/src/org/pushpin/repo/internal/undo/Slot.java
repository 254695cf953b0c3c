// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Value;

/** A place that holds a value: a key of a map, or an element of a list. */
sealed interface Slot {

    /** The map or list. */
    ObjectId object();

    /** The operations whose values show there, the winner last; none where nothing shows. */
    List<OpId> puts(Read read);

    /** The value that won. */
    Optional<Value> value(Read read);

    /** Who deleted a value there. */
    List<OpId> deleters(Read read, OpId put);

    /** A key. */
    record Key(ObjectId object, String key) implements Slot {

        @Override
        public List<OpId> puts(Read read) {
            return read.puts(object, key);
        }

        @Override
        public Optional<Value> value(Read read) {
            return read.get(object, key);
        }

        @Override
        public List<OpId> deleters(Read read, OpId put) {
            return read.deleters(object, key, put);
        }
    }

    /** An element. */
    record Element(ObjectId object, OpId element) implements Slot {

        @Override
        public List<OpId> puts(Read read) {
            return read.indexOf(object, element).stream().mapToObj(index -> read.puts(object, index)).findFirst().orElse(List.of());
        }

        @Override
        public Optional<Value> value(Read read) {
            return read.indexOf(object, element).stream().mapToObj(index -> read.get(object, index)).findFirst().orElse(Optional.empty());
        }

        @Override
        public List<OpId> deleters(Read read, OpId put) {
            return read.deleters(object, element, put);
        }
    }

    /** The operation whose value won. */
    default Optional<OpId> winner(Read read) {
        List<OpId> puts = puts(read);
        return puts.isEmpty() ? Optional.empty() : Optional.of(puts.get(puts.size() - 1));
    }
}
