// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;

final class BlobRefTest {

    private static final BlobId ID = new BlobId(Bytes.zeros(32));

    @Test
    void sizeIsToldAsPeopleSayIt() {
        assertEquals("0 B", size(0, Locale.ENGLISH));
        assertEquals("999 B", size(999, Locale.ENGLISH));
        assertEquals("1 kB", size(1000, Locale.ENGLISH));
        assertEquals("2.4 MB", size(2_413_000, Locale.ENGLISH));
        assertEquals("2,4 MB", size(2_413_000, Locale.GERMAN));
        assertEquals("1 MB", size(999_999, Locale.ENGLISH));
        assertEquals("9.2 EB", size(Long.MAX_VALUE, Locale.ENGLISH));
    }

    @Test
    void fieldNamesTheBlob() {
        BlobRef blob = new BlobRef(ID, 1, "Image/PNG; x=y", "a.png");
        assertEquals("image/png", blob.mediaType());
        assertEquals(Optional.of(ID), BlobRef.parse(blob.uri()));
        for (String wrong : new String[] {"", "pushpin-blob:/", blob.uri() + "0", blob.uri().replace("0000", "000G"),
                blob.uri().replace("pushpin", "pushpun")}) {
            assertEquals(Optional.empty(), BlobRef.parse(wrong));
        }
        assertThrows(IllegalArgumentException.class, () -> new BlobRef(ID, -1, "", ""));
    }

    private static String size(long bytes, Locale locale) {
        return new BlobRef(ID, bytes, "", "").humanSize(locale).replace('\u00a0', ' ');
    }
}
