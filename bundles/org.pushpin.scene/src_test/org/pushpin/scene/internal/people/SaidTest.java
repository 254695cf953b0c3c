// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Color;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;

/** What people exchange, as bytes and back. */
final class SaidTest {

    private static DeviceId device(int number) {
        return new DeviceId(Bytes.concat(Bytes.zeros(31), Bytes.of((byte) number)));
    }

    private static final List<Color> HUES = Theme.LIGHT.palette().people();

    @Test
    void valuesSurvive() {
        assertEquals(Optional.of(new Said.Introduction(8, "Zo\u00eb \ud83d\ude00")),
                Said.introduction(Said.introduction(new Said.Introduction(8, "Zo\u00eb \ud83d\ude00"))));
        assertEquals(Optional.of(new Point(-1.5, 1e6)), Said.pointer(Said.pointer(new Point(-1.5, 1e6))));
        assertEquals(Optional.of(new Rect(1, 2, 3, 4)), Said.viewport(Said.viewport(new Rect(1, 2, 3, 4))));
        assertEquals(new Said.Selection(2, List.of("a", "\u00e4")), Said.selection(Said.selection(List.of("a", "\u00e4"))));
        assertEquals(Optional.of(device(3)), Said.following(Said.following(Optional.of(device(3)))));
    }

    @Test
    void ofVeryMuchThatIsSelectedSomeIsToldAndAllIsCounted() {
        List<String> keys = IntStream.range(0, 20_000).mapToObj(i -> "card-" + i).toList();

        Bytes value = Said.selection(keys);
        Said.Selection selection = Said.selection(value);

        assertTrue(value.length() <= 1024);
        assertEquals(20_000, selection.count());
        assertTrue(selection.keys().size() > 90);
        assertEquals(keys.subList(0, selection.keys().size()), selection.keys());
    }

    @Test
    void nothingSelectedIsNoValue() {
        assertEquals(Bytes.EMPTY, Said.selection(List.of()));
    }

    @Test
    void whatIsNotAPlaceIsNone() {
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e10, -1e300}) {
            assertEquals(Optional.empty(), Said.pointer(Said.pointer(new Point(odd, 0))));
        }
        assertEquals(Optional.empty(), Said.viewport(Said.viewport(new Rect(0, 0, 0, 10))));
        assertEquals(Optional.empty(), Said.viewport(Said.viewport(new Rect(0, 0, 10, -1))));
        assertEquals(Optional.empty(), Said.pointer(Bytes.zeros(15)));
        assertEquals(Said.Selection.NONE, Said.selection(Bytes.fromHex("00000001ff61")));
        assertEquals(Said.Selection.NONE, Said.selection(Bytes.fromHex("ffffffff0161")));
    }

    @Test
    void twoWithTheSameWishLookDifferentAndEverybodySeesTheSame() {
        TreeMap<DeviceId, Integer> wanted = new TreeMap<>(Map.of(device(1), 4, device(2), 4, device(3), 5, device(4), 255));

        Map<DeviceId, Integer> shared = Hues.share(wanted, HUES);

        assertEquals(Map.of(device(1), 4, device(2), 5, device(3), 6, device(4), 7), shared);
    }

    @Test
    void beyondTheHuesTheyRepeat() {
        TreeMap<DeviceId, Integer> wanted = new TreeMap<>();
        for (int i = 0; i < 20; i++) wanted.put(device(i), 0);

        assertEquals(9, Hues.share(wanted, HUES).values().stream().distinct().count());
    }
}
