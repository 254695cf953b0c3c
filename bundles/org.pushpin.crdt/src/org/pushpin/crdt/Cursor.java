// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Objects;
import java.util.Optional;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.ByteWriter;

/**
 * A place in a list or text that goes along with what is inserted and deleted around it: the beginning, the end, or an element. Made by
 * {@link Read#cursor}, found again by {@link Read#position}. Immutable, compares by content; any thread. Both forms are Automerge's
 * ({@code cursor.rs}).
 *
 * <pre>
 * text      meaning                    bytes
 * s         beginning                  01 01
 * e         end                        01 02
 * 12@ab     element, {@link Move#AFTER}     01 03 ULEB length, actor, ULEB counter, 02
 * -12@ab    element, {@link Move#BEFORE}    01 03 ULEB length, actor, ULEB counter, 01
 *                                      00 ULEB length, actor, ULEB counter (older, read only)
 * </pre>
 */
public final class Cursor {
    /** The beginning, whatever is inserted there. */
    public static final Cursor START = new Cursor(null, Move.BEFORE);
    /** The end, whatever is inserted there. */
    public static final Cursor END = new Cursor(null, Move.AFTER);

    private static final int VERSION = 1;
    private static final int OPERATION = 3;
    /** The greatest counter of an operation. */
    private static final long MOST = 0xFFFF_FFFFL;

    /** Where a cursor goes when its element is deleted. */
    public enum Move {
        /** To the element before that still shows, or to the beginning. */
        BEFORE,
        /** To the element behind that still shows, or to the end. */
        AFTER
    }

    private final OpId operation;
    private final Move move;

    private Cursor(OpId operation, Move move) {
        this.operation = operation;
        this.move = Objects.requireNonNull(move);
    }

    /** @param operation that made or last changed an element */
    public static Cursor of(OpId operation, Move move) {
        if (operation.counter() < 1 || operation.counter() > MOST) {
            throw new IllegalArgumentException("operation " + operation.counter());
        }
        return new Cursor(operation, move);
    }

    /** The operation that made or last changed the element when the cursor was made; empty for {@link #START} and {@link #END}. */
    public Optional<OpId> operation() {
        return Optional.ofNullable(operation);
    }

    public Move move() {
        return move;
    }

    /** @throws IllegalArgumentException if it is not the text form of a cursor */
    public static Cursor parse(String text) {
        if (text.length() == 1) {
            return switch (text) {
                case "s" -> START;
                case "e" -> END;
                default -> throw new IllegalArgumentException("not a cursor");
            };
        }
        return text.startsWith("-") ? of(OpId.parse(text.substring(1)), Move.BEFORE) : of(OpId.parse(text), Move.AFTER);
    }

    /** @throws MalformedException if it is not the binary form of a cursor */
    public static Cursor parse(byte[] bytes) throws MalformedException {
        ByteReader in = new ByteReader(bytes);
        int version = in.readByte();
        if (version > VERSION) {
            throw new MalformedException("a cursor of a newer version");
        }
        int kind = version == 0 ? OPERATION : in.readByte();
        Cursor cursor = kind == OPERATION ? readElement(in, version) : ofKind(kind);
        if (!in.isAtEnd()) {
            throw new MalformedException("more than a cursor");
        }
        return cursor;
    }

    private static Cursor ofKind(int kind) throws MalformedException {
        return switch (kind) {
            case 1 -> START;
            case 2 -> END;
            default -> throw new MalformedException("a cursor of an unknown kind");
        };
    }

    private static Cursor readElement(ByteReader in, int version) throws MalformedException {
        ActorId actor = in.readActor();
        OpId operation = new OpId(in.readCounter(), actor);
        int move = version == 0 ? 2 : in.readByte();
        if (move != 1 && move != 2) {
            throw new MalformedException("a cursor that moves in an unknown way");
        }
        return of(operation, move == 1 ? Move.BEFORE : Move.AFTER);
    }

    /** The binary form; it does not say in which branch of its actor's fork the operation is, if there is one. */
    public byte[] toByteArray() {
        ByteWriter out = new ByteWriter(32);
        out.writeByte(VERSION);
        if (operation == null) {
            out.writeByte(move == Move.BEFORE ? 1 : 2);
            return out.toByteArray();
        }
        out.writeByte(OPERATION);
        out.writePrefixed(operation.actor().shared());
        out.writeUnsigned(operation.counter());
        out.writeByte(move == Move.BEFORE ? 1 : 2);
        return out.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor c && move == c.move && Objects.equals(operation, c.operation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operation, move);
    }

    /** The text form. */
    @Override
    public String toString() {
        if (operation == null) {
            return move == Move.BEFORE ? "s" : "e";
        }
        return (move == Move.BEFORE ? "-" : "") + operation;
    }
}
