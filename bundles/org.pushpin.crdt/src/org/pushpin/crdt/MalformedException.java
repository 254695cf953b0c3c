// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/**
 * Bytes from outside that are not a valid document, change or identifier, or that break a rule which every replica must agree on.
 * The message names the rule in one line; it never contains document content.
 */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedException(String message) {
        super(message);
    }
}
