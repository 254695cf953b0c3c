// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Automerge project's own files: what must load loads with the heads it claims, what must be rejected is. */
class ConformanceTest {
    private static final String EMOJI = "🇬🇧👨‍👨‍👧‍👦😀";

    private static byte[] file(String name) throws IOException {
        String shared = System.getProperty("pushpin.shared");
        Path from = shared != null ? Path.of(shared) : Path.of("").toAbsolutePath();
        for (Path p = from; p != null; p = p.getParent()) {
            for (String inside : List.of("conformance", "shared/conformance")) {
                Path file = p.resolve(inside).resolve("automerge").resolve(name);
                if (Files.exists(file)) {
                    return Files.readAllBytes(file);
                }
            }
        }
        return Assumptions.abort("SKIPPED: no shared/conformance/automerge/" + name);
    }

    private static Doc load(String name) throws IOException, MalformedException {
        return Doc.load(file(name));
    }

    private static Value root(Doc doc, String key) {
        return doc.get(ObjectId.ROOT, key).orElseThrow();
    }

    @Test
    void exemplarHoldsOneValueOfEveryType() throws Exception {
        Doc doc = load("exemplar");

        assertEquals(Scalar.of("Hello " + EMOJI), root(doc, "title"));
        assertEquals(EMOJI, doc.text(((ObjectValue) root(doc, "notes")).id()));
        assertEquals(new Scalar.Timestamp(-905182979000L), root(doc, "timestamp"));
        assertEquals(Scalar.of("https://automerge.org/"), root(doc, "location"));
        assertEquals(new Scalar.Counter(5), root(doc, "counter"));
        assertEquals(Scalar.of(-4), root(doc, "int"));
        assertEquals(new Scalar.Uint(-1), root(doc, "uint"));
        assertEquals(Scalar.of(3.14159267), root(doc, "fp"));
        assertEquals(Scalar.of(HexFormat.of().parseHex("856f4a83")), root(doc, "bytes"));
        assertEquals(Scalar.of(true), root(doc, "bool"));
        assertEquals(10, doc.length(ObjectId.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two_change_chunks", "two_change_chunks_compressed", "two_change_chunks_out_of_order"})
    void changeChunksLoadInAnyOrder(String name) throws Exception {
        Doc doc = load(name + ".automerge");

        assertEquals(List.of("a"), doc.keys(ObjectId.ROOT));
        assertEquals(Optional.of(Scalar.of("b")), doc.get(((ObjectValue) root(doc, "a")).id(), "a"));
        assertEquals(2, doc.changes().size());
    }

    @Test
    void aCounterIsRead() throws Exception {
        assertEquals(new Scalar.Counter(2000), root(load("counter_value_is_ok.automerge"), "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"64bit_obj_id_change", "64bit_obj_id_doc", "counter_value_has_incorrect_meta", "counter_value_is_overlong",
            "broken_zero_width_mark", "must-reject/action-is-48", "must-reject/incorrect_max_op", "must-reject/missing_actor",
            "must-reject/too_many_deps"})
    void whatIsBrokenIsRejected(String name) throws Exception {
        byte[] bytes = file(name + ".automerge");

        String reason = assertThrows(MalformedException.class, () -> Doc.load(bytes)).getMessage();

        assertTrue(reason.length() < 80, reason);
    }

    /** Loading verifies the heads; saving and loading again, and applying the changes one by one, must give the same. */
    @ParameterizedTest
    @ValueSource(strings = {"brave-ape-49.automerge", "godot-modeled.amrg", "monday-meeting-notes.automerge", "moby-dick.automerge"})
    void realDocumentsSurvive(String name) throws Exception {
        Doc doc = load(name);

        Doc again = Doc.load(doc.save());
        Doc replayed = Doc.empty().apply(doc.changes());

        assertEquals(doc.heads(), again.heads());
        assertEquals(doc.heads(), replayed.heads());
        assertTrue(Snapshots.same(doc, again));
        assertTrue(Snapshots.same(doc, replayed));
    }

    @Test
    void braveApeHasItsHistory() throws Exception {
        Doc doc = load("brave-ape-49.automerge");

        assertEquals(184, doc.changes().size());
        assertEquals(16, doc.changes().stream().map(Change::actor).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "S1"})
    void editingHistoriesGiveTheirText(String name) throws Exception {
        Doc doc = load(name + ".am");
        String expected = new String(file(name + ".expected.txt"), StandardCharsets.UTF_8);

        assertEquals(expected, doc.text(((ObjectValue) root(doc, "text")).id()));
    }

    @Test
    void aConcurrentHistoryLoads() throws Exception {
        Doc doc = load("C1.am");

        assertEquals(ObjectType.TEXT, ((ObjectValue) root(doc, "text")).type());
        assertTrue(Snapshots.same(doc, Doc.empty().apply(doc.changes())));
    }
}
