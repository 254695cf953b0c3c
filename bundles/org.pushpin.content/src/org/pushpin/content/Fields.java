// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

/**
 * A map of a document that may hold anything, read as what one hopes for. Nothing here throws because of what a document
 * says: a missing field and one of another type are the same.
 *
 * @param doc a snapshot, or an edit, which sees its own writes
 * @param map a MAP or TABLE object
 */
public record Fields(Read doc, ObjectId map) {

    public static Fields root(Read doc) {
        return new Fields(doc, ObjectId.ROOT);
    }

    public Optional<Value> value(String key) {
        return doc.get(map, key);
    }

    /** A string, or a text as a string; empty text when absent. */
    public String string(String key) {
        return value(key).map(this::asString).orElse("");
    }

    private String asString(Value value) {
        return switch (value) {
            case Scalar.Str str -> str.value();
            case ObjectValue object when object.type() == ObjectType.TEXT -> doc.text(object.id());
            default -> "";
        };
    }

    /** Any number, if it is finite. */
    public OptionalDouble number(String key) {
        double number = value(key).map(Fields::asNumber).orElse(Double.NaN);
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static double asNumber(Value value) {
        return switch (value) {
            case Scalar.F64 f64 -> f64.value();
            case Scalar.Int whole -> whole.value();
            case Scalar.Uint bits -> bits.bits() >= 0 ? bits.bits() : bits.bits() + 0x1p64;
            case Scalar.Counter counter -> counter.value();
            default -> Double.NaN;
        };
    }

    /** A whole number: of an int, an uint up to 2⁶³ − 1, or a counter. */
    public OptionalLong whole(String key) {
        return value(key).map(Fields::asWhole).orElse(OptionalLong.empty());
    }

    private static OptionalLong asWhole(Value value) {
        return switch (value) {
            case Scalar.Int whole -> OptionalLong.of(whole.value());
            case Scalar.Uint bits when bits.bits() >= 0 -> OptionalLong.of(bits.bits());
            case Scalar.Counter counter -> OptionalLong.of(counter.value());
            default -> OptionalLong.empty();
        };
    }

    /** Whether the field is exactly true. */
    public boolean isTrue(String key) {
        return value(key).filter(new Scalar.Bool(true)::equals).isPresent();
    }

    /** The object in this field, if it is of this type. */
    public Optional<ObjectId> object(String key, ObjectType type) {
        return value(key).flatMap(value -> value instanceof ObjectValue object && object.type() == type
                ? Optional.of(object.id()) : Optional.empty());
    }

    /** The map in this field. */
    public Optional<Fields> map(String key) {
        return object(key, ObjectType.MAP).map(id -> new Fields(doc, id));
    }

    /**
     * Makes the field's text say {@code text}: by the smallest change of a TEXT object, so that what others type meanwhile
     * stays; as a new one where there is none.
     */
    public static void write(Edit edit, ObjectId map, String key, String text) {
        Optional<ObjectId> present = new Fields(edit, map).object(key, ObjectType.TEXT);
        ObjectId target = present.orElseGet(() -> edit.putObject(map, key, ObjectType.TEXT));
        String was = edit.text(target);
        if (was.equals(text)) return;
        int head = commonHead(was, text);
        int tail = commonTail(was, text, head);
        edit.splice(target, head, was.length() - head - tail, text.substring(head, text.length() - tail));
    }

    /**
     * Does what an editor asks: replaces a range of a TEXT object, cut to what there is of it. Anything else in the
     * object's place is left alone.
     */
    public static void splice(Edit edit, Intent.Splice splice) {
        if (!edit.type(splice.text()).equals(Optional.of(ObjectType.TEXT))) return;
        int length = edit.length(splice.text());
        int at = Math.clamp(splice.at(), 0, length);
        int delete = Math.clamp(splice.delete(), 0, length - at);
        if (delete > 0 || !splice.insert().isEmpty()) edit.splice(splice.text(), at, delete, splice.insert());
    }

    private static int commonHead(String a, String b) {
        int limit = Math.min(a.length(), b.length());
        int same = 0;
        while (same < limit && a.charAt(same) == b.charAt(same)) same++;
        boolean splitsPair = same > 0 && Character.isHighSurrogate(a.charAt(same - 1));
        return splitsPair ? same - 1 : same;
    }

    private static int commonTail(String a, String b, int head) {
        int limit = Math.min(a.length(), b.length()) - head;
        int same = 0;
        while (same < limit && a.charAt(a.length() - 1 - same) == b.charAt(b.length() - 1 - same)) same++;
        boolean splitsPair = same > 0 && Character.isLowSurrogate(a.charAt(a.length() - same));
        return splitsPair ? same - 1 : same;
    }
}
