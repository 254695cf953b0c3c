// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

/** Files that nobody should have sent. @param server an address that must never be asked for anything */
record HostileFiles(Path folder, String server) {

    private static final int HUGE = 40_000;

    Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillOval(5, 5, 100, 80);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** All of its lines are there: 200 MB of pixels in 200 kB. */
    static byte[] hugePng() throws IOException {
        return png(HUGE, HUGE, new byte[0]);
    }

    static byte[] png(int width, int height, byte[] more) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(out);
        png.writeLong(0x89504E470D0A1A0AL);
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array());
        png.write(more);
        chunk(png, "IDAT", deflated((long) height * (1 + (width + 7) / 8)));
        chunk(png, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Text and colour profile that unpack to 256 MB each, and more lines than the picture has. */
    static byte[] bombPng() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream chunks = new DataOutputStream(out);
        byte[] packed = deflated(256 << 20);
        for (String type : new String[] {"zTXt", "iCCP"}) {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            chunk.write("bomb\0\0".getBytes(StandardCharsets.ISO_8859_1));
            chunk.write(packed);
            chunk(chunks, type, chunk.toByteArray());
        }
        return png(64, 64, out.toByteArray());
    }

    private static byte[] deflated(long zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(out)) {
            byte[] some = new byte[1 << 16];
            for (long left = zeros; left > 0; left -= some.length) deflate.write(some, 0, (int) Math.min(left, some.length));
        }
        return out.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) crc.getValue());
    }

    static byte[] hugeJpeg() throws IOException {
        byte[] jpeg = picture("jpeg");
        for (int i = 0; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) HUGE).putShort(i + 7, (short) HUGE);
                return jpeg;
            }
        }
        throw new IllegalStateException("no frame");
    }

    /** Its screen is 120 × 90, its first picture 65,535 × 65,535. */
    static byte[] lyingGif() throws IOException {
        byte[] gif = picture("gif");
        for (int i = 13; i < gif.length - 9; i++) {
            if (gif[i] == 0x2C && gif[i + 5] == 120 && gif[i + 7] == 90) {
                Arrays.fill(gif, i + 5, i + 9, (byte) 0xFF);
                return gif;
            }
        }
        throw new IllegalStateException("no picture");
    }

    static byte[] cut(byte[] file, double part) {
        return Arrays.copyOf(file, (int) (file.length * part));
    }

    /** Everything in a drawing that leads out of it, and a disc to be seen. */
    String trackingSvg() {
        return """
                <?xml version="1.0"?><?xml-stylesheet href="%1$s/sheet.css"?>
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "%1$s/svg11.dtd" [<!ENTITY x SYSTEM "%1$s/entity">]>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 80"
                  onload="fetch('%1$s/onload')">
                <style>@import url("%1$s/import.css"); rect { fill: url(%1$s/paint.svg#a) } @font-face { font-family: f; src: url(%1$s/f.woff) }</style>
                <script href="%1$s/script.js">fetch("%1$s/script")</script>
                <image width="9" height="9" xlink:href="%1$s/image.png"/><image width="9" height="9" href="file:///etc/hostname"/>
                <use xlink:href="%1$s/use.svg#a"/><feImage href="%1$s/fe.png"/><a href="%1$s/a"><text>&x;</text></a>
                <foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="%1$s/frame"/></foreignObject>
                <rect width="20" height="20" filter="url(%1$s/f.svg#f)" mask="url(%1$s/m.svg#m)"/>
                <circle cx="50" cy="40" r="30" fill="#2E9B63"/></svg>""".formatted(server);
    }

    static String laughingSvg() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        return laughs + "]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>&a39;</text></svg>";
    }

    static String endlessSvg() {
        StringBuilder uses = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><g id='u0'/>");
        for (int i = 1; i < 14; i++) {
            uses.append("<g id='u%d'>%s</g>".formatted(i, "<use href='#u%d'/>".formatted(i - 1).repeat(10)));
        }
        return uses + "</svg>";
    }

    String trackingHtml() {
        return "<html><head><link rel=stylesheet href='%1$s/a.css'><meta http-equiv=refresh content='0;url=%1$s/r'></head><body><p>Offer</p>"
                .formatted(server) + "<img src='%1$s/pixel.gif' width=1><iframe src='%1$s/f'></iframe><script src='%1$s/s.js'></script></body></html>"
                .formatted(server);
    }
}
