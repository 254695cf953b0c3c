// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.util.Date;

import org.automerge.ExpandMark;
import org.automerge.NewValue;
import org.automerge.ObjectId;
import org.automerge.ObjectType;
import org.automerge.Transaction;
import org.pushpin.crdt.Scalar;

/** Writes in a transaction of the bindings. */
final class NativeWrites {
    private NativeWrites() {
    }

    static String apply(Transaction transaction, Step.Write write) {
        ObjectId object = NativeIds.object(write.object());
        switch (write) {
            case Step.Put w -> put(transaction, object, w.place(), w.value());
            case Step.PutObject w when w.place() instanceof Step.Key key -> {
                return transaction.set(object, key.name(), type(w.type())).toString();
            }
            case Step.PutObject w -> {
                return transaction.set(object, points(w.place()), type(w.type())).toString();
            }
            case Step.Insert w -> insert(transaction, object, w.index().points(), w.value());
            case Step.InsertObject w -> {
                return transaction.insert(object, w.index().points(), type(w.type())).toString();
            }
            case Step.Delete w when w.place() instanceof Step.Key key -> transaction.delete(object, key.name());
            case Step.Delete w -> transaction.delete(object, points(w.place()));
            case Step.Increment w when w.place() instanceof Step.Key key -> transaction.increment(object, key.name(), w.by());
            case Step.Increment w -> transaction.increment(object, points(w.place()), w.by());
            case Step.Splice w -> transaction.spliceText(object, w.at().points(), w.delete().points(), w.text());
            case Step.Mark w -> mark(transaction, object, w);
            case Step.SplitBlock w -> throw unknown();
            case Step.JoinBlock w -> throw unknown();
            case Step.ReplaceBlock w -> throw unknown();
            case Step.UpdateText w -> throw unknown();
            case Step.UpdateSpans w -> throw unknown();
            case Step.Unmark w -> transaction.unmark(object, w.name(), w.from().points(), w.to().points(), grow(w.grow()));
        }
        return "";
    }

    private static IllegalStateException unknown() {
        return new IllegalStateException("the bindings make no blocks, and update no text");
    }

    private static ExpandMark grow(Step.Grow grow) {
        return ExpandMark.valueOf(grow.name());
    }

    private static void mark(Transaction transaction, ObjectId object, Step.Mark w) {
        long from = w.from().points();
        long to = w.to().points();
        if (w.value() instanceof Scalar.Int i) {
            transaction.mark(object, from, to, w.name(), i.value(), grow(w.grow()));
        } else {
            transaction.mark(object, from, to, w.name(), value(w.value()), grow(w.grow()));
        }
    }

    private static long points(Step.Place place) {
        return ((Step.Index) place).points();
    }

    private static ObjectType type(org.pushpin.crdt.ObjectType type) {
        return ObjectType.valueOf(type.name());
    }

    /** The bindings make a double of {@link NewValue#integer}, so integers go through the methods that take an int. */
    private static void put(Transaction transaction, ObjectId object, Step.Place place, Scalar value) {
        switch (place) {
            case Step.Key key when value instanceof Scalar.Int i -> transaction.set(object, key.name(), Math.toIntExact(i.value()));
            case Step.Key key -> transaction.set(object, key.name(), value(value));
            case Step.Index at when value instanceof Scalar.Int i -> transaction.set(object, at.points(), Math.toIntExact(i.value()));
            case Step.Index at -> transaction.set(object, (long) at.points(), value(value));
        }
    }

    private static void insert(Transaction transaction, ObjectId object, long index, Scalar value) {
        if (value instanceof Scalar.Int i) {
            transaction.insert(object, index, Math.toIntExact(i.value()));
        } else {
            transaction.insert(object, index, value(value));
        }
    }

    private static NewValue value(Scalar value) {
        return switch (value) {
            case Scalar.Null n -> NewValue.NULL;
            case Scalar.Bool b -> NewValue.bool(b.value());
            case Scalar.Uint u -> NewValue.uint(u.bits());
            case Scalar.F64 f -> NewValue.f64(f.value());
            case Scalar.Str s -> NewValue.str(s.value());
            case Scalar.Bytes b -> NewValue.bytes(b.toByteArray());
            case Scalar.Counter c -> NewValue.counter(c.value());
            case Scalar.Timestamp t -> NewValue.timestamp(new Date(t.millis()));
            case Scalar.Int i -> throw new IllegalArgumentException("an integer");
            case Scalar.Unknown u -> throw new IllegalArgumentException("a value of an unknown type");
        };
    }
}
