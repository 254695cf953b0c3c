// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.Hashes;
import org.pushpin.crypto.SigningKey;

/**
 * A change of the model: a real, signed batch whose body is not Automerge but dependencies, links and a payload. Kept by
 * its header and body; the rest is what they say.
 */
record ModelChange(BatchHeader header, Bytes headerBytes, Bytes body, List<Bytes> dependencies, List<Link> documents,
        List<BlobId> blobs) {

    /** A link to a document. */
    record Link(DocumentId document, DocumentSecret secret) {}

    Bytes hash() {
        return header.range().head();
    }

    Bytes actor() {
        return header.writer().actor();
    }

    long sequence() {
        return header.range().to();
    }

    static ModelChange make(SigningKey writer, DocumentId document, long sequence, Bytes prev, Bytes authority,
            List<Bytes> dependencies, List<Link> documents, List<BlobId> blobs, Bytes payload) {
        List<Bytes> parts = new ArrayList<>();
        parts.add(Bytes.of((byte) dependencies.size(), (byte) documents.size(), (byte) blobs.size()));
        parts.addAll(dependencies);
        documents.forEach(link -> parts.addAll(List.of(link.document.key(), link.secret.bytes())));
        blobs.forEach(blob -> parts.add(blob.hash()));
        parts.add(payload);
        Bytes body = Bytes.concat(parts.toArray(Bytes[]::new));
        var range = new BatchHeader.Range(sequence, sequence, prev, head(body, prev));
        BatchHeader header = BatchHeader.sign(writer, BatchHeader.Kind.CHANGES, 0, document, range, authority, body);
        return new ModelChange(header, header.encode(), body, List.copyOf(dependencies), List.copyOf(documents), List.copyOf(blobs));
    }

    private static Bytes head(Bytes body, Bytes prev) {
        return Hashes.sha256("model", prev, body);
    }

    /** Verified. */
    static ModelChange read(Bytes headerBytes, Bytes body) throws FormatException {
        BatchHeader header = BatchHeader.decode(headerBytes);
        header.verify(body);
        if (!head(body, header.range().prev()).equals(header.range().head())) {
            throw new FormatException("the head is not the body's");
        }
        int at = 3;
        List<Bytes> dependencies = new ArrayList<>();
        for (int i = 0; i < body.at(0); i++, at += 32) {
            dependencies.add(body.slice(at, at + 32));
        }
        List<Link> documents = new ArrayList<>();
        for (int i = 0; i < body.at(1); i++, at += 48) {
            documents.add(new Link(new DocumentId(body.slice(at, at + 32)), DocumentSecret.of(body.slice(at + 32, at + 48))));
        }
        List<BlobId> blobs = new ArrayList<>();
        for (int i = 0; i < body.at(2); i++, at += 32) {
            blobs.add(new BlobId(body.slice(at, at + 32)));
        }
        return new ModelChange(header, headerBytes, body, dependencies, documents, blobs);
    }
}
