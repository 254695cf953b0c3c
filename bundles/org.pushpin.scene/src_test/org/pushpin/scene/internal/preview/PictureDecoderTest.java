// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.pushpin.content.BlobRef;
import org.pushpin.content.Preview;
import org.pushpin.scene.internal.fixture.FakeRepo;

class PictureDecoderTest {

    private static byte[] encoded(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, width / 2, height);
        g.setColor(Color.BLUE);
        g.fillRect(width / 2, 0, width - width / 2, height);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    static byte[] resource(String name) throws IOException {
        try (java.io.InputStream in = PictureDecoderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static PictureDecoder.Source source(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    @Test
    void picturesAreSubsampledToTheSizeThatIsWanted() throws Exception {
        for (String format : new String[] {"png", "jpeg", "gif"}) {
            Decoded decoded = PictureDecoder.decode(source(encoded(1600, 900, format)), 400);
            assertEquals(1600, decoded.width(), format);
            assertEquals(900, decoded.height(), format);
            assertEquals(400, decoded.image().getWidth(), format);
            assertEquals(225, decoded.image().getHeight(), format);
            assertEquals(0xFF, decoded.image().getRGB(20, 20) >> 16 & 0xF8 | 7, format);
        }
    }

    @Test
    void smallPicturesKeepTheirPixels() throws Exception {
        Decoded decoded = PictureDecoder.decode(source(encoded(30, 20, "png")), 1024);
        assertEquals(30, decoded.image().getWidth());
        assertEquals(Color.RED.getRGB(), decoded.image().getRGB(0, 0));
        assertEquals(Color.BLUE.getRGB(), decoded.image().getRGB(29, 19));
    }

    @Test
    void webpIsDecodedInAllItsKinds() throws Exception {
        for (String name : new String[] {"lossy", "lossless", "alpha", "animated"}) {
            Decoded decoded = PictureDecoder.decode(source(resource(name + ".webp")), 1024);
            assertEquals(160, decoded.width(), name);
            assertEquals(90, decoded.height(), name);
            assertEquals(0xE0, decoded.image().getRGB(20, 20) >> 16 & 0xE0, name);
            int right = decoded.image().getRGB(140, 20);
            assertEquals(name.equals("alpha") ? 0 : 0xE0, name.equals("alpha") ? right >>> 24 : right & 0xE0, name);
        }
        assertEquals(80, PictureDecoder.decode(source(resource("lossy.webp")), 80).image().getWidth());
    }

    @Test
    void aWebpWhoseFrameIsLargerThanItSaysIsRefused() throws Exception {
        byte[] lying = resource("alpha.webp");
        int frame = new String(lying, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("VP8L");
        if (frame < 0) frame = new String(lying, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("VP8 ");
        byte[] wrapped = new byte[lying.length + 18];
        System.arraycopy(lying, 0, wrapped, 0, 12);
        System.arraycopy(new byte[] {'V', 'P', '8', 'X', 10, 0, 0, 0, 0x10, 0, 0, 0, 9, 0, 0, 9, 0, 0}, 0, wrapped, 12, 18);
        System.arraycopy(lying, 12, wrapped, 30, lying.length - 12);
        assertEquals(Preview.Reason.DAMAGED, assertThrows(UnsupportedPictureException.class,
                () -> PictureDecoder.decode(source(wrapped), 100)).reason());
    }

    @Test
    void ofAMovingPictureTheFirstIsShown() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        javax.imageio.ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (Color color : new Color[] {Color.RED, Color.BLUE}) {
                BufferedImage frame = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
                for (int i = 0; i < 200; i++) frame.setRGB(i % 20, i / 20, color.getRGB());
                writer.writeToSequence(new javax.imageio.IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        }
        assertEquals(Color.RED.getRGB(), PictureDecoder.decode(source(out.toByteArray()), 64).image().getRGB(5, 5));
    }

    @Test
    void camerasThatWereTurnedGiveUprightPictures() throws Exception {
        byte[] jpeg = encoded(80, 40, "jpeg");
        byte[] exif = {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1,
            0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};
        byte[] turned = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, turned, 0, 2);
        System.arraycopy(exif, 0, turned, 2, exif.length);
        System.arraycopy(jpeg, 2, turned, 2 + exif.length, jpeg.length - 2);

        Decoded decoded = PictureDecoder.decode(source(turned), 1024);
        assertEquals(40, decoded.width());
        assertEquals(80, decoded.height());
        assertEquals(40, decoded.image().getWidth());
        assertTrue((decoded.image().getRGB(20, 5) >> 16 & 0xFF) > 200, "the left half is on top now");
        assertTrue((decoded.image().getRGB(20, 75) & 0xFF) > 200);
    }

    @Test
    void whatIsReadLineByLineMayBeLarger() throws Exception {
        byte[] large = wide(20_000, 4_000, 0);
        long before = allocated();
        Decoded decoded = PictureDecoder.decode(source(large), 1024);
        long allocated = allocated() - before;
        assertEquals(20_000, decoded.width());
        assertEquals(1024, decoded.image().getWidth());
        assertTrue(allocated < 60_000_000, "80 million pixels took " + allocated + " bytes");
        UnsupportedPictureException held = assertThrows(UnsupportedPictureException.class,
                () -> PictureDecoder.decode(source(wide(20_000, 4_000, 1)), 1024), "interlaced, all of it would be held");
        assertEquals(Preview.Reason.TOO_LARGE, held.reason());
        assertEquals(new org.pushpin.content.Size(20_000, 4_000), held.claimed().orElseThrow());
    }

    /** Bytes that this thread has allocated. */
    private static long allocated() throws javax.management.JMException {
        return (long) java.lang.management.ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new javax.management.ObjectName("java.lang:type=Threading"), "CurrentThreadAllocatedBytes");
    }

    /** A PNG of one colour, one bit a pixel. */
    static byte[] wide(int width, int height, int interlace) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        java.io.DataOutputStream png = new java.io.DataOutputStream(out);
        png.writeLong(0x89504E470D0A1A0AL);
        chunk(png, "IHDR", java.nio.ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).put((byte) 0)
                .put((byte) 0).put((byte) 0).put((byte) interlace).array());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (var deflate = new java.util.zip.DeflaterOutputStream(data)) {
            byte[] row = new byte[1 + (width + 7) / 8];
            for (int y = 0; y < Math.min(height, 50_000); y++) deflate.write(row);
        }
        chunk(png, "IDAT", data.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return out.toByteArray();
    }

    static void chunk(java.io.DataOutputStream png, String type, byte[] data) throws IOException {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) crc.getValue());
    }

    @Test
    void aHeaderThatClaimsTooMuchIsRefused() throws IOException {
        byte[] bomb = encoded(10, 10, "png");
        System.arraycopy(new byte[] {0, 0, (byte) 0x9C, 0x40, 0, 0, (byte) 0x9C, 0x40}, 0, bomb, 16, 8);
        assertThrows(UnsupportedPictureException.class, () -> PictureDecoder.header(source(bomb)));
        assertThrows(UnsupportedPictureException.class, () -> PictureDecoder.decode(source(bomb), 100));
    }

    @Test
    void damagedPicturesAreRefusedInOneWay() throws IOException {
        Random random = new Random(4);
        for (String format : new String[] {"png", "jpeg", "gif", "lossy.webp", "alpha.webp", "animated.webp"}) {
            byte[] good = format.endsWith(".webp") ? resource(format) : encoded(60, 40, format);
            for (int i = 0; i < 150; i++) {
                byte[] bad = java.util.Arrays.copyOf(good, random.nextInt(3) == 0 ? random.nextInt(good.length)
                        : good.length);
                for (int k = 0; k < 4 && bad.length > 0; k++) bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                try {
                    PictureDecoder.decode(source(bad), 64);
                } catch (IOException | UnsupportedPictureException refused) {
                    assertTrue(refused.getMessage() == null || refused.getMessage().length() < 500, "seed 4");
                }
            }
        }
    }

    @Test
    void previewsAreMadeOnceAndTellWhenTheyAreThere() throws IOException {
        FakeRepo.FakeBlobs blobs = new FakeRepo.FakeBlobs();
        java.util.ArrayDeque<Runnable> work = new java.util.ArrayDeque<>();
        Previews previews = new Previews(blobs, work::add);
        int[] told = {0};
        previews.subscribe(() -> told[0]++);
        BlobRef ref = new BlobRef(FakeRepo.FakeBlobs.id(1), 10, "image/png", "a.png");

        assertInstanceOf(Preview.Missing.class, previews.preview(ref, Preview.IMAGE));
        blobs.put(encoded(3000, 1500, "png"));
        assertEquals(1, told[0], "it has arrived");
        assertInstanceOf(Preview.Pending.class, previews.preview(ref, Preview.IMAGE));
        assertInstanceOf(Preview.Pending.class, previews.preview(ref, Preview.IMAGE));
        assertEquals(1, work.size());
        work.poll().run();
        Preview.Ready ready = assertInstanceOf(Preview.Ready.class, previews.preview(ref, Preview.IMAGE));
        assertEquals(3000, ready.pixels().width());
        assertEquals(1024, previews.pixels(ready, 1000, 500).orElseThrow().getWidth(null));
        assertEquals(512, previews.pixels(ready, 300, 150).orElseThrow().getWidth(null));
        assertEquals(256, previews.pixels(ready, 10, 5).orElseThrow().getWidth(null));
        assertEquals(0, work.size(), "smaller ones come with the first");

        assertEquals(1024, previews.pixels(ready, 2000, 1000).orElseThrow().getWidth(null), "for the time being");
        work.poll().run();
        assertEquals(2048, previews.pixels(ready, 2000, 1000).orElseThrow().getWidth(null));
        previews.close();
    }

    @Test
    void smallPixelsAreAnAverageOfTheLarge() throws IOException {
        BufferedImage checks = new BufferedImage(1024, 512, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1024 * 512; i++) checks.setRGB(i % 1024, i / 1024, (i % 1024 + i / 1024) % 2 == 0 ? 0xFFFFFF : 0);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(checks, "png", png));
        FakeRepo.FakeBlobs blobs = new FakeRepo.FakeBlobs();
        blobs.put(png.toByteArray());
        try (Previews previews = new Previews(blobs, Runnable::run)) {
            BlobRef ref = new BlobRef(FakeRepo.FakeBlobs.id(1), 10, "image/png", "a.png");
            Preview.Ready ready = assertInstanceOf(Preview.Ready.class, previews.preview(ref, Preview.IMAGE));
            BufferedImage small = (BufferedImage) previews.pixels(ready, 200, 100).orElseThrow();
            assertEquals(256, small.getWidth());
            for (int i = 0; i < 256; i++) assertEquals(128, small.getRGB(i, i / 2) & 0xFF, 8, "grey at " + i);
        }
    }

    @Test
    void whatIsNoPictureHasABrokenPreview() {
        FakeRepo.FakeBlobs blobs = new FakeRepo.FakeBlobs();
        blobs.put("no picture".getBytes());
        Previews previews = new Previews(blobs, Runnable::run);
        BlobRef ref = new BlobRef(FakeRepo.FakeBlobs.id(1), 10, "image/png", "a.png");
        assertInstanceOf(Preview.Broken.class, previews.preview(ref, Preview.IMAGE));
        assertInstanceOf(Preview.Broken.class, previews.preview(ref, "waveform"));
        previews.close();
    }
}
