// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.pushpin.crypto.Bytes;

/**
 * The hash that every row carries of itself: the first 16 bytes of SHA-256("pushpin/row/1/" table 0x00, then each field as a u32
 * length and its bytes). Row numbers are replaced by what they mean (a document's id, a writer's key), so a row that is read
 * in another's place does not match.
 */
final class RowSum {

    private static final int LENGTH = 16;

    private RowSum() {}

    /** @param fields each a {@link Bytes}, a {@link Long} or a {@link String} */
    static Bytes of(String table, Object... fields) {
        byte[] prefix = ("pushpin/row/1/" + table + '\0').getBytes(StandardCharsets.US_ASCII);
        Bytes[] parts = new Bytes[fields.length];
        int length = prefix.length;
        for (int i = 0; i < fields.length; i++) {
            parts[i] = bytes(fields[i]);
            length += Integer.BYTES + parts[i].length();
        }
        ByteBuffer row = ByteBuffer.allocate(length).put(prefix);
        for (Bytes part : parts) {
            part.writeTo(row.putInt(part.length()));
        }
        return Bytes.copy(sha256().digest(row.array()), 0, LENGTH); // in one piece: there are very many rows
    }

    private static Bytes bytes(Object field) {
        return switch (field) {
            case Bytes bytes -> bytes;
            case Long number -> Bytes.copy(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
            case String text -> Bytes.utf8(text);
            default -> throw new IllegalArgumentException(field.getClass().getName());
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}
