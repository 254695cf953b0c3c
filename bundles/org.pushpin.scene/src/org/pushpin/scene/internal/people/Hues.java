// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.pushpin.content.Color;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DeviceId;

/**
 * Who has which colour: the one wanted, or the next that is free, in the order of devices. So all who see the same people see them in the
 * same colours, and two look alike only where there are more people than hues. The hue that is also the light theme's accent looks like a
 * selection of one's own: it is the last to be taken.
 */
final class Hues {

    private Hues() {
    }

    private static boolean isAccent(List<Color> hues, int hue) {
        return hues.get(hue).equals(Theme.LIGHT.palette().accent());
    }

    /** The hue that a device wishes for. */
    static int of(DeviceId device, List<Color> hues) {
        int hue = device.key().at(DeviceId.LENGTH - 1) % hues.size();
        return isAccent(hues, hue) ? (hue + 1) % hues.size() : hue;
    }

    static Map<DeviceId, Integer> share(SortedMap<DeviceId, Integer> wanted, List<Color> hues) {
        Map<DeviceId, Integer> shared = new TreeMap<>();
        Set<Integer> taken = new HashSet<>();
        wanted.forEach((device, wish) -> {
            int hue = Math.floorMod(wish, hues.size());
            int tries = 0;
            while (tries++ < hues.size() && (taken.contains(hue) || isAccent(hues, hue) && taken.size() < hues.size() - 1)) {
                hue = (hue + 1) % hues.size();
            }
            taken.add(hue);
            shared.put(device, hue);
        });
        return shared;
    }
}
