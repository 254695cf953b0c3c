// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.plugin;

/** A card type's code threw, or did not come back. */
public final class PluginException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind { FAILED, SILENT }

    private final Kind kind;

    PluginException(Kind kind, Throwable cause) {
        super(cause == null ? kind.name() : cause.toString(), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
