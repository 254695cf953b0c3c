// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Iterator;
import java.util.stream.IntStream;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

/**
 * A document's present content as JSON (RFC 8259), indented by two spaces, keys in the order of their UTF-8 bytes.
 *
 * <table>
 * <caption>Values</caption>
 * <tr><td>map, table</td><td>object</td></tr>
 * <tr><td>list</td><td>array</td></tr>
 * <tr><td>string, text</td><td>string</td></tr>
 * <tr><td>int, uint, counter</td><td>number without a fraction; a counter is its sum</td></tr>
 * <tr><td>float</td><td>number with a fraction or an exponent; {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"} as strings</td></tr>
 * <tr><td>timestamp</td><td>string, ISO 8601 in UTC with milliseconds: {@code "2026-05-22T09:41:00.000Z"}; years beyond
 *     0000 to 9999 with a sign and at least six digits</td></tr>
 * <tr><td>bytes, unknown types</td><td>string, base64 with padding (RFC 4648 §4)</td></tr>
 * <tr><td>boolean, null</td><td>the same</td></tr>
 * </table>
 *
 * Where people wrote at the same time, the value that won. Linear in the document, whatever its depth.
 */
public final class JsonDocument {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 10, SignStyle.NORMAL).appendPattern("-MM-dd'T'HH:mm:ss.SSSX").toFormatter()
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FAR = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 6, 10, SignStyle.ALWAYS).appendPattern("-MM-dd'T'HH:mm:ss.SSSX").toFormatter()
            .withZone(ZoneOffset.UTC);

    private final Doc document;
    private final Appendable out;
    private final Deque<Level> open = new ArrayDeque<>();

    /** An object or array that has been begun; its members as keys, or as indexes. */
    private record Level(ObjectId id, boolean array, Iterator<?> members) {}

    private JsonDocument(Doc document, Appendable out) {
        this.document = document;
        this.out = out;
    }

    /** Writes the document, without a line's end after it. */
    public static void write(Doc document, Appendable out) throws IOException {
        new JsonDocument(document, out).write();
    }

    public static String of(Doc document) {
        StringBuilder text = new StringBuilder();
        try {
            write(document, text);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString();
    }

    /** One turn writes one member or closes one level: with a stack of its own, so that no depth is too deep. */
    private void write() throws IOException {
        begin(new ObjectValue(ObjectId.ROOT, ObjectType.MAP));
        for (boolean first = true; !open.isEmpty();) {
            Level level = open.peek();
            if (!level.members().hasNext()) {
                open.pop();
                if (!first) newLine();
                out.append(level.array() ? ']' : '}');
                first = false;
            } else {
                if (!first) out.append(',');
                newLine();
                first = member(level);
            }
        }
    }

    /** @return whether the next thing written is the first inside its level */
    private boolean member(Level level) throws IOException {
        Object member = level.members().next();
        Value value;
        if (level.array()) {
            value = document.get(level.id(), (Integer) member).orElse(Scalar.NULL);
        } else {
            string((String) member);
            out.append(": ");
            value = document.get(level.id(), (String) member).orElse(Scalar.NULL);
        }
        if (value instanceof ObjectValue object && object.type() != ObjectType.TEXT) {
            begin(object);
            return true;
        }
        leaf(value);
        return false;
    }

    private void begin(ObjectValue object) throws IOException {
        boolean array = object.type() == ObjectType.LIST;
        Iterator<?> members = array ? IntStream.range(0, document.length(object.id())).iterator()
                : document.keys(object.id()).iterator();
        open.push(new Level(object.id(), array, members));
        out.append(array ? '[' : '{');
    }

    private void newLine() throws IOException {
        out.append('\n');
        for (int i = open.size(); i > 0; i--) out.append("  ");
    }

    private void leaf(Value value) throws IOException {
        switch (value) {
            case ObjectValue text -> string(document.text(text.id()));
            case Scalar.Str str -> string(str.value());
            case Scalar.Bytes bytes -> string(base64(bytes));
            case Scalar.Unknown unknown -> string(base64(unknown.bytes()));
            case Scalar.Timestamp time -> string(time(time.millis()));
            case Scalar.F64 number -> number(number.value());
            case Scalar.Int number -> out.append(Long.toString(number.value()));
            case Scalar.Uint number -> out.append(Long.toUnsignedString(number.bits()));
            case Scalar.Counter counter -> out.append(Long.toString(counter.value()));
            case Scalar.Bool bool -> out.append(Boolean.toString(bool.value()));
            case Scalar.Null none -> out.append("null");
        }
    }

    private void number(double number) throws IOException {
        if (Double.isFinite(number)) out.append(Double.toString(number));
        else string(Double.toString(number));
    }

    private static String base64(Scalar.Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String time(long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return (year >= 0 && year <= 9999 ? TIME : FAR).format(time);
    }

    /** Escapes what RFC 8259 §7 asks for, and halves of characters that UTF-8 cannot hold. */
    private void string(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7F || isLone(text, i)) out.append("\\u%04x".formatted((int) c));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
