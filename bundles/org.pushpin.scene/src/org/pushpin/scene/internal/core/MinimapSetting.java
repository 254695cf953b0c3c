// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import org.pushpin.crypto.Bytes;

/** Whether the minimap is shown: as a person chose for all boards of this profile; else where a board is large. Ui thread. */
public final class MinimapSetting {

    private static final String SETTING = "minimap";
    /** A board of fewer cards is quicker found by looking at it. */
    private static final int LARGE = 60;

    private final Core core;
    private String chosen;

    MinimapSetting(Core core) {
        this.core = core;
        chosen = core.services.repo().setting(SETTING).map(bytes -> new String(bytes.toByteArray(),
                java.nio.charset.StandardCharsets.UTF_8)).orElse("");
    }

    public boolean shown() {
        boolean wanted = chosen.isEmpty() ? core.items().size() >= LARGE : chosen.equals("on");
        return wanted && core.isCanvas() && !core.items().isEmpty();
    }

    public void toggle() {
        chosen = shown() ? "off" : "on";
        core.services.repo().setting(SETTING, Bytes.utf8(chosen));
        core.request();
        core.damaged();
    }
}
