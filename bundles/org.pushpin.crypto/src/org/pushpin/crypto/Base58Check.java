// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/**
 * Base58 with the Bitcoin alphabet over version(1) ‖ payload ‖ checksum(4), where the checksum is the beginning of
 * SHA-256(SHA-256(version ‖ payload)). Exactly one text names one payload. Quadratic, so the input is bounded first.
 */
final class Base58Check {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int BASE = 58;
    private static final int CHECKSUM = 4;
    private static final int MAX_TEXT = 64;

    private Base58Check() {
    }

    static String encode(int version, Bytes payload) {
        Bytes body = Bytes.concat(Bytes.of((byte) version), payload);
        return toText(Bytes.concat(body, checksum(body)).toByteArray());
    }

    static Bytes decode(String text, int version, int length, String what) throws FormatException {
        Bytes all = toBytes(text, what);
        int end = all.length() - CHECKSUM;
        if (end < 1 || !checksum(all.slice(0, end)).equals(all.slice(end, all.length()))) {
            throw new FormatException("the " + what + " is mistyped: its checksum does not match");
        }
        if (all.at(0) != version) {
            throw new UnsupportedFormatException(what + " version " + all.at(0));
        }
        if (end != 1 + length) {
            throw new FormatException("the " + what + " has " + (end - 1) + " bytes, not " + length);
        }
        return all.slice(1, end);
    }

    private static Bytes checksum(Bytes body) {
        return Hashes.sha256("", Hashes.sha256("", body)).slice(0, CHECKSUM);
    }

    private static String toText(byte[] number) {
        var text = new StringBuilder();
        int first = 0;
        while (first < number.length && number[first] == 0) {
            first++;
        }
        for (int at = first; at < number.length;) {
            text.append(ALPHABET.charAt(divide(number, at)));
            if (number[at] == 0) {
                at++;
            }
        }
        text.append("1".repeat(first));
        return text.reverse().toString();
    }

    /** Divides the number in place by 58 and answers the remainder. */
    private static int divide(byte[] number, int from) {
        int rest = 0;
        for (int i = from; i < number.length; i++) {
            int digit = rest << 8 | number[i] & 0xff;
            number[i] = (byte) (digit / BASE);
            rest = digit % BASE;
        }
        return rest;
    }

    private static Bytes toBytes(String text, String what) throws FormatException {
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            throw new FormatException("the " + what + " is not 1 to " + MAX_TEXT + " characters long");
        }
        byte[] number = new byte[text.length()];
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new FormatException("the " + what + " holds a character that is not base58");
            }
            zeros += digit == 0 && zeros == i ? 1 : 0;
            multiplyAdd(number, digit);
        }
        int first = 0;
        while (first < number.length && number[first] == 0) {
            first++;
        }
        byte[] result = new byte[zeros + number.length - first];
        System.arraycopy(number, first, result, zeros, number.length - first);
        return Bytes.wrap(result);
    }

    private static void multiplyAdd(byte[] number, int digit) {
        int carry = digit;
        for (int i = number.length - 1; i >= 0; i--) {
            carry += (number[i] & 0xff) * BASE;
            number[i] = (byte) carry;
            carry >>>= 8;
        }
    }
}
