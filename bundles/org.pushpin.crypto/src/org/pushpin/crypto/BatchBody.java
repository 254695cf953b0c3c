// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.Optional;

/**
 * A plain body: the writer's certificate where a reader may not have it yet, and Automerge chunks. Inside the body, because that is what
 * gets encrypted: a relay learns no person from a header. The table is in the package's description.
 *
 * @param certificate device → writer; expected in the batch with the writer's first change
 * @param chunks Automerge chunks, as they are
 */
public record BatchBody(Optional<WriterCertificate> certificate, Bytes chunks) {
    private static final int PREFIX = 2;

    /** How many bytes of chunks fit into a body that holds a certificate. */
    public static final int MAX_CHUNKS = BatchHeader.MAX_BODY - PREFIX - WriterCertificate.LENGTH;

    /** @throws FormatException if the body is malformed or its certificate's signature is wrong */
    public static BatchBody decode(Bytes body) throws FormatException {
        var in = new FieldReader(body, "batch body");
        int length = in.u16();
        if (length != 0 && length != WriterCertificate.LENGTH) {
            throw new UnsupportedFormatException("a certificate of " + length + " bytes");
        }
        Bytes certificate = in.bytes(length);
        Optional<WriterCertificate> decoded = length == 0 ? Optional.empty() : Optional.of(WriterCertificate.decode(certificate));
        return new BatchBody(decoded, in.rest());
    }

    /** The body's bytes. */
    public Bytes encode() {
        Bytes first = certificate.map(WriterCertificate::encode).orElse(Bytes.EMPTY);
        return new FieldWriter(PREFIX + first.length() + chunks.length()).u16(first.length()).bytes(first).bytes(chunks).done();
    }
}
