// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication.wire;

import java.util.List;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.CollectionDigest;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.SessionTag;
import org.pushpin.crypto.Signatures;
import org.pushpin.crypto.SigningKey;

/** What peers say to each other. Immutable; the bytes are in the package's description. */
public sealed interface Message {

    /** About the session; channel 0. */
    sealed interface OfSession extends Message {}

    /** About one document; the document's channel. */
    sealed interface OfDocument extends Message {}

    /** About the blobs of one document; a channel of their own. */
    sealed interface OfBlobs extends Message {}

    /** About who is at one document; a channel of its own. */
    sealed interface OfPresence extends Message {}

    /** Tags of what the initiator shares or wants. */
    record Hello(List<SessionTag> tags) implements OfSession {
        /** How many tags it always has. */
        public static final int TAGS = 256;

        public Hello {
            tags = List.copyOf(tags);
            if (tags.size() != TAGS) {
                throw new IllegalArgumentException("a hello has 256 tags");
            }
        }
    }

    /** Which of them the responder knows too. */
    record Matches(List<SessionTag> tags) implements OfSession {
        public Matches {
            tags = List.copyOf(tags);
        }
    }

    /** Who the sender is. */
    record Identity(DeviceId device, Bytes signature) implements OfSession {}

    /** A page of all tags of the sender, or tags that are new since. */
    record Tags(boolean last, List<SessionTag> tags) implements OfSession {
        public Tags {
            tags = List.copyOf(tags);
        }
    }

    /** What the initiator holds of all that both know, in 16 bytes. */
    record Digest(Bytes summary) implements OfSession {}

    /** The responder holds the same. */
    record Same() implements OfSession {}

    /** It does not, and here is what it holds, by buckets. */
    record Buckets(CollectionDigest digest) implements OfSession {}

    /** Fingerprints of the initiator's documents in differing buckets. */
    record Prints(boolean last, List<Print> prints) implements OfSession {
        public Prints {
            prints = List.copyOf(prints);
        }
    }

    /** A document and what the sender holds of it. */
    record Print(SessionTag tag, Fingerprint fingerprint) {}

    /** Documents in which the two differ. */
    record Differ(boolean last, List<SessionTag> tags) implements OfSession {
        public Differ {
            tags = List.copyOf(tags);
        }
    }

    /** Asks for a sign of life. */
    record Ping() implements OfSession {}

    /** A sign of life. */
    record Pong() implements OfSession {}

    /** Names what a channel is about; its first message. */
    record Open(Topic topic, SessionTag tag) implements Message {}

    /** What a channel carries. */
    enum Topic {
        CHANGES, BLOBS, PRESENCE
    }

    /** "This is all I hold: send me what I lack, from now on", until the next round. */
    record Sync(long round, boolean genesis, List<ClockEntry> clock) implements OfDocument {
        public Sync {
            clock = List.copyOf(clock);
        }
    }

    /** The document's Genesis, before anything else of it. */
    record GenesisIs(Bytes genesis) implements OfDocument {}

    /** Batches in the sender's arrival order. */
    record Batches(List<Batch> batches) implements OfDocument {
        public Batches {
            batches = List.copyOf(batches);
        }
    }

    /** A batch, as {@link HeaderMemory} makes and reads it. */
    sealed interface Batch {
        Bytes body();
    }

    /** 292 bytes of header, and the body that it names. */
    record WholeBatch(Bytes header, Bytes body) implements Batch {}

    /** What of a header does not follow from the body and from the last batch of the same writer on this channel. */
    record ShortBatch(int writer, long to, Bytes head, Bytes signature, Bytes body) implements Batch {}

    /** What the sender holds durably; {@code round} if by now it has sent all that the receiver lacked, else 0. */
    record Have(long round, Fingerprint fingerprint, List<ClockEntry> news) implements OfDocument {
        public Have {
            news = List.copyOf(news);
        }
    }

    /** Asks for a blob's manifest. */
    record WantBlob(BlobId blob) implements OfBlobs {}

    /** A blob that the sender holds whole. */
    record Manifest(BlobManifest manifest) implements OfBlobs {}

    /** A blob that the sender cannot give here. */
    record NoBlob(BlobId blob) implements OfBlobs {}

    /** Asks for a chunk. */
    record WantChunk(BlobId blob, int index) implements OfBlobs {}

    /** A chunk. */
    record Chunk(BlobId blob, int index, Bytes content) implements OfBlobs {}

    /** What devices let others see, the newest of each kind. */
    record Ephemerals(List<Ephemeral> news) implements OfPresence {
        public Ephemerals {
            news = List.copyOf(news);
        }
    }

    /**
     * Something that a device lets others see, and that nobody stores.
     *
     * @param session which stay of the device at the document this is, 8 random bytes
     * @param count rises by at least one with all that is said in a session
     * @param kind 0: leaving; 1: still here; from 2 on what those at the document exchange; what is not known is passed on
     */
    record Ephemeral(DeviceId device, Bytes session, long count, int kind, Bytes value, Bytes signature) {
        /** The length of a session's name. */
        public static final int SESSION_LENGTH = 8;
        /** The longest value. */
        public static final int MAX_VALUE = 1024;
        /** Kinds are numbered from 0 to below this. */
        public static final int KINDS = 16;

        private static final String LABEL = "pushpin/ephemeral/1";

        /** As its device signs it. */
        public static Ephemeral sign(SigningKey device, DocumentId document, Bytes session, long count, int kind, Bytes value) {
            Ephemeral unsigned = new Ephemeral(new DeviceId(device.publicKey()), session, count, kind, value, Bytes.EMPTY);
            return new Ephemeral(unsigned.device, session, count, kind, value,
                    device.sign(LABEL, document.key(), unsigned.device.key(), session, unsigned.numbers(), value));
        }

        /** Whether its device signed it for this document. Costs 0.2 ms. */
        public boolean verify(DocumentId document) {
            return Signatures.verify(device.key(), signature, LABEL, document.key(), device.key(), session, numbers(), value);
        }

        private Bytes numbers() {
            return Bytes.of((byte) (count >> 24), (byte) (count >> 16), (byte) (count >> 8), (byte) count, (byte) kind);
        }
    }
}
