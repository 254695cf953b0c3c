// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** The results as tables: ours, each peer with its ratio to ours, the target, and whether it is met. */
final class Summary {
    private static final String NOTHING = "–";
    private final Results results;

    Summary(Results results) {
        this.results = results;
    }

    String render(Function<Table, String> form, String heading) {
        StringBuilder out = new StringBuilder();
        for (String group : Rows.all().stream().map(Row::group).distinct().toList()) {
            Table table = group(group);
            if (!table.isEmpty()) {
                out.append('\n').append(heading).append(group).append("\n\n").append(form.apply(table));
            }
        }
        Table scaling = scaling();
        if (!scaling.isEmpty()) {
            out.append('\n').append(heading).append("ours, by the number of operations in the document\n\n").append(form.apply(scaling));
        }
        return out.append(checks()).toString();
    }

    private Table group(String group) {
        List<Row> rows = Rows.all().stream().filter(r -> r.group().equals(group) && !results.engines(r.id()).isEmpty()).toList();
        List<String> peers = Rows.PEERS.stream().filter(p -> rows.stream().anyMatch(r -> results.cell(p, r.id()) != null)).toList();
        Table table = new Table();
        List<String> header = new ArrayList<>(List.of("", "ours (best; runs)"));
        header.addAll(peers);
        header.addAll(List.of("target", "met"));
        table.add(header);
        for (Row row : rows) {
            List<String> line = new ArrayList<>(List.of(row.label(), ours(row)));
            peers.forEach(peer -> line.add(peer(row, peer)));
            line.addAll(List.of(row.target().words(), verdict(row)));
            table.add(line);
        }
        return table;
    }

    private String ours(Row row) {
        Results.Cell cell = results.cell(Rows.OURS, row.id());
        if (cell == null || cell.isFailure()) {
            return cell == null ? NOTHING : cell.failure();
        }
        return row.isSize() ? Figures.size(cell.value())
                : Figures.time(cell.value()) + " (" + Figures.time(cell.best()) + "; " + cell.count() + ")";
    }

    private String peer(Row row, String peer) {
        boolean hashes = peer.startsWith("automerge") && row.id().endsWith("edit-each-hashed");
        Results.Cell cell = results.cell(peer, hashes ? row.id().replace("-hashed", "") : row.id());
        if (cell == null || cell.isFailure()) {
            return cell == null ? NOTHING : cell.failure();
        }
        Results.Cell ours = results.cell(Rows.OURS, row.id());
        String figure = row.isSize() ? Figures.size(cell.value()) : Figures.time(cell.value());
        return ours == null || ours.isFailure() ? figure : figure + " ×" + Figures.plain(cell.value() / ours.value());
    }

    private String verdict(Row row) {
        Results.Cell ours = results.cell(Rows.OURS, row.id());
        if (row.target().isNone() || ours == null) {
            return "";
        }
        Boolean met = ours.isFailure() ? Boolean.FALSE : row.target().test().met(ours.value(), results, row.id());
        return met == null ? "?" : met ? "yes" : "NO";
    }

    private Table scaling() {
        Table table = new Table();
        table.add(List.of("", "size: time", "growth", "target", "met"));
        for (Scaling row : Scaling.values()) {
            List<Integer> sizes = row.sizes().stream().filter(s -> results.cell(Rows.OURS, row.id(s)) != null).toList();
            if (sizes.isEmpty()) {
                continue;
            }
            List<String> figures = sizes.stream().map(s -> Scaling.name(s) + ": " + figure(results.cell(Rows.OURS, row.id(s)))).toList();
            List<Results.Cell> cells = sizes.stream().map(s -> results.cell(Rows.OURS, row.id(s))).filter(c -> !c.isFailure()).toList();
            boolean whole = cells.size() == sizes.size();
            double growth = cells.size() < 2 ? 1 : cells.getLast().value() / cells.getFirst().value();
            double most = cells.stream().mapToDouble(Results.Cell::value).max().orElse(0);
            table.add(List.of(row.label(), String.join("  ", figures), whole ? "×" + Figures.plain(growth) + " for ×"
                    + Figures.plain((double) sizes.getLast() / sizes.getFirst()) : NOTHING, row.target(), whole && row.isMet(growth, most) ? "yes" : "NO"));
        }
        return table;
    }

    private static String figure(Results.Cell cell) {
        return cell.isFailure() ? cell.failure() : Figures.time(cell.value());
    }

    private String checks() {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, Map<String, String>> check : results.checks().entrySet()) {
            boolean same = new TreeSet<>(check.getValue().values()).size() == 1;
            out.append(out.isEmpty() ? "\n" : "").append(same ? "the same " : "DIFFERENT ").append(check.getKey()).append(": ")
                    .append(same ? String.join(", ", check.getValue().keySet()) : check.getValue().toString()).append('\n');
        }
        return out.toString();
    }
}
