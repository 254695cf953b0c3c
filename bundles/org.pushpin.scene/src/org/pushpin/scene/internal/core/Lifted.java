// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pushpin.scene.internal.render.SceneItem;

/** What is a picture of its own however far it is, because it changes while the rest stays. Ui thread. */
public final class Lifted {

    /** Of very many that are dragged together, none. */
    private static final int MOST = 200;

    private final Core core;

    Lifted(Core core) {
        this.core = core;
    }

    Set<String> keys() {
        Set<String> lifted = new HashSet<>(core.expanded);
        if (!core.edited.isEmpty()) lifted.add(core.edited);
        if (core.preview.keys().size() <= MOST) lifted.addAll(core.preview.keys());
        return lifted;
    }

    /** The same as items, from back to front. */
    public List<SceneItem> items() {
        return keys().stream().flatMap(key -> core.item(key).stream())
                .sorted(Comparator.comparingDouble(SceneItem::z).thenComparing(SceneItem::key)).toList();
    }
}
