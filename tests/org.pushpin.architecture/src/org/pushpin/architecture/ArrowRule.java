// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** No arrow but those of the map, in manifests and in sources alike; and nothing reaches into another bundle's inside. */
public final class ArrowRule {
    private final ArrowMap map;
    private final List<BundleFolder> bundles;
    private final List<Violation> found = new ArrayList<>();

    private ArrowRule(ArrowMap map, List<BundleFolder> bundles) {
        this.map = map;
        this.bundles = bundles;
    }

    public static List<Violation> check(ArrowMap map, List<BundleFolder> bundles) {
        var rule = new ArrowRule(map, bundles);
        bundles.forEach(rule::checkBundle);
        return rule.found;
    }

    private void checkBundle(BundleFolder bundle) {
        if (!map.knows(bundle.name())) {
            found.add(new Violation(bundle.name(), "has no row in the map of arrows"));
            return;
        }
        for (String header : List.of("Import-Package", "Require-Bundle", "DynamicImport-Package", "Fragment-Host")) {
            bundle.names(header).forEach(name -> checkUse(bundle, name, "", bundle.name() + " " + header));
        }
        for (SourceFile source : bundle.sources()) {
            for (Map.Entry<String, Long> use : new TreeMap<>(source.types()).entrySet()) {
                String name = SourceFile.packageOf(use.getKey());
                if (name.contains(".")) {
                    checkUse(bundle, name, use.getKey(), bundle.path().relativize(source.path()) + ":" + use.getValue());
                }
            }
        }
    }

    /** @param type the qualified name that code spells out; empty for a manifest */
    private void checkUse(BundleFolder from, String packageName, String type, String where) {
        Optional<BundleFolder> owner = owner(packageName);
        if (owner.isEmpty()) {
            if (packageName.startsWith(ArrowMap.PREFIX)) {
                found.add(new Violation(where, "uses " + packageName + ", which no bundle owns"));
            } else if (isLibrary(packageName) && !map.allowsLibrary(from.name(), packageName)) {
                found.add(new Violation(where, from.name() + " must not use the library package " + packageName));
            }
            return;
        }
        String to = owner.get().name();
        boolean allowed = type.isEmpty() ? map.allowsImport(from.name(), to) : map.allowsType(from.name(), to, type);
        if (!allowed) {
            found.add(new Violation(where, "arrow " + from.name() + " -> " + to + " is not on the map"));
        } else if (!to.equals(from.name()) && !BundleRule.isPublic(to, packageName)) {
            found.add(new Violation(where, "reaches into the inside of " + to + ": " + packageName));
        }
    }

    /** In code, {@code a.b.c} may also be a chain of variables; a package of the outside world begins with a known top. */
    private static boolean isLibrary(String name) {
        return Set.of("org", "com", "net", "io", "javax", "jakarta", "sun", "jdk", "edu").contains(name.split("\\.")[0]);
    }

    /** The bundle with the longest name that is the package or a part of its beginning. */
    private Optional<BundleFolder> owner(String packageName) {
        return bundles.stream()
                .filter(b -> packageName.equals(b.name()) || packageName.startsWith(b.name() + "."))
                .max(Comparator.comparingInt(b -> b.name().length()));
    }
}
