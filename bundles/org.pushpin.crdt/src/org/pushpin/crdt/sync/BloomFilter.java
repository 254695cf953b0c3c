// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntPredicate;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;

/**
 * A set of change hashes in about 10 bits each, which sometimes, for 1 in 100, says that it contains what it does not. Immutable, any
 * thread.
 *
 * <p>Since a hash is uniformly distributed its own bytes serve as hash functions. Source: Kleppmann and Howard, "Byzantine Eventual
 * Consistency and the Fundamental Limits of Peer-to-Peer Databases", 2020; the probes as in Automerge (triple hashing, all arithmetic
 * modulo the number of bits).
 */
public final class BloomFilter {
    /** Contains nothing. */
    public static final BloomFilter EMPTY = new BloomFilter(0, 10, 7, new byte[0]);

    /** Of a filter from outside; ours has 10 and 7. */
    private static final int MAX_BITS_PER_ENTRY = 256;
    private static final int MAX_PROBES = 64;
    /** So that a sum of two bit numbers fits an int. */
    private static final int MAX_BYTES = 1 << 26;

    private final int entries;
    private final int bitsPerEntry;
    private final int probes;
    private final byte[] bits;

    private BloomFilter(int entries, int bitsPerEntry, int probes, byte[] bits) {
        this.entries = entries;
        this.bitsPerEntry = bitsPerEntry;
        this.probes = probes;
        this.bits = bits;
    }

    /**
     * The filter of some hashes, with 10 bits per hash.
     *
     * @throws IllegalArgumentException if there are more than 53 million
     */
    public static BloomFilter of(Collection<ChangeHash> hashes) {
        long size = bytes(hashes.size(), EMPTY.bitsPerEntry);
        if (size > MAX_BYTES) {
            throw new IllegalArgumentException("too many hashes for a filter: " + hashes.size());
        }
        if (hashes.isEmpty()) {
            return EMPTY;
        }
        BloomFilter filter = new BloomFilter(hashes.size(), EMPTY.bitsPerEntry, EMPTY.probes, new byte[(int) size]);
        hashes.forEach(hash -> filter.probe(hash, filter::set));
        return filter;
    }

    /** Reads a filter that takes the whole input; bytes behind it are ignored. */
    static BloomFilter parse(Input in) throws MalformedException {
        if (in.remaining() == 0) {
            return EMPTY;
        }
        long entries = in.readUnsigned(0xFFFF_FFFFL);
        int bitsPerEntry = (int) in.readUnsigned(MAX_BITS_PER_ENTRY);
        int probes = (int) in.readUnsigned(MAX_PROBES);
        long size = bytes(entries, bitsPerEntry);
        if (size > Math.min(MAX_BYTES, in.remaining())) {
            throw new MalformedException("a Bloom filter that is shorter than it says");
        }
        if (entries == 0) {
            return EMPTY;
        }
        if (size == 0) {
            throw new MalformedException("a Bloom filter without bits");
        }
        return new BloomFilter((int) entries, bitsPerEntry, probes, in.readBytes((int) size));
    }

    private static long bytes(long entries, int bitsPerEntry) {
        return Math.ceilDiv(entries * bitsPerEntry, 8);
    }

    /** Whether a hash may be in the set: never false for one that is. */
    public boolean mayContain(ChangeHash hash) {
        return entries != 0 && probe(hash, this::isSet);
    }

    /** Whether the set is empty for sure. */
    public boolean isEmpty() {
        return entries == 0;
    }

    /** Visits the bits of a hash until one of them does not satisfy {@code each}. */
    private boolean probe(ChangeHash hash, IntPredicate each) {
        ByteBuffer bytes = ByteBuffer.wrap(hash.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int size = 8 * bits.length;
        int x = Integer.remainderUnsigned(bytes.getInt(), size);
        int y = Integer.remainderUnsigned(bytes.getInt(), size);
        int z = Integer.remainderUnsigned(bytes.getInt(), size);
        boolean all = each.test(x);
        for (int i = 1; i < probes && all; i++) {
            x = (x + y) % size;
            y = (y + z) % size;
            all = each.test(x);
        }
        return all;
    }

    private boolean isSet(int bit) {
        return (bits[bit >> 3] & 1 << (bit & 7)) != 0;
    }

    private boolean set(int bit) {
        bits[bit >> 3] |= (byte) (1 << (bit & 7));
        return true;
    }

    /** No bytes at all if the set is empty. */
    byte[] toByteArray() {
        if (entries == 0) {
            return new byte[0];
        }
        return new Output().writeUnsigned(Integer.toUnsignedLong(entries)).writeUnsigned(bitsPerEntry).writeUnsigned(probes).write(bits)
                .toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BloomFilter f && entries == f.entries && bitsPerEntry == f.bitsPerEntry && probes == f.probes
                && Arrays.equals(bits, f.bits);
    }

    @Override
    public int hashCode() {
        return 31 * entries + Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return "BloomFilter[" + Integer.toUnsignedLong(entries) + " hashes, " + bits.length + " bytes]";
    }
}
