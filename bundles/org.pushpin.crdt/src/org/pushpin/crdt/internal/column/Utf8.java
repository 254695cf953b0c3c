// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** UTF-8 in byte ranges: checked and measured without decoding it. What passes is what a strict decoder accepts. */
public final class Utf8 {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private Utf8() {
    }

    /** Whether the whole range is well-formed: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
    public static boolean isValid(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            if (bytes[at] >= 0) {
                at = skipAscii(bytes, at + 1, end);
            } else {
                int length = length(bytes, at, end);
                if (length == 0) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /** Returns where the first byte beyond ASCII is, or the end. */
    public static int skipAscii(byte[] bytes, int from, int end) {
        int at = from;
        while (at + 8 <= end && ((long) LONG.get(bytes, at) & NOT_ASCII) == 0) {
            at += 8;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The length in bytes of the code point that begins at {@code at}, 0 if none does that is well-formed and ends in the range. */
    public static int length(byte[] bytes, int at, int end) {
        int lead = bytes[at];
        if (lead >= 0) {
            return 1;
        }
        int length = lead < (byte) 0xc2 ? 0 : lead < (byte) 0xe0 ? 2 : lead < (byte) 0xf0 ? 3 : lead < (byte) 0xf5 ? 4 : 0;
        if (length == 0 || length > end - at || !isSecond(lead & 0xff, bytes[at + 1])) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if (bytes[at + i] >= (byte) 0xc0) {
                return 0;
            }
        }
        return length;
    }

    /** The second byte excludes overlong forms, surrogates and what is beyond U+10FFFF. */
    private static boolean isSecond(int lead, int second) {
        int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        int b = second & 0xff;
        return b >= low && b <= high;
    }

    /** The length in bytes of the code point whose first byte this is, in text that is known to be well-formed. */
    public static int length(byte lead) {
        return lead >= 0 ? 1 : lead < (byte) 0xe0 ? 2 : lead < (byte) 0xf0 ? 3 : 4;
    }

    /** The length in bytes of a string in UTF-8, an unpaired surrogate counting as U+FFFD. */
    public static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length += c < 0x800 ? 1 : 2;
                if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                }
            }
        }
        return length;
    }

    /** Writes a string as UTF-8, an unpaired surrogate as U+FFFD, and returns where it ends. There must be room. */
    static int write(String text, byte[] target, int from) {
        int at = from;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                target[at++] = (byte) c;
            } else if (!Character.isSurrogate(c)) {
                at = write(c, target, at);
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                at = write(Character.toCodePoint(c, text.charAt(++i)), target, at);
            } else {
                at = write(0xfffd, target, at);
            }
        }
        return at;
    }

    private static int write(int c, byte[] target, int from) {
        int at = from;
        if (c < 0x800) {
            target[at++] = (byte) (0xc0 | c >> 6);
        } else if (c < 0x10000) {
            target[at++] = (byte) (0xe0 | c >> 12);
            target[at++] = (byte) (0x80 | c >> 6 & 0x3f);
        } else {
            target[at++] = (byte) (0xf0 | c >> 18);
            target[at++] = (byte) (0x80 | c >> 12 & 0x3f);
            target[at++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        target[at++] = (byte) (0x80 | c & 0x3f);
        return at;
    }
}
