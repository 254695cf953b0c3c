// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

import org.pushpin.scene.Frame;
import org.pushpin.scene.Sprite;

/**
 * One native image per sprite and version, made when it is first painted and dropped when a frame no longer has it.
 * Ui thread. Uploading costs about a millisecond for a card of 300 × 200 points.
 */
final class SpriteImages {

    private record Held(long version, Bitmap bitmap) {}

    private final Device device;
    private final Map<String, Held> held = new HashMap<>();

    SpriteImages(Device device) {
        this.device = device;
    }

    Bitmap bitmap(Sprite sprite, double scale) {
        Held known = held.get(sprite.key());
        if (known != null && known.version() == sprite.version()) {
            return known.bitmap();
        }
        if (known != null) {
            known.bitmap().dispose();
        }
        Bitmap bitmap = new Bitmap(upload(sprite.image(), scale));
        held.put(sprite.key(), new Held(sprite.version(), bitmap));
        return bitmap;
    }

    /** Drops the images of sprites that a frame has no more. */
    void retain(Frame present) {
        if (held.size() == present.sprites().size() + present.overlay().size()) {
            return;
        }
        Set<String> keys = new HashSet<>();
        present.sprites().forEach(sprite -> keys.add(sprite.key()));
        present.overlay().forEach(sprite -> keys.add(sprite.key()));
        held.entrySet().removeIf(entry -> {
            if (keys.contains(entry.getKey())) {
                return false;
            }
            entry.getValue().bitmap().dispose();
            return true;
        });
    }

    void dispose() {
        held.values().forEach(entry -> entry.bitmap().dispose());
        held.clear();
    }

    private Image upload(BufferedImage bitmap, double scale) {
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
