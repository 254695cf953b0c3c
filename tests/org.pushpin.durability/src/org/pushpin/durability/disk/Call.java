// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability.disk;

import java.util.List;

/**
 * A system call of a traced process.
 *
 * @param began the number of the line at which it began, from 0
 * @param ended the number of the line at which it had returned; greater than {@code began} where others ran meanwhile
 * @param arguments as strace writes them, strings in hex
 */
record Call(String name, int began, int ended, List<String> arguments, long result) {

    /** An argument that is a string of bytes. */
    byte[] bytes(int index) {
        String text = arguments.get(index);
        byte[] bytes = new byte[(text.length() - 2) / 4];
        for (int i = 0; i < bytes.length; i++) {
            int at = 1 + 4 * i + 2;
            bytes[i] = (byte) (Character.digit(text.charAt(at), 16) << 4 | Character.digit(text.charAt(at + 1), 16));
        }
        return bytes;
    }

    long number(int index) {
        return Long.parseLong(arguments.get(index));
    }
}
