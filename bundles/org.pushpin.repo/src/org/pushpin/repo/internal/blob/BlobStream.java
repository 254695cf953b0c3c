// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Consumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.storage.BlobStore;

/** A blob as a stream; the store verifies what it gives. One thread. */
final class BlobStream extends InputStream {

    private final Lanes.Task<BlobStore> store;
    private final Consumer<BlobId> failed;
    private final BlobId blob;
    private final long length;
    private long at;

    /** @param failed is told when it cannot be read on */
    BlobStream(Lanes.Task<BlobStore> store, Consumer<BlobId> failed, BlobId blob, long length) {
        this.store = store;
        this.failed = failed;
        this.blob = blob;
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (count == 0) {
            return 0;
        }
        if (at >= length) {
            return -1;
        }
        int read = read(ByteBuffer.wrap(target, offset, count));
        if (read <= 0) {
            throw new IOException("The file ends too early.");
        }
        at += read;
        return read;
    }

    private int read(ByteBuffer target) throws IOException {
        try {
            return store.run().read(blob, at, target);
        } catch (IOException e) {
            failed.accept(blob);
            throw e;
        }
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, length - at);
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, length - at));
        at += skipped;
        return skipped;
    }
}
