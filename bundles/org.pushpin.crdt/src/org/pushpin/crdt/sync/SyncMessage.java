// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;

/**
 * What one peer tells another about a document: what it has, what it asks for, and changes. Made and understood by {@link SyncState}.
 * Immutable, any thread. The bytes are described in the package's page.
 */
public final class SyncMessage {
    /** How the changes are laid out. */
    public enum Version {
        /** Each change by itself. */
        V1(0x42),
        /** All changes in one piece: change chunks one behind the other, or a document. */
        V2(0x43);

        private final int type;

        Version(int type) {
            this.type = type;
        }
    }

    /** What the sender says about itself, for good or for this message. */
    public enum Flag {
        /** It understands {@link Version#V2}. */
        SUPPORTS_V2(0),
        /** Begin anew: what you sent was not kept. */
        SYNC_RESET(1),
        /** It takes no changes. */
        READ_ONLY(2),
        /** It understands {@link #SYNC_RESET}. */
        SUPPORTS_SYNC_RESET(4);

        private final int bit;

        Flag(int bit) {
            this.bit = bit;
        }
    }

    /** In each list of hashes: 8 MiB. */
    static final int MAX_HASHES = 1 << 18;
    private static final int MAX_HAVES = 32;
    /** Magic, checksum, type, length. */
    private static final int SHORTEST_CHUNK = 10;
    /** In the trailer, marks the byte of bits; a byte without it is a flag of the first kind, of which there was one. */
    private static final int BITS = 0x80;
    private static final int LEGACY_V2 = 2;

    private final Version version;
    private final List<ChangeHash> heads;
    private final List<ChangeHash> need;
    private final List<Have> haves;
    private final List<byte[]> chunks;
    private final Set<Flag> flags;

    /** Takes over the arrays in {@code chunks}. Hashes are ascending. A peer that knows flags is taken to know V2. */
    SyncMessage(Version version, List<ChangeHash> heads, List<ChangeHash> need, List<Have> haves, List<byte[]> chunks, Set<Flag> flags) {
        this.version = version;
        this.heads = List.copyOf(heads);
        this.need = List.copyOf(need);
        this.haves = List.copyOf(haves);
        this.chunks = List.copyOf(chunks);
        EnumSet<Flag> all = EnumSet.noneOf(Flag.class);
        all.addAll(flags);
        if (!all.isEmpty()) {
            all.add(Flag.SUPPORTS_V2);
        }
        this.flags = Collections.unmodifiableSet(all);
    }

    /**
     * Reads a message. Its changes are not decoded yet ({@link #changes()}); bytes behind it are ignored.
     *
     * @throws MalformedException if anything is not as it must be; nothing is allocated on the word of a length or count
     */
    public static SyncMessage parse(byte[] bytes) throws MalformedException {
        Input in = new Input(bytes);
        Version version = version(in.readByte());
        List<ChangeHash> heads = in.readHashes(MAX_HASHES);
        List<ChangeHash> need = in.readHashes(MAX_HASHES);
        List<Have> haves = readHaves(in);
        List<byte[]> chunks = readChunks(in);
        return new SyncMessage(version, heads, need, haves, chunks, readFlags(in));
    }

    private static Version version(int type) throws MalformedException {
        for (Version version : Version.values()) {
            if (version.type == type) {
                return version;
            }
        }
        throw new MalformedException("not a sync message");
    }

    private static List<Have> readHaves(Input in) throws MalformedException {
        int count = in.readCount(2);
        if (count > MAX_HAVES) {
            throw new MalformedException("more than " + MAX_HAVES + " Bloom filters");
        }
        List<Have> haves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<ChangeHash> lastSync = in.readHashes(MAX_HASHES);
            haves.add(new Have(lastSync, BloomFilter.parse(in.slice(in.readCount(1)))));
        }
        return haves;
    }

    private static List<byte[]> readChunks(Input in) throws MalformedException {
        int count = in.readCount(1 + SHORTEST_CHUNK);
        List<byte[]> chunks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.readCount(1);
            if (length < SHORTEST_CHUNK) {
                throw new MalformedException("a change that is too short to be one");
            }
            chunks.add(in.readBytes(length));
        }
        return chunks;
    }

    private static Set<Flag> readFlags(Input in) throws MalformedException {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (in.remaining() == 0) {
            return flags;
        }
        Input trailer = in.slice(in.readCount(1));
        while (trailer.remaining() > 0) {
            int b = trailer.readByte();
            if (b == LEGACY_V2 || b >= BITS) {
                flags.add(Flag.SUPPORTS_V2);
            }
            for (Flag flag : Flag.values()) {
                if (b >= BITS && (b & flag.bit) != 0) {
                    flags.add(flag);
                }
            }
        }
        return flags;
    }

    public byte[] toByteArray() {
        Output out = new Output().writeByte(version.type).writeHashes(heads).writeHashes(need).writeUnsigned(haves.size());
        for (Have have : haves) {
            out.writeHashes(have.lastSync()).writePrefixed(have.since().toByteArray());
        }
        out.writeUnsigned(chunks.size());
        chunks.forEach(out::writePrefixed);
        if (!flags.isEmpty()) {
            int bits = flags.stream().mapToInt(flag -> flag.bit).sum();
            out.writePrefixed(new byte[] {LEGACY_V2, (byte) (BITS | bits)});
        }
        return out.toByteArray();
    }

    public Version version() {
        return version;
    }

    /** The heads of the sender's document, ascending. */
    public List<ChangeHash> heads() {
        return heads;
    }

    /** Changes that the sender asks for by name, ascending. */
    public List<ChangeHash> need() {
        return need;
    }

    /** What the sender has; if this is empty, it wants nothing but {@link #need()}. */
    public List<Have> haves() {
        return haves;
    }

    /** Empty if the sender is older than flags. */
    public Set<Flag> flags() {
        return flags;
    }

    public boolean hasChanges() {
        return !chunks.isEmpty();
    }

    /**
     * Decodes the changes.
     *
     * @throws MalformedException if one of them is not as it must be
     */
    public List<Change> changes() throws MalformedException {
        return Change.parse(content());
    }

    /** The chunks, one behind the other. */
    byte[] content() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(chunks.stream().mapToInt(chunk -> chunk.length).sum());
        chunks.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** The same but for the changes. */
    SyncMessage withoutChanges() {
        return hasChanges() ? new SyncMessage(version, heads, need, haves, List.of(), flags) : this;
    }

    /** Whether two messages say the same about their sender; changes and version do not count. */
    boolean saysTheSame(SyncMessage other) {
        return heads.equals(other.heads) && need.equals(other.need) && haves.equals(other.haves) && flags.equals(other.flags);
    }

    /** For logs; without contents. */
    @Override
    public String toString() {
        return "SyncMessage[" + version + ", heads " + heads + ", need " + need + ", haves " + haves + ", chunks " + chunks.size()
                + ", flags " + flags + "]";
    }
}
