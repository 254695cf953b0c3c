// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentUrl;

/** What passes between card types and hosts is made of values alone. */
final class ValuesTest {

    private static final Set<Class<?>> LEAVES = Set.of(String.class, ObjectId.class, Scalar.class, BlobId.class,
            DocumentUrl.class, OptionalDouble.class);
    private static final Set<Class<?>> CONTAINERS = Set.of(List.class, Set.class, Map.class, Optional.class);

    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void viewsIntentsAndDescriptionsAreRecordsOfValues() {
        List.of(View.class, Intent.class, Action.class, Descriptor.class, Seed.class, Summary.class, Theme.class,
                Preview.class, Placement.class, Adjustment.class).forEach(this::check);
        assertTrue(seen.size() > 60, "only " + seen.size());
    }

    private void check(Type type) {
        if (type instanceof ParameterizedType generic) {
            assertTrue(CONTAINERS.contains(generic.getRawType()), generic.toString());
            List.of(generic.getActualTypeArguments()).forEach(this::check);
        } else {
            check((Class<?>) type);
        }
    }

    private void check(Class<?> type) {
        if (type.isPrimitive() || type.isEnum() || LEAVES.contains(type) || !seen.add(type)) return;
        assertTrue(type.isRecord() || type.isSealed(), type + " is no value");
        if (type.isSealed()) List.of(type.getPermittedSubclasses()).forEach(this::check);
        else for (RecordComponent part : type.getRecordComponents()) check(part.getGenericType());
    }

    @Test
    void collectionsAreCopied() {
        var items = new java.util.ArrayList<View>(List.of(View.Text.of("a", Theme.LIGHT.body())));
        View.Box box = new View.Box(View.Axis.ROW, items, Style.NONE);

        items.clear();

        assertEquals(1, box.children().size());
    }
}
