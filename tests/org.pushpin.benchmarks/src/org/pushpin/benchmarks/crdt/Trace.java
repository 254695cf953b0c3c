// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * What was typed, in the format of josephg/editing-traces. A step is what one writer did after having seen so many steps of each writer;
 * in a sequential trace there is one writer.
 *
 * @param text what must stand there at the end; for a part of a trace, what a plain string gives; null where that is not
 *     enough: then all engines must agree
 */
public record Trace(String name, int writers, List<Step> steps, String text, int replaced) {

    /** @param seen by writer, how many of its steps come before this one in its history */
    public record Step(int writer, int[] seen, List<TextEdit> edits) {
    }

    /** @param limit at most so many steps, 0 for all */
    @SuppressWarnings("unchecked")
    public static Trace read(Path file, int limit) throws IOException {
        Map<String, Object> json;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            json = (Map<String, Object>) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<Map<String, Object>> transactions = (List<Map<String, Object>>) json.get("txns");
        int writers = ((Number) json.getOrDefault("numAgents", 1)).intValue();
        int count = limit == 0 ? transactions.size() : Math.min(limit, transactions.size());
        List<Step> steps = new ArrayList<>();
        int[][] after = new int[count][];
        for (int i = 0; i < count; i++) {
            Map<String, Object> transaction = transactions.get(i);
            int writer = ((Number) transaction.getOrDefault("agent", 0)).intValue();
            int[] seen = seen(transaction, i, after, writers);
            after[i] = seen.clone();
            after[i][writer]++;
            steps.add(new Step(writer, seen, edits((List<List<Object>>) transaction.get("patches"))));
        }
        String name = file.getFileName().toString().replace(".json.gz", "");
        String end = ascii((String) json.get("endContent"));
        int replaced = (int) ((String) json.get("endContent")).codePoints().filter(c -> c >= 128).count();
        Trace trace = new Trace(name, writers, List.copyOf(steps), end, replaced);
        return count == transactions.size() ? trace : new Trace(name, writers, trace.steps, trace.plain(), replaced);
    }

    @SuppressWarnings("unchecked")
    private static int[] seen(Map<String, Object> transaction, int index, int[][] after, int writers) {
        int[] seen = new int[writers];
        if (writers == 1) {
            seen[0] = index;
            return seen;
        }
        for (Number parent : (List<Number>) transaction.get("parents")) {
            for (int w = 0; w < writers; w++) {
                seen[w] = Math.max(seen[w], after[parent.intValue()][w]);
            }
        }
        return seen;
    }

    private static List<TextEdit> edits(List<List<Object>> patches) {
        return patches.stream().map(p -> new TextEdit(((Number) p.get(0)).intValue(), ((Number) p.get(1)).intValue(),
                ascii((String) p.get(2)))).toList();
    }

    /** Positions count code points: with one ASCII character for each, all engines' indexes agree. */
    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(c < 128 ? (char) c : '_'));
        return out.toString();
    }

    /** All edits, one after the other. */
    public List<TextEdit> edits() {
        return steps.stream().flatMap(step -> step.edits().stream()).toList();
    }

    private String plain() {
        return writers == 1 ? TextEdit.replay("", edits()) : null;
    }

    public boolean isConcurrent() {
        return writers > 1;
    }
}
