// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

final class DescriptorTest {

    @Test
    void closestTypeWins() {
        assertEquals(3, accepting("image/png").affinity("Image/PNG; q=1"));
        assertEquals(2, accepting("image/*").affinity("image/png"));
        assertEquals(1, accepting("*/*").affinity("image/png"));
        assertEquals(3, accepting("*/*", "image/png").affinity("image/png"));
        assertEquals(0, accepting("text/*").affinity("image/png"));
        assertFalse(accepting().accepts("image/png"));
        assertFalse(accepting("image/*").accepts("images/png"));
    }

    @Test
    void typeNamesAreFitForUrls() {
        for (String name : List.of("", "Poll", "a b", "a/b", "x".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> named(name));
        }
        named("com.example.poll-2");
    }

    @Test
    void cellsAreTwentyUnits() {
        CardSize size = CardSize.cells(15, 0, 6, 2, 72, 71);
        assertEquals(300, size.width());
        assertEquals(OptionalDouble.empty(), size.height());
        assertEquals(120, size.clampWidth(0));
        assertEquals(1420, size.clampHeight(1e9));
    }

    private static Descriptor accepting(String... media) {
        return new Descriptor("x", "X", Icon.FILE, CardSize.cells(1, 1, 1, 1, 1, 1), List.of(media), true, 1);
    }

    private static Descriptor named(String type) {
        return new Descriptor(type, "X", Icon.FILE, CardSize.cells(1, 1, 1, 1, 1, 1), List.of(), true, 1);
    }
}
