// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.svg;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.export.internal.vector.EncodedImage;

/** The pictures of a file, each in it once. One thread. */
public final class SvgPictures {

    private final Map<BufferedImage, String> ids = new IdentityHashMap<>();
    private final Map<Bytes, String> same = new HashMap<>();

    /** What a picture is called; it is written where it is new. */
    String id(BufferedImage image, Consumer<String> out) {
        String known = ids.get(image);
        if (known != null) return known;
        String uri = EncodedImage.of(image);
        Bytes hash = hash(uri);
        String id = same.get(hash);
        if (id == null) {
            id = "i" + (same.size() + 1);
            out.accept("<defs><image id=\"" + id + "\" width=\"" + image.getWidth() + "\" height=\"" + image.getHeight()
                    + "\" preserveAspectRatio=\"none\" xlink:href=\"" + uri + "\"/></defs>\n");
            same.put(hash, id);
        }
        ids.put(image, id);
        return id;
    }

    private static Bytes hash(String text) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
