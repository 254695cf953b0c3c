// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rules need of one Java file.
 *
 * @param path the file
 * @param packageName its package
 * @param types qualified names that it imports or spells out, with the line of the first use
 * @param statics its static fields
 * @param supertypes simple or qualified names after {@code extends} and {@code implements}
 */
public record SourceFile(
        Path path, String packageName, Map<String, Long> types, List<StaticField> statics, Set<String> supertypes) {
    public SourceFile {
        types = Map.copyOf(types);
        statics = List.copyOf(statics);
        supertypes = Set.copyOf(supertypes);
    }

    /** The package of a qualified type name: all before the first segment that begins with a capital. */
    public static String packageOf(String qualifiedName) {
        int end = 0;
        for (String segment : qualifiedName.split("\\.")) {
            if (segment.isEmpty() || !Character.isLowerCase(segment.charAt(0))) {
                break;
            }
            end += segment.length() + 1;
        }
        return end == 0 ? "" : qualifiedName.substring(0, end - 1);
    }
}
