// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/** Documents as JSON: every kind of value, every depth. */
final class JsonDocumentTest {

    @Test
    void emptyDocumentIsAnEmptyObject() {
        assertEquals("{}", JsonDocument.of(Doc.empty()));
    }

    @Test
    void everyValueHasItsForm() {
        Doc doc = doc(edit -> {
            edit.put(ObjectId.ROOT, "null", Scalar.NULL);
            edit.put(ObjectId.ROOT, "bool", true);
            edit.put(ObjectId.ROOT, "int", Long.MIN_VALUE);
            edit.put(ObjectId.ROOT, "uint", new Scalar.Uint(-1));
            edit.put(ObjectId.ROOT, "whole", 3.0);
            edit.put(ObjectId.ROOT, "tiny", 5e-324);
            edit.put(ObjectId.ROOT, "nan", Double.NaN);
            edit.put(ObjectId.ROOT, "less", Double.NEGATIVE_INFINITY);
            edit.put(ObjectId.ROOT, "bytes", Scalar.of(new byte[] {(byte) 0x85, 0x6f, 0x4a, (byte) 0x83}));
            edit.put(ObjectId.ROOT, "counter", new Scalar.Counter(5));
            edit.increment(ObjectId.ROOT, "counter", 2);
            edit.splice(edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT), 0, 0, "né\n😀");
        });
        assertEquals("""
                {
                  "bool": true,
                  "bytes": "hW9Kgw==",
                  "counter": 7,
                  "int": -9223372036854775808,
                  "less": "-Infinity",
                  "nan": "NaN",
                  "null": null,
                  "text": "né\\n😀",
                  "tiny": 4.9E-324,
                  "uint": 18446744073709551615,
                  "whole": 3.0
                }""", JsonDocument.of(doc));
    }

    @Test
    void timestampsAreIso8601WithMilliseconds() {
        assertEquals("1941-04-26T08:17:01.000Z", time(-905182979000L));
        assertEquals("1970-01-01T00:00:00.001Z", time(1));
        assertEquals("9999-12-31T23:59:59.999Z", time(253402300799999L));
        assertEquals("+010000-01-01T00:00:00.000Z", time(253402300800000L));
        assertEquals("-000001-12-31T23:59:59.999Z", time(-62167219200001L));
        assertEquals("+292278994-08-17T07:12:55.807Z", time(Long.MAX_VALUE));
    }

    private static String time(long millis) {
        String json = JsonDocument.of(doc(edit -> edit.put(ObjectId.ROOT, "t", new Scalar.Timestamp(millis))));
        return json.substring(json.indexOf(": \"") + 3, json.lastIndexOf('"'));
    }

    @Test
    void stringsAreEscaped() {
        String json = JsonDocument.of(doc(edit -> edit.put(ObjectId.ROOT, "a\"\\", "\u0000\t\u007f\u2028/")));
        assertEquals("{\n  \"a\\\"\\\\\": \"\\u0000\\t\\u007f\u2028/\"\n}", json);
    }

    @Test
    void nestingIsIndentedAndKeysAreSorted() {
        Doc doc = doc(edit -> {
            ObjectId list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
            edit.insert(list, 0, Scalar.of(1));
            ObjectId map = edit.insertObject(list, 1, ObjectType.MAP);
            for (String key : new String[] {"\uff61", "😀", "b", "a", "B"}) edit.put(map, key, 0);
            edit.insertObject(list, 2, ObjectType.LIST);
            edit.putObject(ObjectId.ROOT, "table", ObjectType.TABLE);
        });
        assertEquals("""
                {
                  "list": [
                    1,
                    {
                      "B": 0,
                      "a": 0,
                      "b": 0,
                      "\uff61": 0,
                      "😀": 0
                    },
                    []
                  ],
                  "table": {}
                }""", JsonDocument.of(doc));
    }

    @Test
    void deepNestingIsWritten() {
        int depth = 60;
        Doc doc = doc(edit -> {
            ObjectId at = ObjectId.ROOT;
            for (int i = 0; i < depth; i++) at = edit.putObject(at, "in", ObjectType.MAP);
        });
        String json = JsonDocument.of(doc);
        assertEquals(depth + 1, json.chars().filter(c -> c == '}').count());
    }

    @Test
    void exemplarPrintsItsValues() throws Exception {
        Path exemplar = shared().resolve("conformance/automerge/exemplar");
        Assumptions.assumeTrue(Files.exists(exemplar), "shared conformance data is not here");
        String json = JsonDocument.of(Doc.load(Files.readAllBytes(exemplar)));
        for (String line : new String[] {"\"title\": \"Hello 🇬🇧👨‍👨‍👧‍👦😀\"", "\"notes\": \"🇬🇧👨‍👨‍👧‍👦😀\"", "\"timestamp\": \"1941-04-26T08:17:01.000Z\"",
                "\"location\": \"https://automerge.org/\"", "\"counter\": 5", "\"int\": -4", "\"uint\": 18446744073709551615",
                "\"fp\": 3.14159267", "\"bytes\": \"hW9Kgw==\"", "\"bool\": true"}) {
            assertTrue(json.contains(line), line + " in " + json);
        }
    }

    /** The folder of conformance data beside the project, or a path that does not exist. */
    private static Path shared() {
        String set = System.getProperty("pushpin.shared");
        if (set != null) return Path.of(set);
        return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .flatMap(at -> Stream.of(at.resolve("shared"), at.resolveSibling("shared")))
                .filter(at -> Files.isDirectory(at.resolve("conformance"))).findFirst().orElse(Path.of("no-shared-folder"));
    }

    private static Doc doc(Consumer<Edit> write) {
        Edit edit = Doc.empty().edit(ActorId.parse("aa"));
        write.accept(edit);
        return edit.commit(null, Instant.EPOCH).orElseThrow().document();
    }
}
