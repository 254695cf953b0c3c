// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;


/** An index cannot be read or written; the message is fit to be shown. */
public final class SearchException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean damage;

    /** @param damage whether the index is broken, so that only a new one helps */
    public SearchException(String message, boolean damage, Throwable cause) {
        super(message, cause);
        this.damage = damage;
    }

    public boolean isDamage() {
        return damage;
    }
}
