// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.image.internal;

import java.util.Optional;

import org.pushpin.content.BlobFields;
import org.pushpin.content.Size;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Read;

/** The fields of a picture's document. @param file what it has in common with other files' */
record ImageFields(BlobFields file) {

    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";

    static ImageFields of(Read document) {
        return new ImageFields(BlobFields.of(document));
    }

    static void write(Edit edit, Size pixels) {
        edit.put(ObjectId.ROOT, WIDTH, (long) pixels.width());
        edit.put(ObjectId.ROOT, HEIGHT, (long) pixels.height());
    }

    /** How large the picture said it was, if that makes sense. */
    Optional<Size> pixels() {
        double width = file.root().number(WIDTH).orElse(0);
        double height = file.root().number(HEIGHT).orElse(0);
        boolean sensible = width >= 1 && height >= 1 && width <= 1 << 20 && height <= 1 << 20;
        return sensible ? Optional.of(new Size(width, height)) : Optional.empty();
    }
}
