// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/**
 * Proof, inside one encrypted session, that a peer knows a shared secret, without telling which to one who does not know it: 16 bytes of
 * HMAC-SHA256(key, "pushpin/tag/1" ‖ role ‖ handshake hash). It means nothing in another session, nor when the other side sends it back.
 */
public record SessionTag(Bytes bytes) {
    /** The length of a tag in bytes. */
    public static final int LENGTH = 16;

    /** @throws IllegalArgumentException if these are not 16 bytes */
    public SessionTag {
        bytes.requireLength(LENGTH, "a tag");
    }

    /**
     * @param key of what is shared, such as {@link DocumentSecret#tagKey()}
     * @param initiator whether the side that dialled makes this tag
     * @param handshakeHash of the session's Noise handshake
     */
    public static SessionTag of(Bytes key, boolean initiator, Bytes handshakeHash) {
        Bytes role = Bytes.of((byte) (initiator ? 0 : 1));
        return new SessionTag(Hashes.hmacSha256(key, "pushpin/tag/1", role, handshakeHash).slice(0, LENGTH));
    }
}
