// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import java.util.Random;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.StoredHeader;
import org.pushpin.storage.Write;

/** Well-formed values without meaning, as a function of a seed. One thread. */
public final class Samples {

    private final Random random;

    public Samples(long seed) {
        random = new Random(seed);
    }

    /** 0 to {@code bound} − 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    public DocumentId document() {
        return new DocumentId(bytes(DocumentId.LENGTH));
    }

    public DocumentSecret secret() {
        return DocumentSecret.of(bytes(DocumentSecret.LENGTH));
    }

    public WriterId writer() {
        return new WriterId(bytes(WriterId.LENGTH));
    }

    public Fingerprint fingerprint() {
        return new Fingerprint(bytes(Fingerprint.LENGTH));
    }

    /** A kept header of the usual length, under the one authority that there is. */
    public StoredHeader header(WriterId writer, long sequence) {
        return new StoredHeader(writer, Bytes.zeros(32), sequence, bytes(292));
    }

    /** One change of a writer, with a header of the usual length. */
    public Write.Batch batch(DocumentId document, WriterId writer, long sequence, int bodyLength) {
        return new Write.Batch(document, writer, sequence, sequence, Write.State.APPLIED, bytes(292), bytes(bodyLength));
    }
}
