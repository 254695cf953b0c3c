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
    void aHeaderThatClaimsTooMuchIsRefused() throws IOException {
        byte[] bomb = encoded(10, 10, "png");
        System.arraycopy(new byte[] {0, 0, 0x40, 0, 0, 0, 0x40, 0}, 0, bomb, 16, 8);
        assertThrows(UnsupportedPictureException.class, () -> PictureDecoder.header(source(bomb)));
        assertThrows(UnsupportedPictureException.class, () -> PictureDecoder.decode(source(bomb), 100));
    }

    @Test
    void damagedPicturesAreRefusedInOneWay() throws IOException {
        Random random = new Random(4);
        for (String format : new String[] {"png", "jpeg", "gif"}) {
            byte[] good = encoded(60, 40, format);
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
        assertEquals(1024, previews.pixels(ready, 300, 150).orElseThrow().getWidth(null));

        assertEquals(1024, previews.pixels(ready, 2000, 1000).orElseThrow().getWidth(null), "for the time being");
        work.poll().run();
        assertEquals(2048, previews.pixels(ready, 2000, 1000).orElseThrow().getWidth(null));
        previews.close();
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
