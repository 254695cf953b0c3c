// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which bundle may use what. One row a line: {@code bundle -> name, name}; names are bundles (without the prefix
 * {@code org.pushpin.}), single types of bundles, or prefixes of library packages. A row {@code x.*} is for every bundle below x that has no row of
 * its own. {@code #} begins a comment.
 */
public final class ArrowMap {
    static final String PREFIX = "org.pushpin.";
    private static final Set<String> RUNTIME = Set.of("java", "javax", "jdk", "org.w3c.dom", "org.xml.sax", "org.ietf.jgss");

    private record Row(String pattern, Set<String> targets) {
        boolean matches(String name) {
            return pattern.endsWith(".*")
                    ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                    : name.equals(pattern);
        }
    }

    private final List<Row> rows;

    private ArrowMap(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    public static ArrowMap parse(String text) {
        var exact = new ArrayList<Row>();
        var patterns = new ArrayList<Row>();
        for (String line : text.lines().map(l -> l.replaceFirst("#.*", "").strip()).filter(l -> !l.isEmpty()).toList()) {
            String[] sides = line.split("->", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException("not a row of the map: " + line);
            }
            Set<String> targets = sides[1].isBlank() ? Set.of() : Set.of(sides[1].strip().split("\\s*,\\s*"));
            var row = new Row(sides[0].strip(), targets);
            (row.pattern.endsWith(".*") ? patterns : exact).add(row);
        }
        exact.addAll(patterns);
        return new ArrowMap(exact);
    }

    private Optional<Row> row(String bundle) {
        String name = bundle.startsWith(PREFIX) ? bundle.substring(PREFIX.length()) : bundle;
        return rows.stream().filter(r -> r.matches(name)).findFirst();
    }

    /** Whether the map knows this bundle at all. */
    public boolean knows(String bundle) {
        return row(bundle).isPresent();
    }

    /** Whether one bundle of the project may use all that another exports. */
    public boolean allowsBundle(String from, String to) {
        return from.equals(to) || allows(from, to.substring(PREFIX.length())::equals);
    }

    /** Whether a bundle may use this type of another bundle. */
    public boolean allowsType(String from, String to, String type) {
        return allowsBundle(from, to) || allows(from, target -> type.equals(PREFIX + target));
    }

    /** Whether a bundle may import another's package, be it for one type. */
    public boolean allowsImport(String from, String to) {
        return allowsBundle(from, to)
                || allows(from, target -> (PREFIX + target).matches(Pattern.quote(to) + "\\.[A-Z]\\w*"));
    }

    private boolean allows(String from, Predicate<String> test) {
        return row(from).filter(r -> r.targets.stream().anyMatch(test)).isPresent();
    }

    /** Whether a bundle may use a package (or, in Require-Bundle, a bundle) from outside the project. */
    public boolean allowsLibrary(String from, String name) {
        return RUNTIME.stream().anyMatch(p -> covers(p, name))
                || allows(from, target -> covers(target, name));
    }

    private static boolean covers(String prefix, String name) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}
