// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

/**
 * A document as JSON for people and other programs: maps with sorted keys, lists, texts as strings, byte strings in
 * base64, timestamps as ISO 8601 in UTC with milliseconds ({@code 1941-04-26T12:17:01.000Z}), counters as numbers,
 * unsigned integers as numbers up to 2⁶⁴−1, floating-point numbers as JSON numbers but {@code "NaN"},
 * {@code "Infinity"} and {@code "-Infinity"} as strings, values of unknown types as {@code {"unknown": type, "bytes":
 * base64}}. Of conflicting values the winner. Any thread; linear in the document.
 */
public final class DocumentJson {

    /** Deeper objects are left out; nobody writes such, but a hostile file may. */
    private static final int MAX_DEPTH = 500;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Doc document;
    private final JsonWriter json;

    private DocumentJson(Doc document, Writer target) {
        this.document = document;
        this.json = new JsonWriter(target);
        json.setStrictness(Strictness.LENIENT);
        json.setHtmlSafe(false);
        json.setIndent("  ");
    }

    /** The document as JSON text, indented by two spaces, without a line end at its end. */
    public static String write(Doc document) {
        StringWriter target = new StringWriter();
        try {
            write(document, target);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes everything", e);
        }
        return target.toString();
    }

    /** The same, streamed. */
    public static void write(Doc document, Writer target) throws IOException {
        DocumentJson writer = new DocumentJson(document, target);
        writer.map(ObjectId.ROOT, 0);
        writer.json.flush();
    }

    private void map(ObjectId map, int depth) throws IOException {
        json.beginObject();
        for (String key : document.keys(map)) {
            Value value = document.get(map, key).orElse(null);
            if (value != null) {
                json.name(key);
                value(value, depth + 1);
            }
        }
        json.endObject();
    }

    private void list(ObjectId list, int depth) throws IOException {
        json.beginArray();
        for (int i = 0, length = document.length(list); i < length; i++) {
            Value value = document.get(list, i).orElse(null);
            if (value != null) {
                value(value, depth + 1);
            }
        }
        json.endArray();
    }

    private void value(Value value, int depth) throws IOException {
        switch (value) {
            case ObjectValue object when depth > MAX_DEPTH -> json.nullValue();
            case ObjectValue object -> object(object, depth);
            case Scalar scalar -> scalar(scalar);
        }
    }

    private void object(ObjectValue object, int depth) throws IOException {
        switch (object.type()) {
            case MAP, TABLE -> map(object.id(), depth);
            case LIST -> list(object.id(), depth);
            case TEXT -> json.value(document.text(object.id()));
        }
    }

    private void scalar(Scalar scalar) throws IOException {
        switch (scalar) {
            case Scalar.Null none -> json.nullValue();
            case Scalar.Bool bool -> json.value(bool.value());
            case Scalar.Int number -> json.value(number.value());
            case Scalar.Uint number -> json.value(new BigInteger(Long.toUnsignedString(number.bits())));
            case Scalar.F64 number -> number(number.value());
            case Scalar.Str text -> json.value(text.value());
            case Scalar.Bytes bytes -> json.value(Base64.getEncoder().encodeToString(bytes.toByteArray()));
            case Scalar.Counter counter -> json.value(counter.value());
            case Scalar.Timestamp time -> json.value(TIME.format(Instant.ofEpochMilli(time.millis())));
            case Scalar.Unknown unknown -> json.beginObject().name("unknown").value(unknown.typeCode()).name("bytes")
                    .value(Base64.getEncoder().encodeToString(unknown.bytes().toByteArray())).endObject();
        }
    }

    private void number(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.value(value);
        } else {
            json.value(Double.toString(value));
        }
    }
}
