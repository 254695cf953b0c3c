// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication.wire;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.CollectionDigest;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.Genesis;
import org.pushpin.crypto.Hashes;
import org.pushpin.crypto.SessionTag;
import org.pushpin.crypto.Signatures;
import org.pushpin.crypto.UnsupportedFormatException;
import org.pushpin.repo.internal.replication.wire.Message.*;

/** Messages as bytes, and back; see the package's description. Any thread, no state. */
public final class MessageCodec {
    /** The most tags, prints or batches of one message but Hello. */
    public static final int MAX_ENTRIES = 1024;

    private static final int VERSION = 1;
    private static final int WHOLE = 1;
    private static final int SHORT = 2;
    private static final int SHORT_LENGTH = 107;
    private static final int BODY_LENGTH_AT = 192;

    private MessageCodec() {
    }

    /** The bytes of a message whose lists are within their limits. */
    public static Bytes encode(Message message) {
        return switch (message) {
            case OfSession session -> encodeSession(session);
            case OfDocument document -> encodeDocument(document);
            case OfBlobs blobs -> encodeBlobs(blobs);
            case Ephemerals(List<Ephemeral> news) -> EphemeralCodec.encode(news);
            case Open(Topic topic, SessionTag tag) -> new Output(0x10).u8(topic.ordinal() + 1).bytes(tag.bytes()).done();
        };
    }

    private static Bytes encodeSession(OfSession message) {
        return switch (message) {
            case Hello(List<SessionTag> tags) -> new Output(0x01).u8(VERSION).tags(tags).done();
            case Matches(List<SessionTag> tags) -> new Output(0x02).u16(tags.size()).tags(tags).done();
            case Identity(DeviceId device, Bytes signature) -> new Output(0x03).bytes(device.key()).bytes(signature).done();
            case Tags(boolean last, List<SessionTag> tags) ->
                new Output(0x04).flag(last).u16(tags.size()).tags(tags).done();
            case Digest(Bytes summary) -> new Output(0x05).bytes(summary).done();
            case Same() -> new Output(0x06).done();
            case Buckets(CollectionDigest digest) -> new Output(0x07).bytes(digest.encode()).done();
            case Prints(boolean last, List<Print> prints) -> encodePrints(last, prints);
            case Differ(boolean last, List<SessionTag> tags) ->
                new Output(0x09).flag(last).u16(tags.size()).tags(tags).done();
            case Ping() -> new Output(0x0a).done();
            case Pong() -> new Output(0x0b).done();
        };
    }

    private static Bytes encodePrints(boolean last, List<Print> prints) {
        Output out = new Output(0x08).flag(last).u16(prints.size());
        prints.forEach(print -> out.bytes(print.tag().bytes()).bytes(print.fingerprint().bytes()));
        return out.done();
    }

    private static Bytes encodeDocument(OfDocument message) {
        return switch (message) {
            case Sync(long round, boolean genesis, List<ClockEntry> clock) ->
                new Output(0x11).u32(round).flag(genesis).bytes(ClockEntry.encodeClock(clock)).done();
            case GenesisIs(Bytes genesis) -> new Output(0x12).bytes(genesis).done();
            case Batches(List<Batch> batches) -> encodeBatches(batches);
            case Have(long round, Fingerprint fingerprint, List<ClockEntry> news) ->
                new Output(0x14).u32(round).bytes(fingerprint.bytes()).bytes(ClockEntry.encodeClock(news)).done();
        };
    }

    private static Bytes encodeBatches(List<Batch> batches) {
        Output out = new Output(0x13).u16(batches.size());
        batches.forEach(batch -> encode(batch, out));
        return out.done();
    }

    private static void encode(Batch batch, Output out) {
        switch (batch) {
            case WholeBatch(Bytes header, Bytes body) -> out.u8(WHOLE).bytes(header).bytes(body);
            case ShortBatch(int writer, long to, Bytes head, Bytes signature, Bytes body) ->
                out.u8(SHORT).u16(writer).u32(to).bytes(head).bytes(signature).u32(body.length()).bytes(body);
        }
    }

    private static Bytes encodeBlobs(OfBlobs message) {
        return switch (message) {
            case WantBlob(BlobId blob) -> new Output(0x20).bytes(blob.hash()).done();
            case Manifest(BlobManifest manifest) -> new Output(0x21).bytes(manifest.encode()).done();
            case NoBlob(BlobId blob) -> new Output(0x22).bytes(blob.hash()).done();
            case WantChunk(BlobId blob, int index) -> new Output(0x23).bytes(blob.hash()).u32(index).done();
            case Chunk(BlobId blob, int index, Bytes content) ->
                new Output(0x24).bytes(blob.hash()).u32(index).bytes(content).done();
        };
    }

    /**
     * Reads a message.
     *
     * @throws UnsupportedFormatException if its type or version is newer than this one
     * @throws FormatException if it is malformed
     */
    public static Message decode(Bytes bytes) throws FormatException {
        var in = new Input(bytes);
        Message message = decode(in.u8(), in);
        in.end();
        return message;
    }

    private static Message decode(int type, Input in) throws FormatException {
        return switch (type) {
            case 0x01 -> hello(in);
            case 0x02 -> new Matches(in.tags(in.count(Hello.TAGS, SessionTag.LENGTH)));
            case 0x03 -> new Identity(new DeviceId(in.copy(DeviceId.LENGTH)), in.copy(Signatures.LENGTH));
            case 0x04 -> new Tags(in.flag(), in.tags(in.count(MAX_ENTRIES, SessionTag.LENGTH)));
            case 0x05 -> new Digest(in.copy(CollectionDigest.BUCKET_LENGTH));
            case 0x06 -> new Same();
            case 0x07 -> new Buckets(CollectionDigest.decode(in.rest()));
            case 0x08 -> new Prints(in.flag(), prints(in));
            case 0x09 -> new Differ(in.flag(), in.tags(in.count(MAX_ENTRIES, SessionTag.LENGTH)));
            case 0x0a -> new Ping();
            case 0x0b -> new Pong();
            case 0x10 -> new Open(topic(in), new SessionTag(in.copy(SessionTag.LENGTH)));
            case 0x11 -> new Sync(round(in), in.flag(), ClockEntry.decodeClock(in.rest()));
            case 0x12 -> new GenesisIs(in.copy(Genesis.LENGTH));
            case 0x13 -> new Batches(batches(in));
            case 0x14 -> new Have(in.u32(), new Fingerprint(in.copy(Fingerprint.LENGTH)), ClockEntry.decodeClock(in.rest()));
            case 0x20 -> new WantBlob(blob(in));
            case 0x21 -> new Manifest(BlobManifest.decode(in.rest()));
            case 0x22 -> new NoBlob(blob(in));
            case 0x23 -> new WantChunk(blob(in), index(in));
            case 0x24 -> new Chunk(blob(in), index(in), content(in));
            case EphemeralCodec.TYPE -> new Ephemerals(EphemeralCodec.decode(in));
            default -> throw new UnsupportedFormatException("message type " + type);
        };
    }

    private static Hello hello(Input in) throws FormatException {
        int version = in.u8();
        if (version != VERSION) {
            throw new UnsupportedFormatException("session version " + version);
        }
        return new Hello(in.tags(Hello.TAGS));
    }

    private static List<Print> prints(Input in) throws FormatException {
        int count = in.count(MAX_ENTRIES, SessionTag.LENGTH + Fingerprint.LENGTH);
        List<Print> prints = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            prints.add(new Print(new SessionTag(in.copy(SessionTag.LENGTH)), new Fingerprint(in.copy(Fingerprint.LENGTH))));
        }
        return prints;
    }

    private static Topic topic(Input in) throws FormatException {
        int topic = in.u8();
        if (topic < 1 || topic > Topic.values().length) {
            throw new UnsupportedFormatException("channel topic " + topic);
        }
        return Topic.values()[topic - 1];
    }

    private static long round(Input in) throws FormatException {
        long round = in.u32();
        if (round == 0) {
            throw new FormatException("a message asks for round 0");
        }
        return round;
    }

    private static List<Batch> batches(Input in) throws FormatException {
        int count = in.count(MAX_ENTRIES, SHORT_LENGTH);
        if (count == 0) {
            throw new FormatException("a message holds no batch");
        }
        List<Batch> batches = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            batches.add(batch(in));
        }
        return batches;
    }

    private static Batch batch(Input in) throws FormatException {
        int form = in.u8();
        return switch (form) {
            case WHOLE -> wholeBatch(in);
            case SHORT -> new ShortBatch(in.u16(), in.u32(), in.copy(Hashes.SHA256_LENGTH), in.copy(Signatures.LENGTH),
                    in.take(bodyLength(in)));
            default -> throw new UnsupportedFormatException("batch form " + form);
        };
    }

    private static Batch wholeBatch(Input in) throws FormatException {
        Bytes header = in.take(BatchHeader.LENGTH);
        return new WholeBatch(header, in.take(bodyLength(new Input(header.slice(BODY_LENGTH_AT, BODY_LENGTH_AT + Integer.BYTES)))));
    }

    private static int bodyLength(Input in) throws FormatException {
        long length = in.u32();
        if (length > BatchHeader.MAX_BODY) {
            throw new FormatException("a batch is said to have " + length + " bytes");
        }
        return (int) length;
    }

    private static BlobId blob(Input in) throws FormatException {
        return new BlobId(in.copy(BlobId.LENGTH));
    }

    private static int index(Input in) throws FormatException {
        long index = in.u32();
        if (index >= BlobManifest.MAX_CHUNKS) {
            throw new FormatException("a message names chunk " + index);
        }
        return (int) index;
    }

    private static Bytes content(Input in) throws FormatException {
        if (in.remaining() > BlobManifest.CHUNK_BYTES) {
            throw new FormatException("a chunk has " + in.remaining() + " bytes");
        }
        return in.rest();
    }
}
