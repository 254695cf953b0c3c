// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class IdIndexTest {
    private static int expected(TreeMap<Long, Integer> map, long key) {
        Map.Entry<Long, Integer> entry = map.floorEntry(key);
        return entry == null || entry.getKey() >>> 32 != key >>> 32 ? -1 : entry.getValue();
    }

    @Test
    void isASortedMap() {
        Random random = new Random(7);
        TreeMap<Long, Integer> map = new TreeMap<>();
        IdIndex index = null;
        IdIndex frozen = null;
        TreeMap<Long, Integer> frozenMap = new TreeMap<>();
        Object token = new Object();
        for (int i = 0; i < 20_000; i++) {
            long key = IdIndex.key(random.nextInt(3), random.nextInt(2) == 0 ? i : random.nextInt(8_000) - 4_000);
            if (random.nextInt(10) == 0) {
                long to = key + random.nextInt(20);
                index = IdIndex.fill(index, key, to, i, token);
                int value = i;
                map.subMap(key, to).replaceAll((k, v) -> value);
            } else {
                index = IdIndex.put(index, key, i, token);
                map.put(key, i);
            }
            long asked = IdIndex.key(random.nextInt(3), random.nextInt(8_000) - 4_000);
            assertEquals(expected(map, asked), IdIndex.floor(index, asked));
            assertEquals(expected(frozenMap, asked), IdIndex.floor(frozen, asked));
            if (random.nextInt(1_000) == 0) {
                frozen = index;
                frozenMap = new TreeMap<>(map);
                token = new Object();
            }
        }
    }

    @Test
    void isBuiltAtOnce() {
        long[] keys = new long[10_000];
        int[] values = new int[keys.length];
        TreeMap<Long, Integer> map = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            keys[i] = IdIndex.key(i / 4_000, i % 4_000 * 3);
            values[i] = i;
            map.put(keys[i], i);
        }
        IdIndex index = IdIndex.of(keys, values, keys.length);
        for (int i = -2; i < 13_000; i++) {
            assertEquals(expected(map, IdIndex.key(1, i)), IdIndex.floor(index, IdIndex.key(1, i)));
        }
    }

    @Test
    void aTableOfParentsKeepsItsVersions() {
        NodeTable table = NodeTable.EMPTY;
        Object token = new Object();
        for (int i = 0; i < 40_000; i++) {
            table = table.with(i, i * 7, token);
        }
        NodeTable later = table.with(33_000, 1, new Object()).with(1 << 20, 2, new Object());
        assertEquals(33_000 * 7, table.get(33_000));
        assertEquals(-1, table.get(1 << 20));
        assertEquals(1, later.get(33_000));
        assertEquals(2, later.get(1 << 20));
        assertEquals(5 * 7, later.get(5));
    }
}
