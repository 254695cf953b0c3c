// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.storage.BlobStore;

/** A profile whose blobs are asked about. */
abstract class BlobProfile extends ProfileSuite {

    static final int CHUNK = BlobManifest.CHUNK_BYTES;

    final Random random = new Random(7);

    BlobStore blobs() {
        return storage.blobs();
    }

    byte[] content(int length) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return content;
    }

    BlobManifest keep(byte[] content) throws IOException {
        try (BlobStore.Import in = blobs().begin()) {
            for (int at = 0; at < content.length;) {
                int piece = Math.min(content.length - at, 1 + random.nextInt(100_000));
                in.write(ByteBuffer.wrap(content, at, piece));
                at += piece;
            }
            return in.finish();
        }
    }

    byte[] read(BlobId blob, long offset, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        int read = blobs().read(blob, offset, target);
        assertEquals(Math.max(read, 0), target.position());
        return Arrays.copyOf(target.array(), target.position());
    }

    static Bytes chunk(BlobManifest manifest, byte[] content, int index) {
        return Bytes.copy(content, index * CHUNK, manifest.chunkLength(index));
    }
}
