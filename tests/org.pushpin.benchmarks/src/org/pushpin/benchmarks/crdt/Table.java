// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines and columns, for a terminal or as Markdown. */
final class Table {
    private final List<List<String>> lines = new ArrayList<>();

    void add(List<String> cells) {
        lines.add(List.copyOf(cells));
    }

    boolean isEmpty() {
        return lines.size() < 2;
    }

    private int width(int column) {
        return lines.stream().mapToInt(l -> l.get(column).codePointCount(0, l.get(column).length())).max().orElse(0);
    }

    String text() {
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            for (int c = 0; c < line.size(); c++) {
                String cell = line.get(c);
                String space = " ".repeat(width(c) - cell.codePointCount(0, cell.length()));
                out.append(c == 0 ? cell + space : "  " + space + cell);
            }
            out.append('\n');
        }
        return out.toString();
    }

    String markdown() {
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            out.append("| ").append(String.join(" | ", line)).append(" |\n");
            if (line == lines.getFirst()) {
                out.append("| --- ").append("| ---: ".repeat(Collections.max(List.of(0, line.size() - 1)))).append("|\n");
            }
        }
        return out.toString();
    }
}
