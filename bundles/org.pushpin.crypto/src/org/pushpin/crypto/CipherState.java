// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One direction of a Noise session (revision 34, §5.1): a ChaCha20-Poly1305 key and a counter that is never used twice. Not thread-safe.
 */
public final class CipherState {
    /** What encryption adds, in bytes. */
    public static final int TAG_LENGTH = 16;

    /** The length of a key in bytes. */
    static final int KEY_LENGTH = 32;

    private static final String ALGORITHM = "ChaCha20-Poly1305";
    private static final int NONCE_LENGTH = 12;
    private static final int NONCE_COUNTER = 4;
    private static final long LAST_NONCE = -1;

    private final Cipher cipher;
    private SecretKeySpec key;
    private long nonce;

    CipherState(Bytes key) {
        this.cipher = newCipher();
        setKey(key);
    }

    private void setKey(Bytes bytes) {
        key = new SecretKeySpec(bytes.requireLength(KEY_LENGTH, "a cipher key").toByteArray(), "ChaCha20");
    }

    /** How many records were made or read under the counter; it goes on across {@link #rekey()}. */
    public long nonce() {
        return nonce;
    }

    /** Encrypts; the result is 16 bytes longer. */
    public Bytes encrypt(Bytes associated, Bytes plaintext) {
        var out = ByteBuffer.allocate(plaintext.length() + TAG_LENGTH);
        encrypt(associated, plaintext.asBuffer(), out);
        return Bytes.wrap(out.array());
    }

    /** Encrypts all of {@code in} to {@code out}, which has room for 16 bytes more and must not overlap. */
    public void encrypt(Bytes associated, ByteBuffer in, ByteBuffer out) {
        try {
            init(Cipher.ENCRYPT_MODE, nonce);
            cipher.updateAAD(associated.asBuffer());
            cipher.doFinal(in, out);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("encryption failed", impossible);
        }
        nonce++;
    }

    /** Decrypts; the result is 16 bytes shorter. @throws FormatException if it was not encrypted like this; the counter stays */
    public Bytes decrypt(Bytes associated, Bytes ciphertext) throws FormatException {
        if (ciphertext.length() < TAG_LENGTH) {
            throw new FormatException("an encrypted record ends too early");
        }
        var out = ByteBuffer.allocate(ciphertext.length() - TAG_LENGTH);
        decrypt(associated, ciphertext.asBuffer(), out);
        return Bytes.wrap(out.array());
    }

    /** Decrypts all of {@code in} to {@code out}, which must not overlap. @throws FormatException as above; {@code out} is then undefined */
    public void decrypt(Bytes associated, ByteBuffer in, ByteBuffer out) throws FormatException {
        try {
            init(Cipher.DECRYPT_MODE, nonce);
            cipher.updateAAD(associated.asBuffer());
            cipher.doFinal(in, out);
        } catch (AEADBadTagException forged) {
            throw new FormatException("an encrypted record was altered or is out of order");
        } catch (GeneralSecurityException broken) {
            throw new FormatException("an encrypted record cannot be read");
        }
        nonce++;
    }

    /** Replaces the key by a one-way function of itself (§4.2, §11.3). Both ends do it at the same record. */
    public void rekey() {
        var out = ByteBuffer.allocate(KEY_LENGTH + TAG_LENGTH);
        try {
            Cipher once = newCipher();
            once.init(Cipher.ENCRYPT_MODE, key, iv(LAST_NONCE));
            once.doFinal(ByteBuffer.allocate(KEY_LENGTH), out);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("encryption failed", impossible);
        }
        setKey(Bytes.wrap(out.array()).slice(0, KEY_LENGTH));
    }

    private void init(int mode, long counter) throws GeneralSecurityException {
        if (counter == LAST_NONCE) {
            throw new IllegalStateException("a session may not be this long");
        }
        cipher.init(mode, key, iv(counter));
    }

    private static IvParameterSpec iv(long counter) {
        var iv = ByteBuffer.allocate(NONCE_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        iv.putLong(NONCE_COUNTER, counter);
        return new IvParameterSpec(iv.array());
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance(ALGORITHM);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, missing);
        }
    }
}
