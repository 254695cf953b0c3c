// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What every bundle keeps to: one name for folder, symbolic name and root package; only the root package exported; no
 * activator; and the exported package does not know what is inside ({@code .internal}).
 *
 * <p>One bundle exports a second package: {@code org.pushpin.crdt.sync}, a protocol on top of documents, which most who use
 * documents have no use for. It builds on the root package's public types alone.
 *
 * <p>One bundle is a library rather than a set of services: nobody can put the engine of {@code org.pushpin.crdt} behind an interface
 * without an object per value. Its exported classes are a thin front of what is inside, and the inside knows only the values of that front.
 */
public final class BundleRule {
    private static final Set<String> SECOND_PACKAGES = Set.of("org.pushpin.crdt.sync");

    private static final Set<String> FRONTS = Set.of("org.pushpin.crdt");

    private BundleRule() {}

    /** Whether a package is the front of what is inside its bundle, and may use it. */
    static boolean isFront(String packageName, String used) {
        return FRONTS.contains(packageName) && used.startsWith(packageName + ".internal");
    }

    /** Whether others may see a package of a bundle. */
    static boolean isPublic(String bundle, String packageName) {
        return packageName.equals(bundle) || packageName.startsWith(bundle + ".") && SECOND_PACKAGES.contains(packageName);
    }

    public static List<Violation> check(List<BundleFolder> bundles) {
        var found = new ArrayList<Violation>();
        for (BundleFolder bundle : bundles) {
            checkManifest(bundle, found);
            bundle.sources().forEach(file -> checkSource(bundle, file, found));
        }
        return found;
    }

    private static void checkManifest(BundleFolder bundle, List<Violation> found) {
        if (!bundle.names("Bundle-SymbolicName").contains(bundle.name())) {
            found.add(new Violation(bundle.name(), "its symbolic name differs from its folder"));
        }
        if (bundle.header("Bundle-Activator").isPresent()) {
            found.add(new Violation(bundle.name(), "has a Bundle-Activator"));
        }
        for (String exported : bundle.names("Export-Package")) {
            if (!isPublic(bundle.name(), exported)) {
                found.add(new Violation(bundle.name(), "exports " + exported + ", which is not its root package"));
            }
        }
    }

    private static void checkSource(BundleFolder bundle, SourceFile file, List<Violation> found) {
        String where = bundle.path().relativize(file.path()).toString();
        if (!isPublic(bundle.name(), file.packageName()) && !file.packageName().startsWith(bundle.name() + ".internal")) {
            found.add(new Violation(where, file.packageName() + " is neither the root package nor under .internal"));
        }
        if (file.supertypes().stream().anyMatch(t -> t.endsWith("BundleActivator") || t.equals("Plugin")
                || t.endsWith("AbstractUIPlugin"))) {
            found.add(new Violation(where, "is an activator"));
        }
        if (!isPublic(bundle.name(), file.packageName())) {
            return;
        }
        file.types().forEach((type, line) -> {
            String used = SourceFile.packageOf(type);
            if (used.startsWith(bundle.name() + ".internal") && !isFront(file.packageName(), used)) {
                found.add(new Violation(where + ":" + line, "the exported package uses " + type));
            }
        });
    }
}
