// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Content;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Span;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Steps as {@code node/oracle.mjs} reads them: an array of the name and what belongs to it. */
final class NodeSteps {
    private NodeSteps() {
    }

    static JsonArray json(Step step) {
        return switch (step) {
            case Step.Create s -> array("create", s.replica(), s.actor().toString());
            case Step.Begin s -> array("begin", s.replica());
            case Step.Commit s -> array("commit", s.message(), s.time());
            case Step.Rollback s -> array("rollback");
            case Step.Merge s -> array("merge", s.from(), s.to());
            case Step.Fork s -> array("fork", s.from(), s.to(), s.actor().toString());
            case Step.ForkAt s -> array("forkAt", s.from(), s.to(), s.actor().toString(), hashes(s.heads()));
            case Step.Empty s -> array("empty", s.replica(), s.message(), s.time());
            case Step.CursorAt s -> array("cursorAt", s.replica(), s.object(), s.index().units());
            case Step.CursorPosition s -> array("cursorPosition", s.replica(), s.object(), s.cursor());
            case Step.Apply s -> array("apply", s.replica(), base64(s.bytes()));
            case Step.Load s -> array("load", s.replica(), base64(s.bytes()));
            case Step.Check s -> array("check", s.replica());
            case Step.CheckAt s -> array("checkAt", s.replica(), hashes(s.heads()));
            case Step.Write s -> write(s);
        };
    }

    private static JsonArray write(Step.Write write) {
        String object = write.object().toString();
        return switch (write) {
            case Step.Put w -> array("put", object, place(w.place()), value(w.value()));
            case Step.PutObject w -> array("putObject", object, place(w.place()), w.type().name());
            case Step.Insert w -> array("insert", object, w.index().units(), value(w.value()));
            case Step.InsertObject w -> array("insertObject", object, w.index().units(), w.type().name());
            case Step.Delete w -> array("delete", object, place(w.place()));
            case Step.Increment w -> array("increment", object, place(w.place()), Long.toString(w.by()));
            case Step.Mark w -> array("mark", object, w.from().units(), w.to().units(), grow(w.grow()), w.name(), value(w.value()));
            case Step.Unmark w -> array("unmark", object, w.from().units(), w.to().units(), grow(w.grow()), w.name());
            case Step.SplitBlock w -> array("splitBlock", object, w.index().units(), content(w.block()));
            case Step.JoinBlock w -> array("joinBlock", object, w.index().units());
            case Step.ReplaceBlock w -> array("updateBlock", object, w.index().units(), content(w.block()));
            case Step.UpdateText w -> array("updateText", object, w.text());
            case Step.UpdateSpans w -> array("updateSpans", object, array(w.spans().stream().map(NodeSteps::span).toArray()));
            case Step.Splice w -> array("splice", object, w.at().units(), w.delete().units(), w.text());
        };
    }

    private static String grow(Step.Grow grow) {
        return grow.name().toLowerCase(Locale.ROOT);
    }

    private static JsonArray array(Object... values) {
        JsonArray array = new JsonArray();
        for (Object value : values) {
            switch (value) {
                case null -> array.add((String) null);
                case Number n -> array.add(n);
                case JsonElement e -> array.add(e);
                default -> array.add(value.toString());
            }
        }
        return array;
    }

    private static JsonObject span(Span span) {
        JsonObject object = new JsonObject();
        switch (span) {
            case Span.Block block -> {
                object.addProperty("type", "block");
                object.add("value", content(new Content.Entries(block.value())));
            }
            case Span.Text piece -> {
                object.addProperty("type", "text");
                object.addProperty("value", piece.text());
                object.add("marks", content(new Content.Entries(Map.copyOf(piece.marks()))));
            }
        }
        return object;
    }

    /** What is in a block; of scalars only booleans. A string of JavaScript is a text. */
    private static JsonElement content(Content content) {
        return switch (content) {
            case Content.Entries c -> {
                JsonObject object = new JsonObject();
                c.entries().forEach((key, value) -> object.add(key, content(value)));
                yield object;
            }
            case Content.Elements c -> array(c.elements().stream().map(NodeSteps::content).toArray());
            case Content.Characters c -> new JsonPrimitive(c.text());
            case Scalar.Str s -> new JsonPrimitive(s.value());
            case Scalar.Bool b -> new JsonPrimitive(b.value());
            default -> throw new IllegalArgumentException("not in a block");
        };
    }

    static JsonArray hashes(Collection<ChangeHash> hashes) {
        return array(hashes.toArray());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Object place(Step.Place place) {
        return switch (place) {
            case Step.Key key -> key.name();
            case Step.Index index -> index.units();
        };
    }

    private static JsonArray value(Scalar value) {
        return switch (value) {
            case Scalar.Null n -> array("null", "");
            case Scalar.Bool b -> array("boolean", b.value());
            case Scalar.Int i -> array("int", Long.toString(i.value()));
            case Scalar.Uint u -> array("uint", Long.toUnsignedString(u.bits()));
            case Scalar.F64 f -> array("f64", HexFormat.of().toHexDigits(Double.doubleToRawLongBits(f.value())));
            case Scalar.Str s -> array("str", s.value());
            case Scalar.Bytes b -> array("bytes", HexFormat.of().formatHex(b.toByteArray()));
            case Scalar.Counter c -> array("counter", Long.toString(c.value()));
            case Scalar.Timestamp t -> array("timestamp", Long.toString(t.millis()));
            case Scalar.Unknown u -> throw new IllegalArgumentException("a value of an unknown type");
        };
    }
}
