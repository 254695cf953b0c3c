// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;

class PlaneIndexTest {

    private static int[] lookAtAll(List<Rect> places, Rect area) {
        return IntStream.range(0, places.size()).filter(i -> places.get(i).intersects(area)).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itFindsWhatALookAtAllFinds(long seed) {
        Random random = new Random(seed);
        double spread = Math.pow(10, 2 + random.nextInt(6));
        List<Rect> places = new ArrayList<>();
        for (int i = 0; i < 500; i++) places.add(rect(random, spread, i % 50 == 0 ? spread : 800));
        PlaneIndex index = new PlaneIndex(places);
        for (int i = 0; i < 200; i++) {
            Rect area = rect(random, spread, i % 10 == 0 ? spread * 3 : 2000);
            assertArrayEquals(lookAtAll(places, area), index.touching(area));
            Point point = places.get(i).center();
            assertArrayEquals(lookAtAll(places, new Rect(point.x() - 0.001, point.y() - 0.001, 0.002, 0.002)),
                    index.at(point));
        }
    }

    private static Rect rect(Random random, double spread, double size) {
        return new Rect((random.nextDouble() - 0.5) * spread, (random.nextDouble() - 0.5) * spread,
                1 + random.nextDouble() * size, 1 + random.nextDouble() * size);
    }

    @Test
    void whatIsBeyondAllBoundsIsFoundToo() {
        List<Rect> places = List.of(new Rect(1e12, -1e12, 10, 10), new Rect(-1e300, 0, 2e300, 1), new Rect(0, 0, 1, 1));
        PlaneIndex index = new PlaneIndex(places);
        assertArrayEquals(new int[] {0}, index.touching(new Rect(1e12 - 5, -1e12 - 5, 8, 8)));
        assertArrayEquals(new int[] {1, 2}, index.touching(new Rect(0, 0, 1, 1)));
        assertEquals(3, index.touching(new Rect(-1e300, -1e13, 3e300, 2e13)).length);
    }

    @Test
    void nothingIsNowhere() {
        assertEquals(0, new PlaneIndex(List.of()).touching(new Rect(0, 0, 1e9, 1e9)).length);
    }
}
