// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/**
 * The signed header before every stored and sent run of one writer's changes. A relay can check it without reading the body. 292 bytes;
 * the table is in the package's description. Any thread.
 *
 * @param kind what the body holds
 * @param flags 16 bits, of which the high byte is critical and therefore 0; unknown low bits are kept
 * @param document the document
 * @param writer who wrote and signed
 * @param range which of the writer's changes
 * @param auth 32 bytes: the hash of the authority's heads (day one: {@link Genesis#hash()})
 * @param epoch 16 bytes of key epoch: zero in suite 1
 * @param bodyLength the body's length in bytes, at most 256 KiB
 * @param bodyHash the SHA-256 of the body as carried, 32 bytes
 * @param signature of the writer over bytes 0–227
 */
public record BatchHeader(Kind kind, int flags, DocumentId document, WriterId writer, Range range, Bytes auth, Bytes epoch, int bodyLength,
        Bytes bodyHash, Bytes signature) {
    /** The length of the encoded form in bytes. */
    public static final int LENGTH = 292;

    /** The longest body in bytes; what is longer travels in parts, see {@link BatchPart}. */
    public static final int MAX_BODY = 256 * 1024;

    /** The flag that says that the body is one part of a longer one. */
    public static final int PART = 0x0001;

    private static final String MAGIC = "PPB1";
    private static final String LABEL = "pushpin/batch/1";
    private static final int EPOCH = 16;
    private static final int SIGNED = LENGTH - Signatures.LENGTH;

    /** What a body holds. */
    public enum Kind {
        /** Consecutive changes of the writer. */
        CHANGES(1),
        /** The writer's own range, packed again; only this may replace earlier batches. */
        REPACKED(2),
        /** A document chunk with the retained headers; foreign actors are vouched for by the signer. */
        SNAPSHOT(3),
        /** Operations of the document's group. */
        AUTHORITY(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Kind of(int code) throws FormatException {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new UnsupportedFormatException("batch kind " + code);
        }

        private boolean mayBeEmpty() {
            return this == SNAPSHOT || this == AUTHORITY;
        }
    }

    /**
     * Which changes of the writer a batch holds.
     *
     * @param from the first sequence number, from 1 on (u32)
     * @param to the last sequence number, not below {@code from}
     * @param prev the change hash at {@code from - 1}, zero before the first; 32 bytes
     * @param head the change hash at {@code to}; 32 bytes
     */
    public record Range(long from, long to, Bytes prev, Bytes head) {
        /** The range of a snapshot by someone who has written nothing: 0 to 0, with zero hashes. */
        public static final Range NONE = new Range(0, 0, Bytes.zeros(32), Bytes.zeros(32));

        private static final long MAX = 0xffff_ffffL;

        /** @throws IllegalArgumentException if the numbers or the hashes are not as said above */
        public Range {
            prev.requireLength(Hashes.SHA256_LENGTH, "a change hash");
            head.requireLength(Hashes.SHA256_LENGTH, "a change hash");
            if (from < 0 || to < from || to > MAX) {
                throw new IllegalArgumentException("sequence numbers run backwards or are out of range");
            }
            if (from <= 1 && !prev.isZero()) {
                throw new IllegalArgumentException("nothing comes before the first change");
            }
            if (from > 1 && prev.isZero()) {
                throw new IllegalArgumentException("a later change comes after another one");
            }
            if ((from == 0) != head.isZero() || from == 0 && to != 0) {
                throw new IllegalArgumentException("a head belongs to a change, from sequence number 1 on");
            }
        }
    }

    /** @throws IllegalArgumentException if a length, the flags or the range do not fit */
    public BatchHeader {
        auth.requireLength(Hashes.SHA256_LENGTH, "an authority hash");
        epoch.requireLength(EPOCH, "an epoch");
        bodyHash.requireLength(Hashes.SHA256_LENGTH, "a body hash");
        signature.requireLength(Signatures.LENGTH, "a signature");
        if (flags < 0 || flags > 0xff || bodyLength < 0 || bodyLength > MAX_BODY) {
            throw new IllegalArgumentException("the batch's flags or its body's length are out of range");
        }
        if (range.from() == 0 && !kind.mayBeEmpty()) {
            throw new IllegalArgumentException("a batch of changes begins at sequence number 1 or later");
        }
        if (!epoch.isZero()) {
            throw new IllegalArgumentException("a plain batch belongs to epoch 0");
        }
    }

    /** Signs a plain batch of epoch 0. @param body at most 256 KiB */
    public static BatchHeader sign(SigningKey writer, Kind kind, int flags, DocumentId document, Range range, Bytes auth, Bytes body) {
        var id = new WriterId(writer.publicKey());
        var draft = new BatchHeader(kind, flags, document, id, range, auth, Bytes.zeros(EPOCH), body.length(), Hashes.sha256("", body),
                Bytes.zeros(Signatures.LENGTH));
        return new BatchHeader(kind, flags, document, id, range, auth, draft.epoch, draft.bodyLength, draft.bodyHash,
                writer.sign(LABEL, draft.signedPart()));
    }

    /**
     * Reads the fields; {@link #verify(Bytes)} or {@link #verifySignature()} must follow before anything is believed.
     *
     * @param bytes exactly 292
     * @throws UnsupportedFormatException if suite, kind or a critical flag is newer than this version
     * @throws FormatException if it is malformed
     */
    public static BatchHeader decode(Bytes bytes) throws FormatException {
        var in = new FieldReader(bytes.requireAtMost(LENGTH, "batch header"), "batch header");
        in.magic(MAGIC);
        in.suite();
        int kindCode = in.u8();
        int flags = in.flags();
        Kind kind = Kind.of(kindCode);
        try {
            return fields(in, kind, flags);
        } catch (IllegalArgumentException broken) {
            throw new FormatException("the batch header is malformed: " + broken.getMessage());
        }
    }

    private static BatchHeader fields(FieldReader in, Kind kind, int flags) throws FormatException {
        var document = new DocumentId(in.bytes(DocumentId.LENGTH));
        var writer = new WriterId(in.bytes(WriterId.LENGTH));
        var range = new Range(in.u32(), in.u32(), in.bytes(Hashes.SHA256_LENGTH), in.bytes(Hashes.SHA256_LENGTH));
        Bytes auth = in.bytes(Hashes.SHA256_LENGTH);
        Bytes epoch = in.bytes(EPOCH);
        long length = in.u32();
        if (length > MAX_BODY) {
            throw new FormatException("the batch's body is said to have " + length + " bytes; " + MAX_BODY + " are allowed");
        }
        var header = new BatchHeader(kind, flags, document, writer, range, auth, epoch, (int) length, in.bytes(Hashes.SHA256_LENGTH),
                in.bytes(Signatures.LENGTH));
        in.end();
        return header;
    }

    /** The 292 bytes. */
    public Bytes encode() {
        return Bytes.concat(signedPart(), signature);
    }

    /** @throws FormatException unless the body is the one that is meant and the signature is the writer's; the body's hash goes first */
    public void verify(Bytes body) throws FormatException {
        if (body.length() != bodyLength || !Hashes.sha256("", body).equals(bodyHash)) {
            throw new FormatException("the batch's body is not the one that its header names");
        }
        verifySignature();
    }

    /** @throws FormatException unless the signature is the writer's */
    public void verifySignature() throws FormatException {
        if (!Signatures.verify(writer.key(), signature, LABEL, signedPart())) {
            throw new FormatException("the batch is not signed by its writer");
        }
    }

    private Bytes signedPart() {
        return new FieldWriter(SIGNED).bytes(Bytes.utf8(MAGIC)).u8(1).u8(kind.code).u16(flags).bytes(document.key()).bytes(writer.key())
                .u32(range.from).u32(range.to).bytes(range.prev).bytes(range.head).bytes(auth).bytes(epoch).u32(bodyLength).bytes(bodyHash)
                .done();
    }
}
