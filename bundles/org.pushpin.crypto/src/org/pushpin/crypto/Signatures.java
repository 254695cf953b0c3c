// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Strict Ed25519 verification, so that all replicas agree about every signature (RFC 8032 §5.1.7, hardened as in "Taming the many
 * EdDSAs", 2020). Refused are: S ≥ L; a point A or R whose encoding is not canonical; A or R outside the prime-order subgroup, the small
 * orders included. Of what is left the cofactored and the cofactorless equation accept the same signatures. (Bouncy Castle alone is not
 * enough: its cofactored equation takes points of mixed order, which a cofactorless library refuses.) Costs about 0.2 ms; any
 * thread.
 */
public final class Signatures {
    /** The length of a public key in bytes. */
    public static final int PUBLIC_KEY_LENGTH = 32;

    /** The length of a signature in bytes. */
    public static final int LENGTH = 64;

    private Signatures() {
    }

    /** Whether the signature of this key over label ‖ parts is valid. Wrong lengths are simply invalid. */
    public static boolean verify(Bytes publicKey, Bytes signature, String label, Bytes... parts) {
        if (publicKey.length() != PUBLIC_KEY_LENGTH || signature.length() != LENGTH) {
            return false;
        }
        byte[] key = publicKey.toByteArray();
        byte[] bytes = signature.toByteArray();
        byte[] message = message(label, parts);
        Ed25519.PublicPoint point = Ed25519.validatePublicKeyFullExport(key, 0);
        return point != null && Ed25519.validatePublicKeyFull(bytes, 0) && Ed25519.verify(bytes, 0, point, message, 0, message.length);
    }

    static byte[] message(String label, Bytes... parts) {
        return Bytes.concat(Bytes.utf8(label), Bytes.concat(parts)).toByteArray();
    }
}
