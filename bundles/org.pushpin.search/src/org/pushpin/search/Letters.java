// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.util.function.IntConsumer;

/** What {@link Words} knows of single characters. */
final class Letters {

    private Letters() {}

    /** Whether it is a word of its own: it belongs to a script that is written without spaces, or is a picture. */
    static boolean standsAlone(int point) {
        if (Character.getType(point) == Character.OTHER_SYMBOL) {
            return true;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, YI, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(point);
            default -> point == 0x30FC || point == 0xFF70; // the long sound of kana, which belongs to both of them
        };
    }

    /** A mark that people leave out when they search: not the vowels of Indian scripts, which are marks too. */
    static boolean isAccent(int point) {
        return point >= 0x0300 && point <= 0x036F // Latin, Greek, Cyrillic
                || point >= 0x0591 && point <= 0x05C7 // Hebrew points
                || point >= 0x064B && point <= 0x065F || point == 0x0670 || point == 0x0640 // Arabic signs and the stretching
                || point >= 0x1AB0 && point <= 0x1AFF || point >= 0x1DC0 && point <= 0x1DFF
                || point >= 0x20D0 && point <= 0x20FF || point >= 0xFE00 && point <= 0xFE2F;
    }

    /** Whether it is its own compatibility decomposition, for the scripts where a range of letters surely is. */
    static boolean isSimple(int point) {
        return point >= 0x0430 && point <= 0x0438 || point >= 0x043A && point <= 0x044F // Cyrillic small letters but й
                || point >= 0x0410 && point <= 0x0418 || point >= 0x041A && point <= 0x042F
                || point >= 0x4E00 && point <= 0x9FFF; // Chinese characters
    }

    static int fold(int point) {
        return Character.toLowerCase(Character.toUpperCase(point));
    }

    /** Lower case without regard to the place in the word, and the letters that are written as two, or with a stroke. */
    static void folded(int point, IntConsumer out) {
        int folded = fold(point);
        switch (folded) {
            case 'ß', 'ẞ' -> both('s', 's', out);
            case 'æ' -> both('a', 'e', out);
            case 'œ' -> both('o', 'e', out);
            case 'þ' -> both('t', 'h', out);
            case 'ø' -> out.accept('o');
            case 'đ', 'ð' -> out.accept('d');
            case 'ł' -> out.accept('l');
            case 'ħ' -> out.accept('h');
            case 'ı' -> out.accept('i');
            default -> out.accept(folded);
        }
    }

    private static void both(int one, int other, IntConsumer out) {
        out.accept(one);
        out.accept(other);
    }
}
