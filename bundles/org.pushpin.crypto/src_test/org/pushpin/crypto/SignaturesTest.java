// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/**
 * RFC 8032 §7.1 and the edge cases of "Taming the many EdDSAs" (Chalkias, Garillot, Nikolaenko, 2020), made here from small arithmetic on the
 * curve: small orders, mixed orders, encodings that are not canonical, and S ≥ L.
 */
final class SignaturesTest {
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger L = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger D = BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
    private static final BigInteger BASE_Y = BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)).mod(P);
    private static final Point BASE = Point.withY(BASE_Y, false);
    private static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE);
    private static final Point ORDER_8 = Point.decode("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

    private static final String[][] RFC_8032 = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
        {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"}
    };

    @Test
    void vectorsOfRfc8032() {
        for (String[] vector : RFC_8032) {
            SigningKey key = SigningKey.fromSeed(Bytes.fromHex(vector[0]));
            Bytes message = Bytes.fromHex(vector[2]);
            assertEquals(vector[1], key.publicKey().toHex());
            assertEquals(vector[3], key.sign("", message).toHex());
            assertTrue(Signatures.verify(key.publicKey(), Bytes.fromHex(vector[3]), "", message));
            assertFalse(Signatures.verify(key.publicKey(), Bytes.fromHex(vector[3]), "", message, Bytes.zeros(1)));
        }
    }

    @Test
    void theCurveInThisTestAgreesWithTheLibrary() {
        for (int i = 0; i < 20; i++) {
            BigInteger secret = scalar("key " + i);
            Bytes key = BASE.times(secret).encode();
            Bytes message = Bytes.utf8("message " + i);
            assertTrue(Signatures.verify(key, forge(secret, key, NEUTRAL, message, i), "", message));
        }
    }

    @Test
    void aSignatureWithSBeyondTheOrderIsRefused() {
        SigningKey key = SigningKey.fromSeed(Bytes.fromHex(RFC_8032[1][0]));
        Bytes message = Bytes.fromHex(RFC_8032[1][2]);
        Bytes signature = key.sign("", message);
        BigInteger s = little(signature.slice(32, 64));
        for (int times = 1; times <= 15; times++) {
            Bytes high = little(s.add(L.multiply(BigInteger.valueOf(times))));
            assertFalse(Signatures.verify(key.publicKey(), Bytes.concat(signature.slice(0, 32), high), "", message));
        }
    }

    @Test
    void keysAndCommitmentsOfSmallOrderAreRefused() {
        Bytes message = Bytes.utf8("anything");
        BigInteger secret = scalar("honest");
        Bytes honest = BASE.times(secret).encode();
        for (int i = 0; i < 8; i++) {
            Point small = ORDER_8.times(BigInteger.valueOf(i));
            for (int salt = 0; salt < 16; salt++) {
                // S = 0, R and A small: a signature that fits many messages
                Bytes r = ORDER_8.times(BigInteger.valueOf(salt)).encode();
                assertFalse(Signatures.verify(small.encode(), Bytes.concat(r, Bytes.zeros(32)), "", message));
                // R honest, A small
                BigInteger nonce = scalar("nonce " + salt);
                Bytes signature = Bytes.concat(BASE.times(nonce).encode(), little(nonce));
                assertFalse(Signatures.verify(small.encode(), signature, "", message));
            }
            // R small, A honest
            BigInteger k = challenge(small.encode(), honest, message);
            Bytes signature = Bytes.concat(small.encode(), little(k.multiply(secret).mod(L)));
            assertFalse(Signatures.verify(honest, signature, "", message));
        }
    }

    @Test
    void pointsOfMixedOrderAreRefusedWhateverTheEquationSays() {
        BigInteger secret = scalar("mixed");
        Point clean = BASE.times(secret);
        for (int torsion = 1; torsion < 8; torsion++) {
            Point small = ORDER_8.times(BigInteger.valueOf(torsion));
            Bytes mixedKey = clean.plus(small).encode();
            for (int i = 0; i < 5; i++) {
                Bytes message = Bytes.utf8("case " + torsion + "/" + i);
                assertFalse(Signatures.verify(mixedKey, forge(secret, mixedKey, NEUTRAL, message, i), "", message), "A of mixed order");
                assertFalse(Signatures.verify(mixedKey, forge(secret, mixedKey, small, message, i), "", message), "A and R of mixed order");
                Bytes key = clean.encode();
                assertFalse(Signatures.verify(key, forge(secret, key, small, message, i), "", message), "R of mixed order");
            }
        }
    }

    @Test
    void encodingsThatAreNotCanonicalAreRefused() {
        Bytes message = Bytes.utf8("anything");
        BigInteger secret = scalar("honest");
        Bytes honest = BASE.times(secret).encode();
        for (int y = 0; y < 19; y++) {
            for (int sign = 0; sign < 2; sign++) {
                BigInteger number = P.add(BigInteger.valueOf(y));
                Bytes high = little(sign == 1 ? number.setBit(255) : number);
                assertFalse(Signatures.verify(high, Bytes.concat(honest, Bytes.zeros(32)), "", message));
                BigInteger k = challenge(high, honest, message);
                assertFalse(Signatures.verify(honest, Bytes.concat(high, little(k.multiply(secret).mod(L))), "", message));
            }
        }
        // x = 0 with the sign bit set
        Bytes negativeZero = little(BigInteger.ONE.setBit(255));
        assertFalse(Signatures.verify(negativeZero, Bytes.concat(negativeZero, Bytes.zeros(32)), "", message));
    }

    @Test
    void labelsSeparate() {
        SigningKey key = SigningKey.generate();
        Bytes signature = key.sign("pushpin/a/1", Bytes.utf8("x"));
        assertTrue(Signatures.verify(key.publicKey(), signature, "pushpin/a/1", Bytes.utf8("x")));
        assertFalse(Signatures.verify(key.publicKey(), signature, "pushpin/b/1", Bytes.utf8("x")));
        assertFalse(Signatures.verify(key.publicKey(), signature.slice(0, 63), "pushpin/a/1", Bytes.utf8("x")));
        assertFalse(Signatures.verify(key.publicKey().slice(0, 31), signature, "pushpin/a/1", Bytes.utf8("x")));
    }

    /** A signature whose commitment is off by a point of small order: right up to torsion. */
    private static Bytes forge(BigInteger secret, Bytes key, Point off, Bytes message, int salt) {
        BigInteger nonce = scalar("nonce " + salt);
        Bytes r = BASE.times(nonce).plus(off).encode();
        BigInteger s = nonce.add(challenge(r, key, message).multiply(secret)).mod(L);
        return Bytes.concat(r, little(s));
    }

    private static BigInteger challenge(Bytes r, Bytes key, Bytes message) {
        return little(sha512(Bytes.concat(r, key, message))).mod(L);
    }

    private static BigInteger scalar(String name) {
        return little(sha512(Bytes.utf8(name))).mod(L);
    }

    private static Bytes sha512(Bytes bytes) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-512").digest(bytes.toByteArray()));
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static BigInteger little(Bytes bytes) {
        byte[] big = new byte[bytes.length()];
        for (int i = 0; i < big.length; i++) {
            big[big.length - 1 - i] = (byte) bytes.at(i);
        }
        return new BigInteger(1, big);
    }

    private static Bytes little(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 256; i++) {
            bytes[i / 8] |= (byte) (number.testBit(i) ? 1 << i % 8 : 0);
        }
        return Bytes.of(bytes);
    }

    /** An affine point of edwards25519. */
    private record Point(BigInteger x, BigInteger y) {
        static Point withY(BigInteger y, boolean odd) {
            BigInteger y2 = y.multiply(y).mod(P);
            BigInteger x2 = y2.subtract(BigInteger.ONE).multiply(D.multiply(y2).add(BigInteger.ONE).modInverse(P)).mod(P);
            BigInteger x = x2.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
            if (!x.multiply(x).subtract(x2).mod(P).equals(BigInteger.ZERO)) {
                x = x.multiply(BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P)).mod(P);
            }
            return new Point(x.testBit(0) == odd ? x : P.subtract(x), y);
        }

        static Point decode(String hex) {
            BigInteger number = little(Bytes.fromHex(hex));
            return withY(number.clearBit(255), number.testBit(255));
        }

        Point plus(Point other) {
            BigInteger xy = x.multiply(other.x).multiply(y).multiply(other.y).mod(P).multiply(D).mod(P);
            BigInteger newX = x.multiply(other.y).add(y.multiply(other.x)).multiply(BigInteger.ONE.add(xy).modInverse(P)).mod(P);
            BigInteger newY = y.multiply(other.y).add(x.multiply(other.x)).multiply(BigInteger.ONE.subtract(xy).modInverse(P)).mod(P);
            return new Point(newX, newY);
        }

        Point times(BigInteger scalar) {
            Point result = NEUTRAL;
            for (int i = scalar.bitLength() - 1; i >= 0; i--) {
                result = result.plus(result);
                result = scalar.testBit(i) ? result.plus(this) : result;
            }
            return result;
        }

        Bytes encode() {
            return little(x.testBit(0) ? y.setBit(255) : y);
        }
    }
}
