// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Draws the bundles and their arrows as they are, from the manifests: {@code java releng/docs/Diagram.java}, from the
 * project's root, writes {@code releng/docs/bundles.svg}; with {@code --check} it fails if the picture is stale. Arrows
 * that follow from others are left out.
 */
public final class Diagram {

    private static final int BOX_WIDTH = 176;
    private static final int BOX_HEIGHT = 34;
    private static final int COLUMN = 196;
    private static final int ROW = 96;
    private static final int MARGIN = 24;
    private static final int PER_ROW = 6;

    private final TreeMap<String, TreeSet<String>> arrows = new TreeMap<>();

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of("releng/docs/bundles.svg");
        String svg = new Diagram(Path.of("bundles")).svg();
        if (arguments.length > 0 && arguments[0].equals("--check")) {
            if (!Files.exists(file) || !Files.readString(file).equals(svg)) {
                System.err.println(file + " is stale: run java releng/docs/Diagram.java");
                System.exit(1);
            }
        } else {
            Files.writeString(file, svg);
        }
    }

    private Diagram(Path bundles) throws IOException {
        Map<String, String> owners = new TreeMap<>();
        Map<String, Manifest> manifests = new TreeMap<>();
        try (Stream<Path> folders = Files.list(bundles)) {
            for (Path folder : folders.sorted().toList()) {
                Path manifest = folder.resolve("META-INF/MANIFEST.MF");
                if (Files.exists(manifest)) {
                    try (InputStream in = Files.newInputStream(manifest)) {
                        manifests.put(folder.getFileName().toString(), new Manifest(in));
                    }
                    owners.put(folder.getFileName().toString(), folder.getFileName().toString());
                }
            }
        }
        manifests.forEach((bundle, manifest) -> {
            TreeSet<String> needs = new TreeSet<>();
            names(manifest, "Import-Package").forEach(name -> add(needs, owners.get(name), bundle));
            names(manifest, "Require-Bundle").forEach(name -> add(needs, owners.get(name), bundle));
            arrows.put(bundle, needs);
        });
    }

    private static void add(Set<String> needs, String owner, String self) {
        if (owner != null && !owner.equals(self)) {
            needs.add(owner);
        }
    }

    private static List<String> names(Manifest manifest, String header) {
        String value = manifest.getMainAttributes().getValue(header);
        if (value == null) {
            return List.of();
        }
        return Stream.of(value.replaceAll("\"[^\"]*\"", "").split(",")).map(part -> part.split(";")[0].strip()).toList();
    }

    private String svg() {
        List<List<String>> rows = rows();
        Map<String, int[]> places = places(rows);
        int width = MARGIN * 2 + COLUMN * PER_ROW - (COLUMN - BOX_WIDTH);
        int height = MARGIN * 2 + ROW * rows.size() - (ROW - BOX_HEIGHT);
        StringBuilder out = new StringBuilder();
        out.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="Inter, sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="#EEF1F3"/>
                <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8Z" fill="#8C98A1"/></marker></defs>
                """.formatted(width, height, width, height));
        arrows.forEach((from, targets) -> targets.stream().filter(to -> direct(from, to)).forEach(to -> {
            int[] a = places.get(from);
            int[] b = places.get(to);
            int x1 = a[0] + BOX_WIDTH / 2;
            int y1 = a[1] + BOX_HEIGHT;
            int x2 = b[0] + BOX_WIDTH / 2;
            int y2 = b[1];
            int middle = (y1 + y2) / 2;
            out.append("<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"#8C98A1\" marker-end=\"url(#tip)\"/>\n"
                    .formatted(x1, y1, x1, middle, x2, middle, x2, y2));
        }));
        places.forEach((bundle, at) -> out.append("""
                <rect x="%d" y="%d" width="%d" height="%d" rx="8" fill="#FFFFFF" stroke="#DDE3E7"/>
                <text x="%d" y="%d" text-anchor="middle" fill="#1D2730">%s</text>
                """.formatted(at[0], at[1], BOX_WIDTH, BOX_HEIGHT, at[0] + BOX_WIDTH / 2, at[1] + 21,
                bundle.replace("org.pushpin.", ""))));
        return out.append("</svg>\n").toString();
    }

    /** Whether no other arrow already leads there. */
    private boolean direct(String from, String to) {
        return arrows.get(from).stream().noneMatch(via -> !via.equals(to) && reaches(via, to));
    }

    private boolean reaches(String from, String to) {
        return arrows.get(from).contains(to) || arrows.get(from).stream().anyMatch(via -> reaches(via, to));
    }

    private int depth(String bundle) {
        return arrows.get(bundle).stream().mapToInt(this::depth).max().orElse(-1) + 1;
    }

    /** Top row: what nothing stands on. Bottom row: what needs nothing. */
    private List<List<String>> rows() {
        TreeMap<Integer, List<String>> byDepth = new TreeMap<>(Comparator.reverseOrder());
        arrows.keySet().forEach(bundle -> byDepth.computeIfAbsent(depth(bundle), depth -> new ArrayList<>()).add(bundle));
        List<List<String>> rows = new ArrayList<>();
        byDepth.values().forEach(all -> {
            for (int i = 0; i < all.size(); i += PER_ROW) {
                rows.add(all.subList(i, Math.min(all.size(), i + PER_ROW)));
            }
        });
        return rows;
    }

    private static Map<String, int[]> places(List<List<String>> rows) {
        Map<String, int[]> places = new TreeMap<>();
        for (int r = 0; r < rows.size(); r++) {
            List<String> row = rows.get(r);
            int indent = (PER_ROW - row.size()) * COLUMN / 2;
            for (int c = 0; c < row.size(); c++) {
                places.put(row.get(c), new int[] {MARGIN + indent + c * COLUMN, MARGIN + r * ROW});
            }
        }
        return places;
    }
}
