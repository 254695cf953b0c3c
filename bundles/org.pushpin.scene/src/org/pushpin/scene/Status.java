// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

/**
 * Where the shown document and those that its cards show are; only what is proven.
 *
 * @param place whether it is here
 * @param saved everything shown is durable on this disk
 * @param peersConnected peers that share the document and are connected now
 * @param peersWithAll how many of them, at least, have acknowledged exactly what is here of each document
 * @param holders how many other devices, connected or not, have acknowledged that all that is shown is durable there; 0 if it is only here
 */
public record Status(Place place, boolean saved, int peersConnected, int peersWithAll, int holders) {

    /** Where the shown document is. */
    public enum Place {
        /** Being looked for on this disk. */
        OPENING,
        /** Not on this disk: waited for. */
        COMING,
        /** Here. */
        HERE
    }

    /** Nothing is known yet. */
    public static final Status OPENING = new Status(Place.OPENING, false, 0, 0, 0);
}
