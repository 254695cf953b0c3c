// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

/**
 * Keys held. {@code command} is the platform's key for commands: Ctrl, or Cmd on a Mac; the host maps it.
 */
public record Modifiers(boolean command, boolean shift, boolean alt) {

    public static final Modifiers NONE = new Modifiers(false, false, false);
    public static final Modifiers COMMAND = new Modifiers(true, false, false);
    public static final Modifiers SHIFT = new Modifiers(false, true, false);
}
