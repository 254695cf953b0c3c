// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Puts the right magic, checksum and length around bytes: magic, checksum, type, length, body. */
final class Framing {
    static final int DOCUMENT = 0;
    static final int CHANGE = 1;
    static final int DEFLATED_CHANGE = 2;
    private static final byte[] MAGIC = {(byte) 0x85, 0x6f, 0x4a, (byte) 0x83};
    private static final int PREFIX = 8;
    /** A bomb that inflates to more is left with a wrong checksum: a decoder stops long before it gets there. */
    private static final int INFLATED = 17 << 20;

    private Framing() {
    }

    /** A chunk whose checksum fits. */
    static byte[] chunk(int type, byte[] body) {
        byte[] plain = type == DEFLATED_CHANGE ? inflated(body) : body;
        byte[] sum = sum(type == DEFLATED_CHANGE ? CHANGE : type, plain);
        byte[] length = Leb.unsigned(body.length);
        byte[] chunk = new byte[PREFIX + 1 + length.length + body.length];
        System.arraycopy(MAGIC, 0, chunk, 0, MAGIC.length);
        System.arraycopy(sum, 0, chunk, MAGIC.length, PREFIX - MAGIC.length);
        chunk[PREFIX] = (byte) type;
        System.arraycopy(length, 0, chunk, PREFIX + 1, length.length);
        System.arraycopy(body, 0, chunk, PREFIX + 1 + length.length, body.length);
        return chunk;
    }

    /**
     * A file of chunks, cut where their magic is, each with the length and the checksum that fit. What does not begin with the magic is
     * taken as the first chunk's type and body.
     */
    static byte[] repaired(byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 64);
        int at = 0;
        while (at < file.length) {
            int next = nextMagic(file, at + 1);
            byte[] content = Arrays.copyOfRange(file, isMagic(file, at) ? Math.min(at + PREFIX, next) : at, next);
            if (content.length > 0) {
                int body = isMagic(file, at) ? Leb.skip(content, 1) : 1;
                out.writeBytes(chunk(content[0], Arrays.copyOfRange(content, Math.min(body, content.length), content.length)));
            }
            at = next;
        }
        return out.toByteArray();
    }

    private static int nextMagic(byte[] file, int from) {
        int at = from;
        while (at < file.length && !isMagic(file, at)) {
            at++;
        }
        return at;
    }

    private static boolean isMagic(byte[] file, int at) {
        return at + MAGIC.length <= file.length && Arrays.equals(file, at, at + MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private static byte[] sum(int type, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) type);
            digest.update(Leb.unsigned(body.length));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static byte[] joined(Iterable<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** As far as it goes. */
    static byte[] inflated(byte[] deflated) {
        Inflater inflater = new Inflater(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            inflater.setInput(deflated);
            int count = inflater.inflate(buffer);
            while (count > 0 && out.size() < INFLATED) {
                out.write(buffer, 0, count);
                count = inflater.inflate(buffer);
            }
        } catch (DataFormatException e) {
            return out.toByteArray();
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }

    static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            deflater.setInput(plain);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
