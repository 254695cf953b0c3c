// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.pushpin.crypto.DeviceId;

/**
 * Who has which colour: the one wanted, or the next that is free, in the order of devices. So all who see the same people see them in the
 * same colours, and two look alike only where there are more people than hues.
 */
final class Hues {

    private Hues() {
    }

    /** A hue for a device that has no wish. */
    static int of(DeviceId device, int hues) {
        return device.key().at(DeviceId.LENGTH - 1) % hues;
    }

    static Map<DeviceId, Integer> share(SortedMap<DeviceId, Integer> wanted, int hues) {
        Map<DeviceId, Integer> shared = new TreeMap<>();
        Set<Integer> taken = new HashSet<>();
        wanted.forEach((device, wish) -> {
            int hue = Math.floorMod(wish, hues);
            for (int tries = 0; tries < hues && taken.contains(hue); tries++) hue = (hue + 1) % hues;
            taken.add(hue);
            shared.put(device, hue);
        });
        return shared;
    }
}
