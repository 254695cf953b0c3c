// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/**
 * The signed birth certificate of a document. Its author is the document's own key, so it needs no other root of trust. 136 bytes; the
 * table is in the package's description.
 *
 * @param id the document
 * @param creator the key of whoever made it: a writer's, so that a relay learns no person; the document's own if it is imported
 * @param policy who may write
 * @param signature of the document's key over the other fields
 */
public record Genesis(DocumentId id, WriterId creator, Policy policy, Bytes signature) {
    /** The length of the encoded form in bytes. */
    public static final int LENGTH = 136;

    private static final String MAGIC = "PPG1";
    private static final String LABEL = "pushpin/genesis/1";
    private static final int SIGNED = LENGTH - Signatures.LENGTH;

    /** Who may read and write. */
    public enum Policy {
        /** Whoever holds the document's secret reads and writes. */
        SECRET_HOLDERS(1),
        /** Nobody's: imported from automerge-repo, whose ids are its only secret. For ever. */
        UNOWNED(2);

        private final int code;

        Policy(int code) {
            this.code = code;
        }

        private static Policy of(int code) throws FormatException {
            for (Policy policy : values()) {
                if (policy.code == code) {
                    return policy;
                }
            }
            throw new UnsupportedFormatException("genesis policy " + code);
        }
    }

    /** What two people who import the same automerge-repo document both get: key, secret and Genesis are derived from its id. */
    public record Imported(SigningKey key, DocumentSecret secret, Genesis genesis) {
    }

    /** @throws IllegalArgumentException if the signature is not 64 bytes long */
    public Genesis {
        signature.requireLength(Signatures.LENGTH, "a signature");
    }

    /** A new document's Genesis, signed with the document's key. */
    public static Genesis sign(SigningKey document, WriterId creator, Policy policy) {
        var id = new DocumentId(document.publicKey());
        return new Genesis(id, creator, policy, document.sign(LABEL, signedPart(id, creator, policy)));
    }

    /** @param automergeRepoId the 16 bytes of an {@code automerge:} URL */
    public static Imported imported(Bytes automergeRepoId) {
        automergeRepoId.requireLength(DocumentSecret.LENGTH, "an automerge-repo id");
        SigningKey key = SigningKey.fromSeed(Hashes.hkdf(automergeRepoId, "pushpin/import/key/1", SigningKey.SEED_LENGTH));
        Bytes secret = Hashes.hkdf(automergeRepoId, "pushpin/import/secret/1", DocumentSecret.LENGTH);
        return new Imported(key, DocumentSecret.of(secret), sign(key, new WriterId(key.publicKey()), Policy.UNOWNED));
    }

    /**
     * Reads and verifies.
     *
     * @throws UnsupportedFormatException if suite, flags or policy are newer than this version
     * @throws FormatException if it is malformed or its signature is wrong
     */
    public static Genesis decode(Bytes bytes) throws FormatException {
        var in = new FieldReader(bytes.requireAtMost(LENGTH, "genesis"), "genesis");
        in.magic(MAGIC);
        in.suite();
        int policyCode = in.u8();
        if (in.flags() != 0) {
            throw new UnsupportedFormatException("genesis flags");
        }
        Policy policy = Policy.of(policyCode);
        var id = new DocumentId(in.bytes(DocumentId.LENGTH));
        var creator = new WriterId(in.bytes(WriterId.LENGTH));
        var genesis = new Genesis(id, creator, policy, in.bytes(Signatures.LENGTH));
        in.end();
        if (!Signatures.verify(id.key(), genesis.signature, LABEL, genesis.signedPart())) {
            throw new FormatException("the genesis is not signed by its document");
        }
        return genesis;
    }

    /** The 136 bytes. */
    public Bytes encode() {
        return Bytes.concat(signedPart(), signature);
    }

    /** What a batch names as its authority on day one: SHA-256("pushpin/authority/1" ‖ bytes 0–71), 32 bytes. */
    public Bytes hash() {
        return Hashes.sha256("pushpin/authority/1", signedPart());
    }

    private Bytes signedPart() {
        return signedPart(id, creator, policy);
    }

    private static Bytes signedPart(DocumentId id, WriterId creator, Policy policy) {
        return new FieldWriter(SIGNED).bytes(Bytes.utf8(MAGIC)).u8(1).u8(policy.code).u16(0).bytes(id.key()).bytes(creator.key()).done();
    }
}
