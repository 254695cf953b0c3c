// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Objects, one after the other, and where each begins (ISO 32000-1, 7.5). Memory is bounded by one object. One thread. */
final class PdfFile {

    private final OutputStream out;
    private final List<Long> offsets = new ArrayList<>();
    private long written;

    PdfFile(OutputStream out) throws IOException {
        this.out = out;
        text("%PDF-1.7\n");
        bytes(new byte[] {'%', (byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'}); // says that there are bytes that are no text
    }

    /** A number for an object that is written later. */
    int reserve() {
        offsets.add(-1L);
        return offsets.size();
    }

    int object(String content) throws IOException {
        int number = reserve();
        object(number, content);
        return number;
    }

    void object(int number, String content) throws IOException {
        begin(number);
        text(content + "\nendobj\n");
    }

    /** @param dictionary without its length and its brackets */
    int stream(String dictionary, byte[] data) throws IOException {
        int number = reserve();
        begin(number);
        text("<< " + dictionary + " /Length " + data.length + " >>\nstream\n");
        bytes(data);
        text("\nendstream\nendobj\n");
        return number;
    }

    int compressed(String dictionary, byte[] data) throws IOException {
        return stream(dictionary + " /Filter /FlateDecode", deflate(data));
    }

    private static byte[] deflate(byte[] data) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed, deflater)) {
            deflating.write(data);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private void begin(int number) throws IOException {
        offsets.set(number - 1, written);
        text(number + " 0 obj\n");
    }

    /** Ends the file with the table of its objects. */
    void end(int catalog, int information) throws IOException {
        long table = written;
        StringBuilder tail = new StringBuilder("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        for (long offset : offsets) tail.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
        tail.append("trailer\n<< /Size ").append(offsets.size() + 1).append(" /Root ").append(catalog).append(" 0 R /Info ")
                .append(information).append(" 0 R >>\nstartxref\n").append(table).append("\n%%EOF\n");
        text(tail.toString());
    }

    private void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    /** A text string, in UTF-16 (7.9.2.2). */
    static String string(String text) {
        return "<FEFF" + hex(text) + ">";
    }

    static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }

    /** A string of ASCII, for URIs; what else is in it is left out. */
    static String ascii(String text) {
        StringBuilder safe = new StringBuilder("(");
        for (char c : text.toCharArray()) {
            if (c == '(' || c == ')' || c == '\\') safe.append('\\').append(c);
            else if (c > ' ' && c < 0x7F) safe.append(c);
        }
        return safe.append(')').toString();
    }
}
