// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The chaining key, the transcript hash and the key in use during a handshake (Noise revision 34, §5.2). Not thread-safe. */
final class SymmetricState {
    private final NoiseProtocol.Hash hash;
    private Bytes chainingKey;
    private Bytes handshakeHash;
    private Optional<CipherState> cipher = Optional.empty();

    SymmetricState(NoiseProtocol protocol) {
        hash = protocol.hash();
        Bytes name = Bytes.utf8(protocol.name());
        int length = hash.digest().getDigestSize();
        handshakeHash = name.length() <= length ? Bytes.concat(name, Bytes.zeros(length - name.length())) : digest(name);
        chainingKey = handshakeHash;
    }

    Bytes handshakeHash() {
        return handshakeHash;
    }

    boolean hasKey() {
        return cipher.isPresent();
    }

    void mixHash(Bytes data) {
        handshakeHash = digest(handshakeHash, data);
    }

    void mixKey(Bytes material) {
        Bytes[] keys = hkdf(material);
        chainingKey = keys[0];
        cipher = Optional.of(new CipherState(keys[1].slice(0, CipherState.KEY_LENGTH)));
    }

    Bytes encryptAndHash(Bytes plaintext) {
        Bytes ciphertext = cipher.map(c -> c.encrypt(handshakeHash, plaintext)).orElse(plaintext);
        mixHash(ciphertext);
        return ciphertext;
    }

    Bytes decryptAndHash(Bytes ciphertext) throws FormatException {
        Bytes plaintext = cipher.isPresent() ? cipher.get().decrypt(handshakeHash, ciphertext) : ciphertext;
        mixHash(ciphertext);
        return plaintext;
    }

    /** The initiator's sending cipher and the responder's. */
    CipherState[] split() {
        Bytes[] keys = hkdf(Bytes.EMPTY);
        return new CipherState[] {new CipherState(keys[0].slice(0, CipherState.KEY_LENGTH)),
                new CipherState(keys[1].slice(0, CipherState.KEY_LENGTH))};
    }

    /** HKDF of §4.3 with two outputs, salted with the chaining key. */
    private Bytes[] hkdf(Bytes material) {
        Bytes key = hmac(chainingKey, material);
        Bytes first = hmac(key, Bytes.of((byte) 1));
        return new Bytes[] {first, hmac(key, first, Bytes.of((byte) 2))};
    }

    private Bytes hmac(Bytes key, Bytes... parts) {
        var mac = new HMac(hash.digest());
        mac.init(new KeyParameter(key.toByteArray()));
        for (Bytes part : parts) {
            mac.update(part.toByteArray(), 0, part.length());
        }
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return Bytes.wrap(result);
    }

    private Bytes digest(Bytes... parts) {
        ExtendedDigest digest = hash.digest();
        for (Bytes part : parts) {
            digest.update(part.toByteArray(), 0, part.length());
        }
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return Bytes.wrap(result);
    }
}
