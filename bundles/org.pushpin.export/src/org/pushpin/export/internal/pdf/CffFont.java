// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A CID-keyed Compact Font Format file of bare outlines (Adobe Technical Note 5176), 1,000 units per em, in which a
 * glyph's number is its CID.
 *
 * <table>
 * <caption>Its parts, in this order</caption>
 * <tr><td>header</td><td>major 1, minor 0, size 4, offset size 4</td></tr>
 * <tr><td>Name INDEX</td><td>the font's name</td></tr>
 * <tr><td>Top DICT INDEX</td><td>ROS, CIDCount, and the offsets of the parts below, in 5 bytes each</td></tr>
 * <tr><td>String INDEX</td><td>"Adobe", "Identity"</td></tr>
 * <tr><td>Global Subr INDEX</td><td>empty</td></tr>
 * <tr><td>charset</td><td>format 2: 1 … n − 1 in a row</td></tr>
 * <tr><td>FDSelect</td><td>format 3: all of font dictionary 0</td></tr>
 * <tr><td>CharStrings INDEX</td><td>see {@link CharString}</td></tr>
 * <tr><td>FDArray INDEX</td><td>one, with an empty Private DICT</td></tr>
 * </table>
 */
final class CffFont {

    private static final int FIRST_OWN_STRING = 391;
    private static final int ROS = 30;
    private static final int CID_COUNT = 34;
    private static final int CHARSET = 15;
    private static final int CHAR_STRINGS = 17;
    private static final int PRIVATE = 18;
    private static final int FD_ARRAY = 36;
    private static final int FD_SELECT = 37;

    private CffFont() {
    }

    /** @param glyphs as char strings; the first is shown for what is missing */
    static byte[] of(String name, List<byte[]> glyphs) {
        byte[] header = {1, 0, 4, 4};
        byte[] names = index(List.of(ascii(name)));
        byte[] strings = index(List.of(ascii("Adobe"), ascii("Identity")));
        byte[] subroutines = index(List.of());
        byte[] charset = charset(glyphs.size());
        byte[] select = {3, 0, 1, 0, 0, 0, (byte) (glyphs.size() >> 8), (byte) glyphs.size()};
        byte[] charStrings = index(glyphs);
        int before = header.length + names.length + index(List.of(top(0, 0, 0, 0, 0))).length + strings.length + subroutines.length;
        int selectAt = before + charset.length;
        int charStringsAt = selectAt + select.length;
        int arrayAt = charStringsAt + charStrings.length;
        int privateAt = arrayAt + index(List.of(fontDictionary(0))).length;
        byte[] top = index(List.of(top(glyphs.size(), before, selectAt, charStringsAt, arrayAt)));
        byte[] array = index(List.of(fontDictionary(privateAt)));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : List.of(header, names, top, strings, subroutines, charset, select, charStrings, array)) all.writeBytes(part);
        return all.toByteArray();
    }

    private static byte[] top(int count, int charset, int select, int charStrings, int array) {
        ByteArrayOutputStream top = new ByteArrayOutputStream();
        number(top, FIRST_OWN_STRING);
        number(top, FIRST_OWN_STRING + 1);
        number(top, 0);
        escape(top, ROS);
        number(top, count);
        escape(top, CID_COUNT);
        number(top, charset);
        top.write(CHARSET);
        number(top, charStrings);
        top.write(CHAR_STRINGS);
        number(top, array);
        escape(top, FD_ARRAY);
        number(top, select);
        escape(top, FD_SELECT);
        return top.toByteArray();
    }

    private static byte[] fontDictionary(int privateAt) {
        ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
        number(dictionary, 0);
        number(dictionary, privateAt);
        dictionary.write(PRIVATE);
        return dictionary.toByteArray();
    }

    private static byte[] charset(int count) {
        if (count < 2) return new byte[] {0};
        return new byte[] {2, 0, 1, (byte) (count - 2 >> 8), (byte) (count - 2)};
    }

    /** In five bytes, whatever it is, so that a part's size does not depend on offsets. */
    private static void number(ByteArrayOutputStream to, int value) {
        to.write(29);
        for (int shift = 24; shift >= 0; shift -= 8) to.write(value >> shift);
    }

    private static void escape(ByteArrayOutputStream to, int operator) {
        to.write(12);
        to.write(operator);
    }

    private static byte[] index(List<byte[]> items) {
        if (items.isEmpty()) return new byte[] {0, 0};
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        index.write(items.size() >> 8);
        index.write(items.size());
        index.write(4);
        int at = 1;
        offset(index, at);
        for (byte[] item : items) offset(index, at += item.length);
        items.forEach(index::writeBytes);
        return index.toByteArray();
    }

    private static void offset(ByteArrayOutputStream to, int value) {
        for (int shift = 24; shift >= 0; shift -= 8) to.write(value >> shift);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
