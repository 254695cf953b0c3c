// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

/** Something that was acknowledged is not there. */
final class Loss extends AssertionError {

    private static final long serialVersionUID = 1L;

    private Loss(String what) {
        super(what);
    }

    static void unless(boolean there, String what) {
        if (!there) {
            throw new Loss(what);
        }
    }
}
