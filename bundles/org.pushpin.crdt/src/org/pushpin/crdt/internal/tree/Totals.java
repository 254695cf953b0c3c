// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

/**
 * What shows in all of a tree while it is being changed, and what of it the nodes above the leaf that was changed last do not know of yet:
 * they are told before they are next asked, so that a keystroke writes five numbers and not twenty.
 */
public final class Totals {
    public int units;
    public int points;
    public int bytes;
    public int specials;
    public int elements;
    private int knownUnits;
    private int knownPoints;
    private int knownBytes;
    private int knownSpecials;
    private int knownElements;

    public Totals(int[] sums) {
        units = sums[Inner.UNITS];
        points = sums[Inner.POINTS];
        bytes = sums[Inner.BYTES];
        specials = sums[Inner.SPECIALS];
        elements = sums[Inner.ELEMENTS];
        know();
    }

    private void know() {
        knownUnits = units;
        knownPoints = points;
        knownBytes = bytes;
        knownSpecials = specials;
        knownElements = elements;
    }

    public int get(int dimension) {
        return switch (dimension) {
            case Inner.UNITS -> units;
            case Inner.POINTS -> points;
            case Inner.BYTES -> bytes;
            case Inner.SPECIALS -> specials;
            default -> elements;
        };
    }

    public int[] toArray() {
        return new int[] {units, points, bytes, specials, elements};
    }

    /** Units that the leaf shows and the nodes above do not know of. */
    public int pendingUnits() {
        return units - knownUnits;
    }

    public void add(int moreUnits, int morePoints, int moreBytes, int moreSpecials, int moreElements) {
        units += moreUnits;
        points += morePoints;
        bytes += moreBytes;
        specials += moreSpecials;
        elements += moreElements;
    }

    /** Tells the nodes of the path, on which all changes were since the last time. */
    public void settle(Path path) {
        int moreUnits = units - knownUnits;
        int morePoints = points - knownPoints;
        int moreBytes = bytes - knownBytes;
        int moreSpecials = specials - knownSpecials;
        int moreElements = elements - knownElements;
        if ((moreUnits | morePoints | moreBytes | moreSpecials | moreElements) == 0) {
            return;
        }
        for (int d = path.depth - 1; d >= 0; d--) {
            int[] sums = path.nodes[d].sums;
            int at = path.slots[d] * Inner.SIZE;
            sums[at + Inner.UNITS] += moreUnits;
            sums[at + Inner.POINTS] += morePoints;
            sums[at + Inner.BYTES] += moreBytes;
            sums[at + Inner.SPECIALS] += moreSpecials;
            sums[at + Inner.ELEMENTS] += moreElements;
        }
        know();
    }
}
