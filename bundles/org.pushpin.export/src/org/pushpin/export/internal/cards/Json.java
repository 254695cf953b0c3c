// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.cards;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.FormattingStyle;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** JSON by the letter of RFC 8259, with its numbers as they were written and its members in their order. */
public final class Json {

    /** In bytes. */
    public static final long MOST = 64L << 20;
    /** Objects within objects. */
    private static final int DEEPEST = 100;

    private Json() {
    }

    /** An object; an empty file, as Obsidian makes them, is one without members. */
    public static JsonObject read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) MOST + 1);
        }
        if (bytes.length > MOST) throw new IOException("it has more than 64 MiB");
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.isBlank()) return new JsonObject();
            if (parse(text) instanceof JsonObject object) return object;
            throw new IOException("it is not a JSON object");
        } catch (CharacterCodingException otherwise) {
            throw new IOException("it is not UTF-8", otherwise);
        }
    }

    public static JsonElement parse(String text) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
        try {
            JsonElement read = JsonParser.parseReader(reader);
            if (reader.peek() == JsonToken.END_DOCUMENT) return read;
            throw new JsonParseException("something follows");
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new IOException("it is not JSON", e);
        }
    }

    /** With tabs, one member a line. */
    public static String write(JsonElement element) {
        return write(element, "\t");
    }

    /** In as few characters as it takes. */
    public static String compact(JsonElement element) {
        return write(element, "");
    }

    private static String write(JsonElement element, String indent) {
        return new GsonBuilder().serializeNulls().disableHtmlEscaping().setStrictness(Strictness.LENIENT) // numbers as they were read
                .setFormattingStyle(indent.isEmpty() ? FormattingStyle.COMPACT : FormattingStyle.PRETTY.withIndent(indent)).create().toJson(element);
    }

    /** A member that is a string; empty where there is none. */
    public static String string(JsonObject object, String name) {
        return object.get(name) instanceof com.google.gson.JsonPrimitive value && value.isString() ? value.getAsString() : "";
    }

    /** A member that is a finite number; NaN where there is none. */
    public static double number(JsonObject object, String name) {
        if (!(object.get(name) instanceof com.google.gson.JsonPrimitive value) || !value.isNumber()) return Double.NaN;
        double number = value.getAsDouble();
        return Double.isFinite(number) ? number : Double.NaN;
    }

    public static boolean isTrue(JsonObject object, String name) {
        return object.get(name) instanceof com.google.gson.JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    /** A member that is an object; an empty one where there is none. */
    public static JsonObject object(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject value ? value : new JsonObject();
    }
}
