// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

import java.util.Arrays;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Register;

/**
 * A leaf: spans in order, eight ints each ({@link Span}); the characters of its regular spans, in the same order, deleted ones too; the
 * registers of its irregular elements. The methods here keep these three in step and know nothing of the tree.
 */
public final class Leaf extends Node {
    private static final int SLACK = 2;
    private static final int SLACK_BYTES = 32;

    public int count;
    public int[] spans;
    /** Bytes of {@link #chars} in use. */
    public int used;
    public byte[] chars;
    /** By span, null for a regular one; null if all are regular. */
    public Register[] registers;

    public Leaf(int id, Object owner, int spans, int bytes) {
        super(id, owner);
        this.spans = new int[spans * Span.SIZE];
        this.chars = new byte[bytes];
    }

    private Leaf(Leaf other, Object owner) {
        super(other.id, owner);
        count = other.count;
        spans = Arrays.copyOf(other.spans, (count + SLACK) * Span.SIZE);
        used = other.used;
        chars = Arrays.copyOf(other.chars, used + SLACK_BYTES);
        registers = other.registers == null ? null : Arrays.copyOf(other.registers, count + SLACK);
    }

    @Override
    public int height() {
        return 0;
    }

    @Override
    public Leaf copy(Object newOwner) {
        return new Leaf(this, newOwner);
    }

    @Override
    public void sum(int[] sums, int at, Authors authors) {
        long least = 0;
        Arrays.fill(sums, at, at + Inner.SIZE, 0);
        for (int s = 0; s < count * Span.SIZE; s += Span.SIZE) {
            for (int d = Inner.UNITS; d <= Inner.BYTES; d++) {
                sums[at + d] += Span.measure(spans, s, d);
            }
            sums[at + Inner.SPECIALS] += Span.special(spans, s);
            sums[at + Inner.ELEMENTS] += spans[s + Span.LENGTH];
            least = Inner.lesser(Span.id(spans, s, 0), least, authors);
        }
        sums[at + Inner.LEAST_COUNTER] = (int) (least >>> 32);
        sums[at + Inner.LEAST_AUTHOR] = (int) least;
        sums[at + Inner.ID] = id;
    }

    /** The span that has an element; −1 if none has. */
    public int find(int author, int counter) {
        for (int i = 0, at = 0; i < count; i++, at += Span.SIZE) {
            if (Span.contains(spans, at, author, counter)) {
                return i;
            }
        }
        return -1;
    }

    public Register register(int span) {
        return registers == null ? null : registers[span];
    }

    /** Where the characters of a span begin. */
    public int charsOf(int span) {
        int bytes = 0;
        for (int at = 0; at < span * Span.SIZE; at += Span.SIZE) {
            bytes += Span.stored(spans, at);
        }
        return bytes;
    }

    /** How many bytes elements of a regular span take. */
    public int bytesOf(int span, int from, int elements) {
        int at = span * Span.SIZE;
        if (Span.stored(spans, at) == spans[at + Span.LENGTH]) {
            return elements;
        }
        int start = charsOf(span);
        start += CodePoints.bytes(chars, start, from);
        return CodePoints.bytes(chars, start, elements);
    }

    /** How many UTF-16 units elements of a regular span take. */
    public int unitsOf(int span, int from, int elements) {
        int at = span * Span.SIZE;
        if (Span.storedUnits(spans, at) == spans[at + Span.LENGTH]) {
            return elements;
        }
        int start = charsOf(span);
        start += CodePoints.bytes(chars, start, from);
        return CodePoints.units(chars, start, CodePoints.bytes(chars, start, elements));
    }

    /** The operations of an element. */
    public Register ops(int span, int offset) {
        Register register = register(span);
        if (register != null) {
            return register;
        }
        int at = span * Span.SIZE;
        int point = CodePoints.codePoint(chars, charsOf(span) + bytesOf(span, 0, offset));
        return Elements.op(Span.id(spans, at, offset), point, Span.deleter(spans, at, offset));
    }

    /** Makes room for a span, whose ints are then undefined. */
    public void insertSlot(int slot) {
        if ((count + 1) * Span.SIZE > spans.length) {
            int capacity = count + 1 + Math.max(SLACK, count / 4);
            spans = Arrays.copyOf(spans, capacity * Span.SIZE);
            registers = registers == null ? null : Arrays.copyOf(registers, capacity);
        }
        System.arraycopy(spans, slot * Span.SIZE, spans, (slot + 1) * Span.SIZE, (count - slot) * Span.SIZE);
        if (registers != null) {
            System.arraycopy(registers, slot, registers, slot + 1, count - slot);
            registers[slot] = null;
        }
        count++;
    }

    /** Removes a span, but not its characters. */
    public void removeSlot(int slot) {
        count--;
        System.arraycopy(spans, (slot + 1) * Span.SIZE, spans, slot * Span.SIZE, (count - slot) * Span.SIZE);
        if (registers != null) {
            System.arraycopy(registers, slot + 1, registers, slot, count - slot);
            registers[count] = null;
        }
    }

    public void register(int span, Register ops) {
        if (registers == null && ops != null) {
            registers = new Register[spans.length / Span.SIZE];
        }
        if (registers != null) {
            registers[span] = ops;
        }
    }

    public void insertChars(int at, byte[] utf8, int offset, int length) {
        if (used + length > chars.length) {
            chars = Arrays.copyOf(chars, used + length + Math.max(SLACK_BYTES, used / 4));
        }
        if (at < used) {
            System.arraycopy(chars, at, chars, at + length, used - at);
        }
        if (length == 1) {
            chars[at] = utf8[offset];
        } else {
            System.arraycopy(utf8, offset, chars, at, length);
        }
        used += length;
    }

    public void removeChars(int at, int length) {
        used -= length;
        System.arraycopy(chars, at + length, chars, at, used - at);
    }

    /** Cuts a regular span in two. @param offset of the element that becomes the first of the second, neither first nor last + 1 */
    public void cut(int span, int offset) {
        int at = span * Span.SIZE;
        int bytes = bytesOf(span, 0, offset);
        int units = unitsOf(span, 0, offset);
        insertSlot(span + 1);
        int next = at + Span.SIZE;
        System.arraycopy(spans, at, spans, next, Span.SIZE);
        advance(next, offset, bytes, units);
        int flags = spans[at + Span.INFO] & Span.FALLING;
        spans[at + Span.LENGTH] = offset;
        spans[at + Span.INFO] = Span.info(bytes, units, offset == 1 ? 0 : flags);
    }

    /** Takes elements off the front of a regular span. */
    private void advance(int at, int elements, int bytes, int units) {
        int left = spans[at + Span.LENGTH] - elements;
        if (spans[at + Span.DEL_AUTHOR] >= 0) {
            spans[at + Span.DEL_COUNTER] += Span.stride(spans, at) * elements;
        }
        spans[at + Span.REF_AUTHOR] = spans[at + Span.AUTHOR];
        spans[at + Span.REF_COUNTER] = spans[at + Span.COUNTER] + elements - 1;
        spans[at + Span.COUNTER] += elements;
        spans[at + Span.LENGTH] = left;
        int flags = left == 1 ? 0 : spans[at + Span.INFO] & Span.FALLING;
        spans[at + Span.INFO] = Span.info(Span.stored(spans, at) - bytes, Span.storedUnits(spans, at) - units, flags);
    }

    /** Joins a span and the next if they can be one. */
    public boolean join(int span) {
        if (span < 0 || span + 1 >= count) {
            return false;
        }
        int at = span * Span.SIZE;
        int next = at + Span.SIZE;
        int flags = Span.joint(spans, at, next);
        int bytes = Span.stored(spans, at) + Span.stored(spans, next);
        if (flags < 0 || bytes > Span.MOST_BYTES) {
            return false;
        }
        int units = Span.storedUnits(spans, at) + Span.storedUnits(spans, next);
        spans[at + Span.LENGTH] += spans[next + Span.LENGTH];
        spans[at + Span.INFO] = Span.info(bytes, units, flags);
        removeSlot(span + 1);
        return true;
    }

    /** Moves the spans from one on to another, empty leaf. */
    public void moveTo(Leaf other, int from) {
        int moved = count - from;
        int start = charsOf(from);
        other.spans = Arrays.copyOfRange(spans, from * Span.SIZE, (count + SLACK) * Span.SIZE);
        other.chars = Arrays.copyOfRange(chars, start, used + SLACK_BYTES);
        other.registers = registers == null ? null : Arrays.copyOfRange(registers, from, count + SLACK);
        other.count = moved;
        other.used = used - start;
        if (registers != null) {
            Arrays.fill(registers, from, count, null);
        }
        count = from;
        used = start;
    }
}
