// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * An OpenType file packed as WOFF 1.0 (W3C Recommendation of 2012-12-13).
 *
 * <table>
 * <caption>Header, 44 bytes; then 20 bytes for each table; then the tables, each deflated where that is shorter, to a multiple of 4</caption>
 * <tr><td>0</td><td>4</td><td>"wOFF"</td></tr>
 * <tr><td>4</td><td>4</td><td>the font's own first four bytes</td></tr>
 * <tr><td>8</td><td>4</td><td>length of all</td></tr>
 * <tr><td>12</td><td>4</td><td>number of tables (u16), 0 (u16)</td></tr>
 * <tr><td>16</td><td>4</td><td>length of the unpacked font</td></tr>
 * <tr><td>20</td><td>24</td><td>0: no version, no metadata</td></tr>
 * <tr><td>+0</td><td>20</td><td>of each table: tag, offset, packed length, length, checksum</td></tr>
 * </table>
 */
final class Woff {

    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;

    private Woff() {
    }

    /** @param font as the program ships it */
    static byte[] of(byte[] font) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(font);
        int count = from.getShort(4);
        ByteBuffer head = ByteBuffer.allocate(HEADER + count * ENTRY);
        ByteArrayOutputStream tables = new ByteArrayOutputStream();
        int unpacked = 12 + 16 * count;
        head.position(HEADER);
        for (int i = 0; i < count; i++) {
            int at = 12 + 16 * i;
            int length = from.getInt(at + 12);
            byte[] packed = deflate(Arrays.copyOfRange(font, from.getInt(at + 8), from.getInt(at + 8) + length));
            head.putInt(from.getInt(at)).putInt(head.capacity() + tables.size()).putInt(packed.length).putInt(length).putInt(from.getInt(at + 4));
            tables.writeBytes(packed);
            while (tables.size() % 4 != 0) tables.write(0);
            unpacked += length + 3 & ~3;
        }
        head.putInt(0, SIGNATURE).putInt(4, from.getInt(0)).putInt(8, head.capacity() + tables.size()).putShort(12, (short) count).putInt(16, unpacked);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.array());
        tables.writeTo(all);
        return all.toByteArray();
    }

    private static byte[] deflate(byte[] table) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed, deflater)) {
            deflating.write(table);
        } finally {
            deflater.end();
        }
        return packed.size() < table.length ? packed.toByteArray() : table;
    }
}
