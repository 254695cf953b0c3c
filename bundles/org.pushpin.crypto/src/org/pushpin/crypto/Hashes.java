// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256, HMAC-SHA256 (RFC 2104) and HKDF-SHA256 (RFC 5869), each separated by an ASCII label. Any thread. */
public final class Hashes {
    /** The length of a SHA-256 in bytes. */
    public static final int SHA256_LENGTH = 32;

    private static final String HMAC = "HmacSHA256";
    private static final Bytes SALT = Bytes.utf8("pushpin/kdf/1");

    private Hashes() {
    }

    /** SHA-256(label ‖ parts), 32 bytes. An empty label is the plain hash. */
    public static Bytes sha256(String label, Bytes... parts) {
        MessageDigest digest = newSha256();
        digest.update(label.getBytes(StandardCharsets.US_ASCII));
        for (Bytes part : parts) {
            digest.update(part.asBuffer());
        }
        return Bytes.wrap(digest.digest());
    }

    /** HMAC-SHA256(key, label ‖ parts), 32 bytes. */
    public static Bytes hmacSha256(Bytes key, String label, Bytes... parts) {
        Mac mac = newMac(key);
        mac.update(label.getBytes(StandardCharsets.US_ASCII));
        for (Bytes part : parts) {
            mac.update(part.asBuffer());
        }
        return Bytes.wrap(mac.doFinal());
    }

    /**
     * HKDF-SHA256 with the salt "pushpin/kdf/1" and info = label ‖ 0x00 ‖ context.
     *
     * @param secret input key material, at least 16 bytes of entropy
     * @param length 1 to 64 bytes
     */
    public static Bytes hkdf(Bytes secret, String label, int length, Bytes... context) {
        if (length < 1 || length > 2 * SHA256_LENGTH) {
            throw new IllegalArgumentException("1 to 64 bytes, not " + length);
        }
        Bytes info = Bytes.concat(Bytes.utf8(label), Bytes.zeros(1), Bytes.concat(context));
        Bytes key = hmacSha256(SALT, "", secret);
        Bytes first = hmacSha256(key, "", info, Bytes.of((byte) 1));
        if (length <= SHA256_LENGTH) {
            return first.slice(0, length);
        }
        Bytes second = hmacSha256(key, "", first, info, Bytes.of((byte) 2));
        return Bytes.concat(first, second).slice(0, length);
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    private static Mac newMac(Bytes key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.toByteArray(), HMAC));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + HMAC, missing);
        }
    }
}
