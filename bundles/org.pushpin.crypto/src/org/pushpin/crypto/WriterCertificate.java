// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/**
 * A device's signed word that a writer is its own, for one document. The writer agrees by signing the batch that carries it. 168 bytes; the
 * table is in the package's description.
 *
 * @param device who certifies
 * @param writer whom
 * @param document where
 * @param signature of the device over the other fields
 */
public record WriterCertificate(DeviceId device, WriterId writer, DocumentId document, Bytes signature) {
    /** The length of the encoded form in bytes. */
    public static final int LENGTH = 168;

    private static final String MAGIC = "PPW1";
    private static final String LABEL = "pushpin/writer/1";
    private static final int SIGNED = LENGTH - Signatures.LENGTH;

    /** @throws IllegalArgumentException if the signature is not 64 bytes long */
    public WriterCertificate {
        signature.requireLength(Signatures.LENGTH, "a signature");
    }

    /** Certifies a writer with the device's key. */
    public static WriterCertificate sign(SigningKey device, WriterId writer, DocumentId document) {
        var id = new DeviceId(device.publicKey());
        return new WriterCertificate(id, writer, document, device.sign(LABEL, signedPart(id, writer, document)));
    }

    /**
     * Reads and verifies.
     *
     * @throws UnsupportedFormatException if suite or flags are newer than this version
     * @throws FormatException if it is malformed or its signature is wrong
     */
    public static WriterCertificate decode(Bytes bytes) throws FormatException {
        var in = new FieldReader(bytes.requireAtMost(LENGTH, "writer certificate"), "writer certificate");
        in.magic(MAGIC);
        in.suite();
        in.reserved();
        if (in.flags() != 0) {
            throw new UnsupportedFormatException("writer certificate flags");
        }
        var certificate = new WriterCertificate(new DeviceId(in.bytes(DeviceId.LENGTH)), new WriterId(in.bytes(WriterId.LENGTH)),
                new DocumentId(in.bytes(DocumentId.LENGTH)), in.bytes(Signatures.LENGTH));
        in.end();
        if (!Signatures.verify(certificate.device.key(), certificate.signature, LABEL, certificate.signedPart())) {
            throw new FormatException("the writer certificate is not signed by its device");
        }
        return certificate;
    }

    /** The 168 bytes. */
    public Bytes encode() {
        return Bytes.concat(signedPart(), signature);
    }

    private Bytes signedPart() {
        return signedPart(device, writer, document);
    }

    private static Bytes signedPart(DeviceId device, WriterId writer, DocumentId document) {
        return new FieldWriter(SIGNED).bytes(Bytes.utf8(MAGIC)).u8(1).u8(0).u16(0).bytes(device.key()).bytes(writer.key())
                .bytes(document.key()).done();
    }
}
