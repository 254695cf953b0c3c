// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a replica holds of a whole collection: 256 buckets, by the first byte of the document id, each the sum modulo 2¹²⁸ of a hash of
 * every document with its fingerprint. Nothing new costs 16 bytes, a changed document one bucket. Immutable; a change costs a 4 KiB copy.
 */
public final class CollectionDigest {
    /** How many buckets there are. */
    public static final int BUCKETS = 256;

    /** The length of a bucket, and of the summary, in bytes. */
    public static final int BUCKET_LENGTH = 16;

    /** The length of the encoded form in bytes. */
    public static final int LENGTH = 8 + BUCKETS * BUCKET_LENGTH;

    /** The digest of nothing. */
    public static final CollectionDigest EMPTY = new CollectionDigest(new long[2 * BUCKETS]);

    private static final String MAGIC = "PPD1";

    /** High and low half of each bucket in turn; never changed after construction. */
    private final long[] sums;

    private CollectionDigest(long[] sums) {
        this.sums = sums;
    }

    /** The digest of these documents. O(n). */
    public static CollectionDigest of(Map<DocumentId, Fingerprint> collection) {
        long[] sums = new long[2 * BUCKETS];
        collection.forEach((document, fingerprint) -> add(sums, document, fingerprint));
        return new CollectionDigest(sums);
    }

    /** After a document came (nothing before), went (nothing after) or changed. */
    public CollectionDigest with(DocumentId document, Optional<Fingerprint> before, Optional<Fingerprint> after) {
        long[] changed = sums.clone();
        before.ifPresent(fingerprint -> subtract(changed, document, fingerprint));
        after.ifPresent(fingerprint -> add(changed, document, fingerprint));
        return new CollectionDigest(changed);
    }

    /** Which bucket a document is in, 0 to 255. */
    public static int bucketOf(DocumentId document) {
        return document.key().at(0);
    }

    /** The 16 bytes of a bucket. */
    public Bytes bucket(int index) {
        Objects.checkIndex(index, BUCKETS);
        return new FieldWriter(BUCKET_LENGTH).u64(sums[2 * index]).u64(sums[2 * index + 1]).done();
    }

    /** All buckets in 16 bytes. */
    public Bytes summary() {
        return Hashes.sha256("pushpin/digest/1", buckets()).slice(0, BUCKET_LENGTH);
    }

    /** The buckets in which two digests differ, ascending. */
    public List<Integer> differing(CollectionDigest other) {
        List<Integer> buckets = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            if (sums[2 * i] != other.sums[2 * i] || sums[2 * i + 1] != other.sums[2 * i + 1]) {
                buckets.add(i);
            }
        }
        return List.copyOf(buckets);
    }

    /** The 4,104 bytes. */
    public Bytes encode() {
        return new FieldWriter(LENGTH).bytes(Bytes.utf8(MAGIC)).u8(1).u8(0).u16(0).bytes(buckets()).done();
    }

    /**
     * Reads a digest.
     *
     * @throws UnsupportedFormatException if its suite or a critical flag is newer than this version
     * @throws FormatException if it is malformed
     */
    public static CollectionDigest decode(Bytes bytes) throws FormatException {
        var in = new FieldReader(bytes.requireAtMost(LENGTH, "collection digest"), "collection digest");
        in.magic(MAGIC);
        in.suite();
        in.reserved();
        in.flags();
        var buffer = in.bytes(BUCKETS * BUCKET_LENGTH).asBuffer();
        in.end();
        long[] sums = new long[2 * BUCKETS];
        buffer.asLongBuffer().get(sums);
        return new CollectionDigest(sums);
    }

    private Bytes buckets() {
        var out = new FieldWriter(BUCKETS * BUCKET_LENGTH);
        for (long half : sums) {
            out.u64(half);
        }
        return out.done();
    }

    private static void add(long[] sums, DocumentId document, Fingerprint fingerprint) {
        Bytes hash = hash(document, fingerprint);
        int at = 2 * bucketOf(document);
        long low = hash.asBuffer().getLong(Long.BYTES);
        sums[at + 1] += low;
        long carry = Long.compareUnsigned(sums[at + 1], low) < 0 ? 1 : 0;
        sums[at] += hash.asBuffer().getLong(0) + carry;
    }

    private static void subtract(long[] sums, DocumentId document, Fingerprint fingerprint) {
        Bytes hash = hash(document, fingerprint);
        int at = 2 * bucketOf(document);
        long low = hash.asBuffer().getLong(Long.BYTES);
        long borrow = Long.compareUnsigned(sums[at + 1], low) < 0 ? 1 : 0;
        sums[at + 1] -= low;
        sums[at] -= hash.asBuffer().getLong(0) + borrow;
    }

    private static Bytes hash(DocumentId document, Fingerprint fingerprint) {
        return Hashes.sha256("pushpin/digest/document/1", document.key(), fingerprint.bytes()).slice(0, BUCKET_LENGTH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CollectionDigest that && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }

    /** The summary in hex. */
    @Override
    public String toString() {
        return summary().toHex();
    }
}
