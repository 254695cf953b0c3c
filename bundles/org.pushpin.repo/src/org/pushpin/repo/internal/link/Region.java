// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.link;

import java.util.List;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Patch;

/**
 * A part of a list or text. What stands before and behind it is the same before and after some patches.
 *
 * @param to the end, exclusive
 * @param behind how much stands behind it
 */
record Region(int from, int to, int behind) {

    /** What a text shows for what is not a string. */
    static final char OBJECT = '\ufffc';

    /** What patches touch of a sequence that had this length, in its indexes of before. */
    static Region of(int length, boolean isText, List<Patch> patches) {
        int from = length;
        int behind = length;
        int now = length;
        for (Patch patch : patches) {
            int[] step = step(patch, isText);
            if (step == null) {
                return new Region(0, length, 0);
            }
            if (step.length > 0) {
                from = Math.min(from, step[0]);
                behind = Math.min(behind, now - step[0] - step[1]);
                now += step[2] - step[1];
            }
        }
        int kept = Math.max(0, behind);
        return new Region(Math.min(from, length - kept), length - kept, kept);
    }

    /** Index, units gone, units come; nothing if it moves nothing; null if that cannot be told. */
    private static int[] step(Patch patch, boolean isText) {
        return switch (patch) {
            case Patch.SpliceText splice -> new int[] {splice.index(), splice.delete(), splice.text().length()};
            case Patch.Mark mark -> new int[0];
            case Patch.Increment increment -> new int[0];
            case Patch.Insert insert when !isText -> new int[] {insert.index(), 0, 1};
            case Patch.PutSeq put when !isText -> new int[] {put.index(), 1, 1};
            case Patch.DeleteSeq gone when !isText -> new int[] {gone.index(), gone.length(), 0};
            default -> null;
        };
    }

    /** The same part in the later state, which has this length. */
    Region inLater(int length) {
        return new Region(from, length - behind, behind);
    }

    /** In a text as far as white space on both sides, since a link that is cut is another: no link holds any. */
    Region widened(Doc document, ObjectId object, ObjectType type) {
        if (type != ObjectType.TEXT) {
            return this;
        }
        CharSequence text = document.textOf(object);
        int start = from;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        int end = to;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new Region(start, end, behind - (end - to));
    }
}
