// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

import org.pushpin.scene.Frame;
import org.pushpin.scene.Sprite;

/**
 * One native image per sprite and version, made when it is first painted. Those of frames that are gone are kept, up to
 * {@value #BUDGET_BYTES} bytes in all, the least recently painted going first. Uploading costs about a millisecond for a
 * card of 300 × 200 points, so one painting uploads for a few milliseconds only: what is left over shows its version
 * before, and comes with the next. Ui thread.
 */
final class SpriteImages {

    static final long BUDGET_BYTES = 96L << 20;
    private static final long UPLOAD_NANOS = 5_000_000;

    private record Id(String key, long version) {}

    private record Held(Bitmap bitmap, long bytes, long painting) {}

    private final Device device;
    private final LinkedHashMap<Id, Held> held = new LinkedHashMap<>(64, 0.75f, true);
    /** The version of each sprite that was painted last. */
    private Map<String, Long> painted = new HashMap<>();
    private Map<String, Long> painting = new HashMap<>();
    private long bytes;
    private long number;
    private long uploadUntil;
    private boolean whole;

    SpriteImages(Device device) {
        this.device = device;
    }

    /** A frame begins to be painted. */
    void begin() {
        number++;
        uploadUntil = System.nanoTime() + UPLOAD_NANOS;
        whole = true;
    }

    /** @param now whether it cannot wait. @return the image of a sprite; of an earlier version, or none, when enough has been uploaded for now. */
    Optional<Bitmap> bitmap(Sprite sprite, double scale, boolean now) {
        Id id = new Id(sprite.key(), sprite.version());
        Held known = held.get(id);
        if (known == null && (now || System.nanoTime() < uploadUntil)) {
            known = upload(id, sprite.image(), scale);
        }
        if (known == null) {
            whole = false;
            Long before = painted.get(sprite.key());
            id = new Id(sprite.key(), before == null ? -1 : before);
            known = held.get(id);
        }
        if (known == null) {
            return Optional.empty();
        }
        held.put(id, new Held(known.bitmap, known.bytes, number));
        painting.put(id.key, id.version);
        return Optional.of(known.bitmap);
    }

    private Held upload(Id id, BufferedImage image, double scale) {
        Held made = new Held(new Bitmap(image(image, scale)), 4L * image.getWidth() * image.getHeight(), number);
        held.put(id, made);
        bytes += made.bytes;
        return made;
    }

    /** The frame is painted. @return whether with its own images throughout */
    boolean end(Frame frame) {
        for (Map.Entry<String, Long> entry : painted.entrySet()) {
            painting.putIfAbsent(entry.getKey(), entry.getValue());
        }
        if (painting.size() > 4 * (frame.sprites().size() + 64)) {
            painting.keySet().retainAll(frame.sprites().stream().map(Sprite::key).toList());
        }
        painted = painting;
        painting = new HashMap<>();
        Iterator<Held> oldest = held.values().iterator();
        while (bytes > BUDGET_BYTES && oldest.hasNext()) {
            Held next = oldest.next();
            if (next.painting == number) {
                break;
            }
            bytes -= next.bytes;
            next.bitmap.dispose();
            oldest.remove();
        }
        return whole;
    }

    void dispose() {
        held.values().forEach(entry -> entry.bitmap().dispose());
        held.clear();
    }

    private Image image(BufferedImage bitmap, double scale) {
        ImageData data = data(bitmap);
        int zoom = (int) Math.round(scale * 100);
        if (zoom == 100) {
            return new Image(device, data);
        }
        int width = (int) Math.max(1, Math.round(bitmap.getWidth() / scale));
        int height = (int) Math.max(1, Math.round(bitmap.getHeight() / scale));
        return new Image(device, (org.eclipse.swt.graphics.ImageDataProvider) asked -> asked == zoom ? data
                : asked == 100 ? data.scaledTo(width, height) : null);
    }

    /** SWT takes colour and alpha apart, and colour that is not premultiplied. */
    private static ImageData data(BufferedImage bitmap) {
        int width = bitmap.getWidth();
        int height = bitmap.getHeight();
        ImageData data = new ImageData(width, height, 32, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        int[] pixels = ((DataBufferInt) bitmap.getRaster().getDataBuffer()).getData();
        boolean translucent = bitmap.getColorModel().hasAlpha();
        byte[] alphas = translucent ? new byte[width * height] : null;
        byte[] target = data.data;
        for (int i = 0, at = 0; i < pixels.length; i++, at += 4) {
            int pixel = pixels[i];
            if (translucent) {
                int alpha = pixel >>> 24;
                alphas[i] = (byte) alpha;
                if (alpha != 255) {
                    pixel = unmultiply(pixel, alpha);
                }
            }
            target[at] = 0;
            target[at + 1] = (byte) (pixel >> 16);
            target[at + 2] = (byte) (pixel >> 8);
            target[at + 3] = (byte) pixel;
        }
        data.alphaData = alphas;
        return data;
    }

    private static int unmultiply(int pixel, int alpha) {
        if (alpha == 0) {
            return 0;
        }
        int half = alpha / 2;
        int red = Math.min(255, ((pixel >> 16 & 255) * 255 + half) / alpha);
        int green = Math.min(255, ((pixel >> 8 & 255) * 255 + half) / alpha);
        int blue = Math.min(255, ((pixel & 255) * 255 + half) / alpha);
        return red << 16 | green << 8 | blue;
    }
}
