// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.ArrayList;
import java.util.List;

/** The rows of the table, in its order, with the targets that the engine was built for. */
final class Rows {
    static final String OURS = "ours";
    static final String JAVA = "automerge-java";
    static final String WASM = "automerge-wasm";
    static final String SCRIPT = "automerge-js";
    static final String DIAMOND = "diamond-types";
    static final List<String> PEERS = List.of(JAVA, WASM, SCRIPT, DIAMOND, "yjs", "loro");

    /** They read Automerge's files. */
    static final List<String> AUTOMERGES = List.of(OURS, JAVA, WASM);

    private Rows() {
    }

    static List<Row> all() {
        List<Row> rows = new ArrayList<>(paper());
        rows.addAll(trace("sveltecomponent"));
        rows.addAll(trace("friendsforever").stream().filter(r -> !r.id().endsWith("-once") && !r.id().endsWith("-typed")).toList());
        for (String file : FileScenario.FILES) {
            rows.add(Row.time(file + "/load", "load, verified", file.equals("C1.am") ? Target.atMostMillis(100) : Target.NONE));
            rows.add(Row.time(file + "/load-deferred", "load, verification deferred", Target.NONE));
            rows.add(Row.time(file + "/save", "save", Target.NONE));
        }
        return rows;
    }

    /**
     * The rows by the process that measures them, in order: so that what typing leaves behind in an engine's memory does not weigh on
     * loading, nor either on live work; and what a document keeps is measured alone.
     */
    static List<List<String>> processes() {
        List<List<String>> processes = new ArrayList<>();
        for (String group : all().stream().map(Row::group).distinct().toList()) {
            List<String> ids = all().stream().map(Row::id).filter(id -> id.startsWith(group + "/")).toList();
            ids.stream().map(Rows::part).distinct().sorted()
                    .forEach(part -> processes.add(ids.stream().filter(id -> part(id).equals(part)).toList()));
        }
        return processes;
    }

    private static String part(String id) {
        String metric = id.substring(id.indexOf('/') + 1);
        return switch (isTrace(id) ? metric.split("-")[0] : "file") {
            case "edit", "size" -> "1";
            case "save" -> metric.equals("save-again") ? "3" : "1";
            case "load", "open" -> "2";
            case "memory" -> "4 " + metric;
            case "file" -> "";
            default -> "3";
        };
    }

    static boolean isTrace(String id) {
        return EngineRun.TRACES.stream().anyMatch(trace -> id.startsWith(trace + "/"));
    }

    private static List<Row> paper() {
        Target first = Target.fasterThan(JAVA, 20).and(Target.fasterThan(DIAMOND, 1));
        Target size = Target.within(1, List.of(JAVA, WASM));
        return rows("automerge-paper", new Target[] {first, Target.atMostMillis(150), Target.atMostMillis(350), Target.atMostMillis(15),
                Target.atMostMillis(3), Target.atMostMillis(8), Target.atMostMillis(200), Target.atMostMillis(0.5), size,
                Target.atMostMegabytes(5), Target.atMostMillis(400), Target.atMostMicros(5), Target.atMostMillis(2)});
    }

    private static List<Row> trace(String name) {
        Target[] none = new Target[13];
        java.util.Arrays.fill(none, Target.NONE);
        return rows(name, none);
    }

    private static List<Row> rows(String name, Target[] t) {
        String p = name + "/";
        return List.of(Row.time(p + "edit-once", "all edits, one transaction", t[0]),
                Row.time(p + "edit-each", "a transaction per edit", t[1]),
                Row.time(p + "edit-each-hashed", "a transaction per edit, all hashes forced", t[2]),
                Row.time(p + "save-once", "save, one transaction", t[3]),
                Row.time(p + "save-each", "save, a transaction per edit", t[3]),
                Row.time(p + "save-again", "save after a small edit", t[4]),
                Row.size(p + "size-once", "saved size, one transaction", t[8]),
                Row.size(p + "size-each", "saved size, a transaction per edit", t[8]),
                Row.time(p + "load-deferred-once", "load deferred, one transaction", t[5]),
                Row.time(p + "load-deferred-each", "load deferred, a transaction per edit", t[5]),
                Row.time(p + "open-once", "load deferred and text, one transaction", Target.NONE),
                Row.time(p + "open-each", "load deferred and text, a transaction per edit", Target.NONE),
                Row.time(p + "load-once", "load verified, one transaction", t[6]),
                Row.time(p + "load-each", "load verified, a transaction per edit", t[6]),
                Row.time(p + "text", "text, after a keystroke", t[7]),
                Row.size(p + "memory-loaded", "retained heap, loaded, all hashes held (others: resident growth)", t[9]),
                Row.size(p + "memory-deferred", "retained heap, loaded deferred", t[9]),
                Row.size(p + "memory-typed", "retained heap, typed a transaction per edit", t[9]),
                Row.time(p + "batch", "all changes into an empty document, one batch", t[10]),
                Row.time(p + "keystroke", "one remote keystroke with patches, median", t[11]),
                Row.time(p + "keystroke-p99", "one remote keystroke with patches, 99 %", Target.NONE),
                Row.time(p + "merge", "merge 1000 ‖ 1000", t[12]));
    }
}
