// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.ArrayList;
import java.util.List;

/**
 * The body of a {@linkplain BatchHeader.Kind#SNAPSHOT snapshot}: changes of many writers in as few bytes as possible, and the headers
 * that vouch for them. Reading it verifies its form and its certificates; whether the headers are signed, and vouch for what is in the
 * chunks, is for who reads those. The table is in the package's description. Any thread.
 *
 * @param headers of the writers, any number for each; only those of kinds 1 and 2 vouch for anything
 * @param certificates of writers that have a header here, and of the one who signs the batch
 * @param vouched for actors that are no writer's, on the word of who signed the batch
 * @param chunks Automerge chunks
 */
public record SnapshotBody(List<BatchHeader> headers, List<WriterCertificate> certificates, List<Vouched> vouched, Bytes chunks) {
    /** The most headers, and the most actors that are vouched for: more than a document has, unless somebody makes them up. */
    public static final int MAX_ENTRIES = 0xffff;

    /** The longest body in bytes, in parts as it travels. */
    public static final int MAX_LENGTH = 60 << 20;

    private static final String MAGIC = "PPS2";
    private static final String WHAT = "snapshot";
    private static final int PREFIX = 20;

    /**
     * How far an actor that is no writer's goes: what was imported, and cannot be signed by who made it.
     *
     * @param actor 1 to 64 bytes
     * @param seq the sequence number of its last change, from 1 on
     * @param head the change hash there, 32 bytes
     */
    public record Vouched(Bytes actor, long seq, Bytes head) {
        /** The longest actor in bytes. */
        public static final int MAX_ACTOR = 64;

        private static final long MAX_SEQ = 0xffff_ffffL;

        /** @throws IllegalArgumentException if a field is not as said above */
        public Vouched {
            head.requireLength(Hashes.SHA256_LENGTH, "a change hash");
            if (actor.isEmpty() || actor.length() > MAX_ACTOR || seq < 1 || seq > MAX_SEQ) {
                throw new IllegalArgumentException("an actor of " + actor.length() + " bytes, or sequence number " + seq);
            }
        }

        private Bytes encode() {
            return new FieldWriter(1 + actor.length() + Integer.BYTES + Hashes.SHA256_LENGTH).u8(actor.length()).bytes(actor).u32(seq)
                    .bytes(head).done();
        }
    }

    /** @throws IllegalArgumentException if there are too many of anything */
    public SnapshotBody {
        headers = List.copyOf(headers);
        certificates = List.copyOf(certificates);
        vouched = List.copyOf(vouched);
        if (headers.size() > MAX_ENTRIES || vouched.size() > MAX_ENTRIES || certificates.size() > headers.size() + 1) {
            throw new IllegalArgumentException("a snapshot with " + headers.size() + " headers, " + certificates.size()
                    + " certificates and " + vouched.size() + " actors that are vouched for");
        }
    }

    /** The body's bytes; lists are put into order. */
    public Bytes encode() {
        List<Bytes> entries = new ArrayList<>();
        headers.stream().map(BatchHeader::encode).sorted().forEach(entries::add);
        certificates.stream().map(WriterCertificate::encode).sorted().forEach(entries::add);
        vouched.stream().map(Vouched::encode).sorted().forEach(entries::add);
        Bytes prefix = new FieldWriter(PREFIX).bytes(Bytes.utf8(MAGIC)).u8(1).u8(0).u16(0).u32(headers.size()).u32(certificates.size())
                .u32(vouched.size()).done();
        entries.add(0, prefix);
        entries.add(chunks);
        return Bytes.concat(entries.toArray(Bytes[]::new));
    }

    /**
     * Reads a body.
     *
     * @throws UnsupportedFormatException if its suite, a critical flag, or what it holds is newer than this version
     * @throws FormatException if it is malformed, too long, out of order, or a certificate's signature is wrong
     */
    public static SnapshotBody decode(Bytes bytes) throws FormatException {
        var in = new FieldReader(bytes.requireAtMost(MAX_LENGTH, WHAT), WHAT);
        in.magic(MAGIC);
        in.suite();
        in.reserved();
        in.flags();
        long headerCount = count(in, MAX_ENTRIES, "headers");
        long certificateCount = count(in, headerCount + 1, "certificates");
        long vouchedCount = count(in, MAX_ENTRIES, "actors that are vouched for");
        if (headerCount * BatchHeader.LENGTH + certificateCount * WriterCertificate.LENGTH > in.remaining()) {
            throw new FormatException("the snapshot ends too early");
        }
        return new SnapshotBody(headers(in, headerCount), certificates(in, certificateCount), vouched(in, vouchedCount), in.rest());
    }

    private static long count(FieldReader in, long limit, String what) throws FormatException {
        long count = in.u32();
        if (count > limit) {
            throw new FormatException("the snapshot is said to have " + count + " " + what);
        }
        return count;
    }

    private static List<BatchHeader> headers(FieldReader in, long count) throws FormatException {
        List<BatchHeader> headers = new ArrayList<>();
        Bytes last = null;
        for (int i = 0; i < count; i++) {
            last = ascending(last, in.copy(BatchHeader.LENGTH));
            headers.add(BatchHeader.decode(last));
        }
        return headers;
    }

    private static List<WriterCertificate> certificates(FieldReader in, long count) throws FormatException {
        List<WriterCertificate> certificates = new ArrayList<>();
        Bytes last = null;
        for (int i = 0; i < count; i++) {
            last = ascending(last, in.copy(WriterCertificate.LENGTH));
            certificates.add(WriterCertificate.decode(last));
        }
        return certificates;
    }

    private static List<Vouched> vouched(FieldReader in, long count) throws FormatException {
        List<Vouched> vouched = new ArrayList<>();
        Bytes last = null;
        for (int i = 0; i < count; i++) {
            Vouched next = vouched(in);
            last = ascending(last, next.encode());
            vouched.add(next);
        }
        return vouched;
    }

    private static Vouched vouched(FieldReader in) throws FormatException {
        try {
            return new Vouched(in.copy(in.u8()), in.u32(), in.copy(Hashes.SHA256_LENGTH));
        } catch (IllegalArgumentException broken) {
            throw new FormatException("the snapshot is malformed: " + broken.getMessage());
        }
    }

    private static Bytes ascending(Bytes last, Bytes next) throws FormatException {
        if (last != null && last.compareTo(next) >= 0) {
            throw new FormatException("the snapshot's entries are not in order");
        }
        return next;
    }
}
