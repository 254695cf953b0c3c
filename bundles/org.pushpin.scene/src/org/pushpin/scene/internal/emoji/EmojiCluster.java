// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.emoji;

/**
 * Finds where a text asks for an emoji in colour. Source: Unicode Technical Standard #51, ED-16 (flags, keycaps, tags,
 * sequences joined with ZWJ) and ED-8 to ED-9a (presentation: a sign that is text by itself is an emoji with U+FE0F only,
 * one that is an emoji by itself is text with U+FE0E).
 */
public final class EmojiCluster {

    /** Nothing longer is taken for one emoji; the longest of Unicode has 35 units. */
    static final int LONGEST = 48;

    private static final int JOINER = 0x200D;
    private static final int TEXT = 0xFE0E;
    private static final int COLOR = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int LAST_TAG = 0xE007F;

    private final String text;
    private final int end;

    private EmojiCluster(String text, int end) {
        this.text = text;
        this.end = end;
    }

    /** Where the emoji ends that begins at a unit; {@code start} where none does. Looks at no more than a few units. */
    public static int end(String text, int start, int limit) {
        char first = text.charAt(start);
        if (first < 0xA9 && !isKey(first)) return start;
        return new EmojiCluster(text, Math.min(limit, start + LONGEST)).sequence(start);
    }

    private int sequence(int start) {
        int at = element(start, false);
        boolean joins = Character.isExtendedPictographic(code(start));
        while (joins && at > start && at < end && code(at) == JOINER) {
            int next = at + 1 < end ? element(at + 1, true) : at + 1;
            if (next == at + 1) return at;
            at = next;
        }
        return at;
    }

    /** @param joined behind a ZWJ a sign needs no U+FE0F */
    private int element(int at, boolean joined) {
        int code = code(at);
        int next = at + Character.charCount(code);
        if (joined && !Character.isExtendedPictographic(code)) return at;
        if (isRegional(code)) {
            return next < end && isRegional(code(next)) ? next + Character.charCount(code(next)) : at;
        }
        if (isKey(code)) return keycap(at, next);
        if (!Character.isEmoji(code)) return at;
        int follower = next < end ? code(next) : -1;
        if (follower == TEXT) return at;
        boolean modified = Character.isEmojiModifier(follower) && Character.isEmojiModifierBase(code);
        if (modified) return tags(next + Character.charCount(follower));
        if (follower == COLOR) return tags(next + 1);
        boolean joins = follower == JOINER && Character.isExtendedPictographic(code) && next + 1 < end
                && Character.isExtendedPictographic(code(next + 1));
        return joined || joins || Character.isEmojiPresentation(code) ? tags(next) : at;
    }

    private int keycap(int at, int next) {
        int mark = next < end && code(next) == COLOR ? next + 1 : next;
        return mark < end && code(mark) == KEYCAP ? mark + 1 : at;
    }

    private int tags(int at) {
        int next = at;
        while (next < end && code(next) > 0xE001F && code(next) <= LAST_TAG) {
            next += 2;
            if (code(next - 2) == LAST_TAG) return next;
        }
        return at;
    }

    private int code(int at) {
        return text.codePointAt(at);
    }

    private static boolean isKey(int code) {
        return code >= '0' && code <= '9' || code == '#' || code == '*';
    }

    private static boolean isRegional(int code) {
        return code >= 0x1F1E6 && code <= 0x1F1FF;
    }
}
