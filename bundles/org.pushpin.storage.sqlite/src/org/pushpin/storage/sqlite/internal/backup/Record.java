// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal.backup;

import org.pushpin.crypto.Bytes;

/**
 * A part of a backup.
 *
 * @param payload of the length that {@link Kind} allows
 */
public record Record(Kind kind, Bytes payload) {

    /** What a part is. */
    public enum Kind {
        DATABASE(1, 1, Record.PART),
        FILE(2, 32, 32),
        CHUNK(3, 5, 4 + Record.PART),
        END(4, 32, 32);

        final int code;
        final int shortest;
        final int longest;

        Kind(int code, int shortest, int longest) {
            this.code = code;
            this.shortest = shortest;
            this.longest = longest;
        }
    }

    /** The most that a record holds of a database or a file. */
    public static final int PART = 256 * 1024;

    static final int VERSION = 1;
    static final byte[] MAGIC = {'P', 'P', 'b', 'a', 'c', 'k', 'u', 'p'};
}
