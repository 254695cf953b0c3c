// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * No static state that changes: no static field without {@code final}, none that holds something made to be changed (a
 * collection, an atomic, a builder, a cache per thread), no array whose elements are written after the class is set up.
 * Not decidable here, and so not checked: an object of the project's own that changes inside.
 */
public final class StateRule {
    private static final Pattern MUTABLE = Pattern.compile("(java\\.util\\.(concurrent\\.(atomic\\.)?)?)?"
            + "(ArrayList|LinkedList|ArrayDeque|PriorityQueue|Vector|Stack|HashMap|LinkedHashMap|TreeMap|WeakHashMap"
            + "|IdentityHashMap|EnumMap|Hashtable|Properties|HashSet|LinkedHashSet|TreeSet|BitSet"
            + "|Concurrent\\w+|CopyOnWrite\\w+|\\w*BlockingQueue|\\w*BlockingDeque|Atomic\\w+|LongAdder|DoubleAdder"
            + "|LongAccumulator|StringBuilder|StringBuffer|ThreadLocal|InheritableThreadLocal|WeakReference"
            + "|SoftReference|CompletableFuture)\\b.*", Pattern.DOTALL);
    private static final Pattern MADE_MUTABLE = Pattern.compile("\\s*(new\\s+" + MUTABLE.pattern()
            + "|ThreadLocal\\.withInitial.*|ConcurrentHashMap\\.newKeySet.*|Collections\\.synchronized.*)",
            Pattern.DOTALL);

    private StateRule() {}

    public static List<Violation> check(List<BundleFolder> bundles) {
        var found = new ArrayList<Violation>();
        for (BundleFolder bundle : bundles) {
            for (SourceFile file : bundle.sources()) {
                for (StaticField field : file.statics()) {
                    fault(field).ifPresent(what -> found.add(
                            new Violation(bundle.path().relativize(file.path()) + ":" + field.line(), what)));
                }
            }
        }
        return found;
    }

    static Optional<String> fault(StaticField field) {
        if (!field.isFinal()) {
            return Optional.of("static field " + field.name() + " is not final");
        }
        if (MUTABLE.matcher(field.type()).matches() || MADE_MUTABLE.matcher(field.initializer()).matches()) {
            return Optional.of("static field " + field.name() + " holds something that changes");
        }
        if (field.elementsWritten()) {
            return Optional.of("elements of static field " + field.name() + " are written");
        }
        return Optional.empty();
    }
}
