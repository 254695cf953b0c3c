// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** No cycle of packages, inside a bundle or across, but that a library's front uses what uses its values. Source: Tarjan, "Depth-first search and linear graph algorithms", 1972. */
public final class CycleRule {
    private final Map<String, SortedSet<String>> uses;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final List<Violation> found = new ArrayList<>();

    private CycleRule(Map<String, SortedSet<String>> uses) {
        this.uses = uses;
    }

    public static List<Violation> check(List<BundleFolder> bundles) {
        var rule = new CycleRule(graph(bundles));
        for (String name : rule.uses.keySet()) {
            if (!rule.index.containsKey(name)) {
                rule.visit(name);
            }
        }
        return rule.found;
    }

    private static Map<String, SortedSet<String>> graph(List<BundleFolder> bundles) {
        List<SourceFile> files = bundles.stream().flatMap(b -> b.sources().stream()).toList();
        var graph = new TreeMap<String, SortedSet<String>>();
        files.forEach(f -> graph.put(f.packageName(), new TreeSet<>()));
        for (SourceFile file : files) {
            for (String type : file.types().keySet()) {
                String target = SourceFile.packageOf(type);
                if (graph.containsKey(target) && !target.equals(file.packageName()) && !BundleRule.isFront(file.packageName(), target)) {
                    graph.get(file.packageName()).add(target);
                }
            }
        }
        return graph;
    }

    private void visit(String node) {
        index.put(node, index.size());
        low.put(node, index.get(node));
        stack.push(node);
        for (String next : uses.get(node)) {
            if (!index.containsKey(next)) {
                visit(next);
                low.merge(node, low.get(next), Math::min);
            } else if (stack.contains(next)) {
                low.merge(node, index.get(next), Math::min);
            }
        }
        if (low.get(node).equals(index.get(node))) {
            report(popUntil(node));
        }
    }

    private SortedSet<String> popUntil(String node) {
        var component = new TreeSet<String>();
        String top;
        do {
            top = stack.pop();
            component.add(top);
        } while (!top.equals(node));
        return component;
    }

    private void report(SortedSet<String> component) {
        if (component.size() > 1) {
            found.add(new Violation(component.first(), "packages in a cycle: " + String.join(", ", component)));
        }
    }
}
