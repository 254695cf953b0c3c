// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.util.HexFormat;
import java.util.List;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Content;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Span;

/** What both engines do: the same step, then the same observation. Replicas go by number; at most one transaction is open. */
public sealed interface Step {

    /** A replica without content, or one in the place of an older one. */
    record Create(int replica, ActorId actor) implements Step {
    }

    record Begin(int replica) implements Step {
    }

    /** Ends the open transaction. @param message may be null @param time seconds */
    record Commit(String message, long time) implements Step {
    }

    record Rollback() implements Step {
    }

    /** {@code to} gets all of {@code from}. */
    record Merge(int from, int to) implements Step {
    }

    /** {@code to} becomes a copy of {@code from} that writes as another actor. */
    record Fork(int from, int to, ActorId actor) implements Step {
    }

    /** {@code to} becomes a copy of {@code from} as of earlier heads. */
    record ForkAt(int from, int to, ActorId actor, List<ChangeHash> heads) implements Step {
    }

    /** A change without operations. */
    record Empty(int replica, String message, long time) implements Step {
    }

    /** Observes a cursor for a place in a text. */
    record CursorAt(int replica, ObjectId object, Index index) implements Step {
    }

    /** Observes where a cursor is now, in UTF-16 units. */
    record CursorPosition(int replica, ObjectId object, String cursor) implements Step {
    }

    /** Changes from outside, in any order, perhaps with gaps. */
    record Apply(int replica, byte[] bytes) implements Step {
        @Override
        public String toString() {
            return "Apply[replica=" + replica + ", bytes=" + HexFormat.of().formatHex(bytes) + "]";
        }
    }

    /** The replica goes on from a saved document. */
    record Load(int replica, byte[] bytes) implements Step {
        @Override
        public String toString() {
            return "Load[replica=" + replica + ", bytes=" + bytes.length + "]";
        }
    }

    /** Observes the whole content with all conflicts. */
    record Check(int replica) implements Step {
    }

    /** Observes the content as of earlier heads. */
    record CheckAt(int replica, List<ChangeHash> heads) implements Step {
    }

    /** A write in the open transaction. */
    sealed interface Write extends Step {
        ObjectId object();
    }

    /** Where in an object. */
    sealed interface Place {
    }

    record Key(String name) implements Place {
    }

    /** The same place, or length, in two units: UTF-16 units and code points of a text, elements of a list. */
    record Index(int units, int points) implements Place {
    }

    record Put(ObjectId object, Place place, Scalar value) implements Write {
    }

    record PutObject(ObjectId object, Place place, ObjectType type) implements Write {
    }

    record Insert(ObjectId object, Index index, Scalar value) implements Write {
    }

    record InsertObject(ObjectId object, Index index, ObjectType type) implements Write {
    }

    record Delete(ObjectId object, Place place) implements Write {
    }

    record Increment(ObjectId object, Place place, long by) implements Write {
    }

    record Splice(ObjectId object, Index at, Index delete, String text) implements Write {
    }

    /** Which neighbours a mark takes in. */
    enum Grow { NONE, BEFORE, AFTER, BOTH }

    record Mark(ObjectId object, Index from, Index to, Grow grow, String name, Scalar value) implements Write {
    }

    /** A block before an index of a text. */
    record SplitBlock(ObjectId object, Index index, Content.Entries block) implements Write {
    }

    record JoinBlock(ObjectId object, Index index) implements Write {
    }

    /** Another block in the place of one. */
    record ReplaceBlock(ObjectId object, Index index, Content.Entries block) implements Write {
    }

    /** Makes a text another by what has to change. */
    record UpdateText(ObjectId object, String text) implements Write {
    }

    /** The same with blocks and marks. */
    record UpdateSpans(ObjectId object, List<Span> spans) implements Write {
    }

    record Unmark(ObjectId object, Index from, Index to, Grow grow, String name) implements Write {
    }
}
