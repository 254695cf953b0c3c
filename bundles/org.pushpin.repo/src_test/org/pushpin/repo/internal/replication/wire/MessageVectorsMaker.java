// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.CollectionDigest;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.Genesis;
import org.pushpin.crypto.Hashes;
import org.pushpin.crypto.SessionTag;
import org.pushpin.crypto.SigningKey;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.replication.wire.Message.*;

/** Writes messages.txt anew, when a version of the protocol adds to it: run with the file as argument. */
final class MessageVectorsMaker {
    private final List<String> lines = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        var maker = new MessageVectorsMaker();
        maker.session();
        maker.documents();
        maker.blobs();
        maker.presence();
        maker.refused();
        Files.write(Path.of(arguments[0]), maker.lines);
    }

    private static Bytes hash(String text) {
        return Hashes.sha256("vector", Bytes.utf8(text));
    }

    private static SessionTag tag(int number) {
        return new SessionTag(hash("tag " + number).slice(0, SessionTag.LENGTH));
    }

    private static List<SessionTag> tags(int count) {
        return IntStream.range(0, count).mapToObj(MessageVectorsMaker::tag).toList();
    }

    private static Fingerprint print(int number) {
        return new Fingerprint(hash("print " + number).slice(0, Fingerprint.LENGTH));
    }

    private static List<ClockEntry> clock(int count) {
        return IntStream.range(0, count).mapToObj(i -> new ClockEntry(hash("writer " + i).slice(0, 16),
                i == 0 ? 0xffff_ffffL : i, hash("head " + i).slice(0, 8))).sorted().toList();
    }

    private static SigningKey key(String name) {
        return SigningKey.fromSeed(hash("key " + name));
    }

    private static DocumentId document() {
        return new DocumentId(key("document").publicKey());
    }

    private static WholeBatch batch(int from, Bytes body) {
        Bytes prev = from == 1 ? Bytes.zeros(32) : hash("change " + (from - 1));
        var range = new BatchHeader.Range(from, from, prev, hash("change " + from));
        return new WholeBatch(BatchHeader.sign(key("writer"), BatchHeader.Kind.CHANGES, 0, document(), range, hash("auth"), body)
                .encode(), body);
    }

    private void add(String name, Message message) {
        add(name, MessageCodec.encode(message));
    }

    private void add(String name, Bytes bytes) {
        lines.add(name + "|" + bytes.toHex() + "|" + MessageVectorsTest.says(bytes));
    }

    private void session() {
        add("hello", new Hello(tags(256)));
        add("no matches", new Matches(List.of()));
        add("one match", new Matches(tags(1)));
        add("three matches", new Matches(tags(3)));
        add("256 matches", new Matches(tags(256)));
        var device = new DeviceId(key("device").publicKey());
        add("identity of an initiator", new Identity(device,
                key("device").sign("pushpin/session/1", Bytes.of((byte) 0), device.key(), hash("handshake"))));
        add("identity of a responder", new Identity(device,
                key("device").sign("pushpin/session/1", Bytes.of((byte) 1), device.key(), hash("handshake"))));
        add("no tags", new Tags(true, List.of()));
        add("first page of tags", new Tags(false, tags(5)));
        add("last page of tags", new Tags(true, tags(16)));
        add("a full page of tags", new Tags(false, tags(1024)));
        add("digest", new Digest(CollectionDigest.EMPTY.summary()));
        add("same", new Same());
        add("empty buckets", new Buckets(CollectionDigest.EMPTY));
        add("buckets", new Buckets(CollectionDigest.of(Map.of(document(), print(1)))));
        add("no prints", new Prints(true, List.of()));
        add("prints", new Prints(false, List.of(new Print(tag(1), print(1)), new Print(tag(2), print(2)))));
        add("nothing differs", new Differ(true, List.of()));
        add("two differ", new Differ(false, tags(2)));
        add("ping", new Ping());
        add("pong", new Pong());
    }

    private void documents() {
        add("open for changes", new Open(Topic.CHANGES, tag(7)));
        add("open for blobs", new Open(Topic.BLOBS, tag(7)));
        add("sync of nothing", new Sync(1, false, List.of()));
        add("sync of a genesis", new Sync(2, true, List.of()));
        add("sync of three writers", new Sync(0xffff_ffffL, true, clock(3)));
        var fork = List.of(new ClockEntry(hash("writer").slice(0, 16), 5, Bytes.fromHex("0000000000000001")),
                new ClockEntry(hash("writer").slice(0, 16), 5, Bytes.fromHex("0000000000000002")));
        add("sync of a fork", new Sync(3, true, fork));
        add("genesis", new GenesisIs(Genesis.sign(key("document"), new WriterId(key("writer").publicKey()),
                Genesis.Policy.SECRET_HOLDERS).encode()));
        add("one batch", new Batches(List.of(batch(1, Bytes.utf8("body")))));
        add("two batches", new Batches(List.of(batch(1, Bytes.utf8("one")), batch(2, Bytes.EMPTY))));
        add("a batch of 3,000 bytes", new Batches(List.of(batch(9, Bytes.zeros(3000)))));
        add("a whole batch and one that follows", new Batches(List.of(batch(1, Bytes.utf8("one")),
                new ShortBatch(0, 2, hash("change 2"), Bytes.zeros(64),
                        Bytes.utf8("two")))));
        add("a short batch of the last possible writer",
                new Batches(List.of(new ShortBatch(0xffff, 0xffff_ffffL, hash("change 3"), Bytes.zeros(64), Bytes.EMPTY))));
        add("have of no round", new Have(0, print(3), clock(1)));
        add("have of a round", new Have(7, print(4), List.of()));
        add("have of a fork", new Have(8, print(4), fork));
        add("have of a hundred", new Have(9, print(4), clock(100)));
    }

    private void blobs() {
        Bytes content = Bytes.utf8("content of a blob");
        var manifest = new BlobManifest(content.length(), List.of(BlobManifest.chunkHash(content)));
        BlobId blob = manifest.blob();
        add("want blob", new WantBlob(blob));
        add("manifest", new Manifest(manifest));
        add("manifest of an empty blob", new Manifest(new BlobManifest(0, List.of())));
        add("no blob", new NoBlob(blob));
        add("want the first chunk", new WantChunk(blob, 0));
        add("want the last possible chunk", new WantChunk(blob, 31_999));
        add("chunk", new Chunk(blob, 0, content));
        add("empty chunk", new Chunk(blob, 1, Bytes.EMPTY));
    }

    private static Ephemeral said(String device, long count, int kind, Bytes value) {
        return Ephemeral.sign(key(device), document(), Bytes.fromHex("0102030405060708"), count, kind, value);
    }

    private void presence() {
        add("open for presence", new Open(Topic.PRESENCE, tag(7)));
        add("somebody is here", new Ephemerals(List.of(said("device", 1, 1, Bytes.EMPTY))));
        add("somebody points", new Ephemerals(List.of(said("device", 2, 3, Bytes.fromHex("0001e24000012345")))));
        add("somebody leaves", new Ephemerals(List.of(said("device", 3, 0, Bytes.EMPTY))));
        add("a kind of a newer version", new Ephemerals(List.of(said("device", 0xffff_ffffL, 255, Bytes.utf8("news")))));
        add("the longest value", new Ephemerals(List.of(said("device", 5, 2, Bytes.zeros(1024)))));
        add("two devices", new Ephemerals(List.of(said("device", 6, 2, Bytes.utf8("one")), said("other", 1, 2, Bytes.utf8("two")))));
        add("as many as fit", new Ephemerals(IntStream.range(0, 64).mapToObj(i -> said("device", 7 + i, 1, Bytes.EMPTY)).toList()));
    }

    private void refused() {
        add("nothing", Bytes.EMPTY);
        add("type 0", Bytes.fromHex("00"));
        add("an unknown type", Bytes.fromHex("0c"));
        add("an unknown document message", Bytes.fromHex("15"));
        add("the last type", Bytes.fromHex("ff"));
        Bytes hello = MessageCodec.encode(new Hello(tags(256)));
        add("hello of version 2", Bytes.concat(Bytes.fromHex("0102"), hello.slice(2, hello.length())));
        add("short hello", hello.slice(0, 4097));
        add("long hello", Bytes.concat(hello, Bytes.zeros(1)));
        add("too many matches", Bytes.concat(Bytes.fromHex("020101"), Bytes.zeros(257 * 16)));
        add("matches that are not there", Bytes.fromHex("020100"));
        add("tags with flag 2", Bytes.fromHex("04020000"));
        add("too many tags", Bytes.concat(Bytes.fromHex("04000401"), Bytes.zeros(1025 * 16)));
        add("tags that are not there", Bytes.fromHex("0401ffff"));
        add("short identity", Bytes.concat(Bytes.fromHex("03"), Bytes.zeros(95)));
        add("short digest", Bytes.concat(Bytes.fromHex("05"), Bytes.zeros(15)));
        add("same with more", Bytes.fromHex("0600"));
        Bytes buckets = CollectionDigest.EMPTY.encode();
        add("buckets of a newer suite", Bytes.concat(Bytes.fromHex("07"), buckets.slice(0, 4), Bytes.fromHex("02"),
                buckets.slice(5, buckets.length())));
        add("short prints", Bytes.concat(Bytes.fromHex("08010001"), Bytes.zeros(31)));
        add("open for something newer", Bytes.concat(Bytes.fromHex("1004"), Bytes.zeros(16)));
        add("open for topic 0", Bytes.concat(Bytes.fromHex("1000"), Bytes.zeros(16)));
        Bytes clock = ClockEntry.encodeClock(clock(3));
        add("sync of round 0", Bytes.concat(Bytes.fromHex("110000000000"), clock));
        add("sync with flag 2", Bytes.concat(Bytes.fromHex("110000000102"), clock));
        add("sync of half a clock", Bytes.concat(Bytes.fromHex("110000000101"), clock.slice(0, clock.length() - 1)));
        add("sync of a clock of four thousand million", Bytes.fromHex("11000000010101000000ffffffff"));
        add("sync of a newer clock", Bytes.fromHex("11000000010102000000ffffffff"));
        add("sync of an unsorted clock", Bytes.concat(Bytes.fromHex("110000000101"), clock.slice(0, 8),
                clock.slice(36, 64), clock.slice(8, 36), clock.slice(64, 92)));
        add("short genesis", Bytes.concat(Bytes.fromHex("12"), Bytes.zeros(135)));
        add("no batches", Bytes.fromHex("130000"));
        Bytes batch = MessageCodec.encode(new Batches(List.of(batch(1, Bytes.utf8("body")))));
        add("half a batch", batch.slice(0, batch.length() - 1));
        add("a batch of a newer form", Bytes.concat(batch.slice(0, 3), Bytes.fromHex("03"), batch.slice(4, batch.length())));
        add("a batch of two gibibytes", Bytes.concat(batch.slice(0, 196), Bytes.fromHex("80000000"),
                batch.slice(200, batch.length())));
        add("a batch of a negative length", Bytes.concat(batch.slice(0, 196), Bytes.fromHex("ffffffff"),
                batch.slice(200, batch.length())));
        add("sixty thousand batches", Bytes.concat(Bytes.fromHex("13ffff"), batch.slice(3, batch.length())));
        add("half a short batch", Bytes.concat(Bytes.fromHex("13000102"), Bytes.zeros(105)));
        add("a short batch that is too long", Bytes.concat(Bytes.fromHex("13000102"), Bytes.zeros(102), Bytes.fromHex("00040001")));
        add("chunk 32,000", Bytes.concat(Bytes.fromHex("23"), Bytes.zeros(32), Bytes.fromHex("00007d00")));
        add("chunk -1", Bytes.concat(Bytes.fromHex("23"), Bytes.zeros(32), Bytes.fromHex("ffffffff")));
        add("manifest of a negative length", Bytes.fromHex("2150504d3101000000ffffffffffffffff"));
        Bytes here = MessageCodec.encode(new Ephemerals(List.of(said("device", 1, 2, Bytes.utf8("here")))));
        add("nobody", Bytes.fromHex("300000"));
        add("more than fit", Bytes.concat(Bytes.fromHex("300041"), Bytes.zeros(65 * 111)));
        add("presence that is not there", here.slice(0, 100));
        add("half a value", here.slice(0, here.length() - 1));
        add("a value and more", Bytes.concat(here, Bytes.zeros(1)));
        add("a value that is too long", Bytes.concat(Bytes.fromHex("300001"), Bytes.zeros(45), Bytes.fromHex("0401"), Bytes.zeros(64 + 1025)));
        add("half a want", Bytes.concat(Bytes.fromHex("20"), Bytes.zeros(31)));
    }
}
