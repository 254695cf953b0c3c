// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the vectors of each codec are made of: input fields, how they are encoded, and what a reader gives back. */
enum VectorCodecs {
    GENESIS("genesis") {
        @Override
        List<String> input(Random random) {
            return List.of(hex(random, 32), hex(random, 32), pick(random, Genesis.Policy.values()));
        }

        @Override
        String encode(List<String> in) {
            return Genesis.sign(key(in.get(0)), new WriterId(bytes(in.get(1))), Genesis.Policy.valueOf(in.get(2))).encode().toHex();
        }

        @Override
        String reencode(String text) throws FormatException {
            return Genesis.decode(bytes(text)).encode().toHex();
        }
    },
    BATCH_HEADER("batch-header") {
        @Override
        List<String> input(Random random) {
            BatchHeader.Kind kind = BatchHeader.Kind.values()[random.nextInt(4)];
            boolean nothing = kind == BatchHeader.Kind.SNAPSHOT && random.nextInt(4) == 0;
            long from = nothing ? 0 : random.nextInt(4) == 0 ? 1 : 2 + (random.nextLong() & 0x7fff_ffffL);
            long to = nothing ? 0 : Math.min(0xffff_ffffL, from + random.nextInt(64));
            return List.of(hex(random, 32), kind.name(), "" + random.nextInt(2), hex(random, 32), "" + from, "" + to,
                    from <= 1 ? "00".repeat(32) : hex(random, 32), nothing ? "00".repeat(32) : hex(random, 32), hex(random, 32),
                    hex(random, random.nextInt(80)));
        }

        @Override
        String encode(List<String> in) {
            var range = new BatchHeader.Range(Long.parseLong(in.get(4)), Long.parseLong(in.get(5)), bytes(in.get(6)), bytes(in.get(7)));
            return BatchHeader.sign(key(in.get(0)), BatchHeader.Kind.valueOf(in.get(1)), Integer.parseInt(in.get(2)),
                    new DocumentId(bytes(in.get(3))), range, bytes(in.get(8)), bytes(in.get(9))).encode().toHex();
        }

        @Override
        String reencode(String text) throws FormatException {
            BatchHeader header = BatchHeader.decode(bytes(text));
            header.verifySignature();
            return header.encode().toHex();
        }
    },
    BATCH_BODY("batch-body") {
        @Override
        List<String> input(Random random) {
            return List.of(random.nextInt(4) == 3 ? "-" : hex(random, 32), hex(random, 32), hex(random, 32), hex(random, random.nextInt(60)));
        }

        @Override
        String encode(List<String> in) {
            Optional<WriterCertificate> certificate = in.get(0).equals("-") ? Optional.empty() : Optional.of(WriterCertificate
                    .sign(key(in.get(0)), new WriterId(bytes(in.get(1))), new DocumentId(bytes(in.get(2)))));
            return new BatchBody(certificate, bytes(in.get(3))).encode().toHex();
        }

        @Override
        String reencode(String text) throws FormatException {
            return BatchBody.decode(bytes(text)).encode().toHex();
        }
    },
    SNAPSHOT_BODY("snapshot-body") {
        @Override
        List<String> input(Random random) {
            List<String> fields = new ArrayList<>(List.of(hex(random, 32), hex(random, 1 + random.nextInt(40))));
            for (int i = random.nextInt(4); i > 0; i--) {
                fields.add("w" + hex(random, 32) + "/" + (1 + random.nextInt(1_000_000)) + "/" + hex(random, 32) + "/" + Math.min(1, random.nextInt(4)));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                fields.add("v" + hex(random, 1 + random.nextInt(64)) + "/" + (1 + (random.nextLong() & 0x7fff_ffffL)) + "/" + hex(random, 32));
            }
            return fields;
        }

        @Override
        String encode(List<String> in) {
            var document = new DocumentId(bytes(in.get(0)));
            List<BatchHeader> headers = new ArrayList<>();
            List<WriterCertificate> certificates = new ArrayList<>();
            List<SnapshotBody.Vouched> vouched = new ArrayList<>();
            for (String field : in.subList(2, in.size())) {
                String[] part = field.substring(1).split("/");
                long seq = Long.parseLong(part[1]);
                if (field.startsWith("v")) {
                    vouched.add(new SnapshotBody.Vouched(bytes(part[0]), seq, bytes(part[2])));
                    continue;
                }
                SigningKey writer = key(part[0]);
                var range = new BatchHeader.Range(seq, seq, seq == 1 ? Bytes.zeros(32) : bytes("11".repeat(32)), bytes(part[2]));
                headers.add(BatchHeader.sign(writer, BatchHeader.Kind.CHANGES, 0, document, range, Bytes.zeros(32), Bytes.EMPTY));
                if (part[3].equals("1")) {
                    certificates.add(WriterCertificate.sign(writer, new WriterId(writer.publicKey()), document));
                }
            }
            return new SnapshotBody(headers, certificates, vouched, bytes(in.get(1))).encode().toHex();
        }

        @Override
        String reencode(String text) throws FormatException {
            return SnapshotBody.decode(bytes(text)).encode().toHex();
        }
    },
    WRITER_CERTIFICATE("writer-certificate") {
        @Override
        List<String> input(Random random) {
            return List.of(hex(random, 32), hex(random, 32), hex(random, 32));
        }

        @Override
        String encode(List<String> in) {
            return WriterCertificate.sign(key(in.get(0)), new WriterId(bytes(in.get(1))), new DocumentId(bytes(in.get(2)))).encode().toHex();
        }

        @Override
        String reencode(String text) throws FormatException {
            return WriterCertificate.decode(bytes(text)).encode().toHex();
        }
    },
    CLOCK("clock") {
        @Override
        List<String> input(Random random) {
            return IntStream.range(0, random.nextInt(6)).mapToObj(i -> hex(random, 16) + "/" + (1 + (random.nextLong() & 0x7fff_ffffL)) + "/"
                    + hex(random, 8)).toList();
        }

        @Override
        String encode(List<String> in) {
            return ClockEntry.encodeClock(in.stream().map(text -> text.split("/"))
                    .map(part -> new ClockEntry(bytes(part[0]), Long.parseLong(part[1]), bytes(part[2]))).toList()).toHex();
        }

        @Override
        String reencode(String text) throws FormatException {
            return ClockEntry.encodeClock(ClockEntry.decodeClock(bytes(text))).toHex();
        }
    },
    MANIFEST("blob-manifest") {
        @Override
        List<String> input(Random random) {
            int chunks = random.nextInt(5);
            long length = chunks == 0 ? 0 : (chunks - 1L) * BlobManifest.CHUNK_BYTES + 1 + random.nextInt(BlobManifest.CHUNK_BYTES);
            List<String> fields = new ArrayList<>(List.of("" + length));
            IntStream.range(0, chunks).forEach(i -> fields.add(hex(random, 32)));
            return fields;
        }

        @Override
        String encode(List<String> in) {
            List<Bytes> chunks = in.subList(1, in.size()).stream().map(VectorCodecs::bytes).toList();
            return text(new BlobManifest(Long.parseLong(in.get(0)), chunks));
        }

        @Override
        String reencode(String text) throws FormatException {
            return text(BlobManifest.decode(bytes(text.split(",")[0])));
        }

        private static String text(BlobManifest manifest) {
            return manifest.encode().toHex() + "," + manifest.blob();
        }
    },
    FINGERPRINT("fingerprint") {
        @Override
        List<String> input(Random random) {
            return IntStream.range(0, random.nextInt(5)).mapToObj(i -> hex(random, 16) + "/" + (1 + (random.nextLong() & 0x7fff_ffffL)) + "/"
                    + hex(random, 32)).toList();
        }

        @Override
        String encode(List<String> in) {
            return Fingerprint.of(in.stream().map(text -> text.split("/"))
                    .map(part -> new WriterHead(bytes(part[0]), Long.parseLong(part[1]), bytes(part[2]))).toList()).toString();
        }

        @Override
        String reencode(String text) {
            return new Fingerprint(bytes(text)).toString();
        }
    },
    DIGEST("collection-digest") {
        @Override
        List<String> input(Random random) {
            return IntStream.range(0, random.nextInt(6)).mapToObj(i -> "0" + random.nextInt(3) + hex(random, 31) + "/" + hex(random, 16)).toList();
        }

        @Override
        String encode(List<String> in) {
            return shorten(digest(in).encode());
        }

        @Override
        String reencode(String text) throws FormatException {
            return shorten(CollectionDigest.decode(lengthen(text)).encode());
        }
    },
    DERIVATIONS("derivations") {
        @Override
        List<String> input(Random random) {
            return List.of(hex(random, 16), hex(random, 32), hex(random, 32), hex(random, 16), "" + (random.nextInt() & 0xffff), hex(random, 64));
        }

        @Override
        String encode(List<String> in) {
            DocumentSecret secret = DocumentSecret.of(bytes(in.get(0)));
            DeviceSeed device = DeviceSeed.of(bytes(in.get(1)));
            var writer = new WriterId(device.writerKey(new DocumentId(bytes(in.get(2))), bytes(in.get(3))).publicKey());
            Genesis.Imported imported = Genesis.imported(bytes(in.get(3)));
            return List.of(secret.discoveryKey(), secret.tagKey(), secret.epochKey0(), secret.automergeRepoId(),
                    secret.topic(Long.parseLong(in.get(4))), device.deviceKey().publicKey(), writer.key(), writer.actor(),
                    SessionTag.of(secret.tagKey(), true, bytes(in.get(5))).bytes(), SessionTag.of(secret.tagKey(), false, bytes(in.get(5))).bytes(),
                    imported.genesis().id().key(), imported.secret().bytes(), imported.genesis().hash()).stream().map(Bytes::toHex)
                    .collect(Collectors.joining(","));
        }

        @Override
        String reencode(String text) {
            return text;
        }
    },
    URL("url") {
        @Override
        List<String> input(Random random) {
            List<String> fields = new ArrayList<>(List.of(hex(random, 32), pick(random, "board", "text", "org.example.poll", "a-b_c.9"),
                    pick(random, "-", "k" + hex(random, 16), "l" + hex(random, 32))));
            for (int i = random.nextInt(3); i > 0; i--) {
                fields.add(pick(random, "via", "x", "at") + "/"
                        + Bytes.utf8(pick(random, "", "plain", "a b&c=d#e?f%g", "grüße 👍", hex(random, 16))).toHex());
            }
            return fields;
        }

        @Override
        String encode(List<String> in) {
            Optional<DocumentUrl.Capability> capability = switch (in.get(2).charAt(0)) {
                case 'k' -> Optional.of(new DocumentUrl.Secret(DocumentSecret.of(bytes(in.get(2).substring(1)))));
                case 'l' -> Optional.of(new DocumentUrl.LinkSeed(bytes(in.get(2).substring(1))));
                default -> Optional.empty();
            };
            var parameters = in.subList(3, in.size()).stream().map(text -> text.split("/", -1)).map(part -> new DocumentUrl.Parameter(part[0],
                    new String(bytes(part[1]).toByteArray(), StandardCharsets.UTF_8))).toList();
            return new DocumentUrl(new DocumentId(bytes(in.get(0))), in.get(1), parameters, capability).toString();
        }

        @Override
        String reencode(String text) throws FormatException {
            return DocumentUrl.parse(text).toString();
        }
    };

    private final String file;

    VectorCodecs(String file) {
        this.file = file;
    }

    /** Fresh input fields. */
    abstract List<String> input(Random random);

    /** The encoded form of input fields, as the vector file shows it. */
    abstract String encode(List<String> in);

    /** What a reader understood, encoded again. */
    abstract String reencode(String text) throws FormatException;

    String file() {
        return "vectors/" + file + ".txt";
    }

    private static CollectionDigest digest(List<String> in) {
        Map<DocumentId, Fingerprint> documents = new TreeMap<>();
        in.stream().map(text -> text.split("/")).forEach(p -> documents.put(new DocumentId(bytes(p[0])), new Fingerprint(bytes(p[1]))));
        return CollectionDigest.of(documents);
    }

    /** The vectors' digests lie in the first three buckets; "…" stands for the zeros of the others. */
    private static String shorten(Bytes digest) {
        if (digest.length() != CollectionDigest.LENGTH || !digest.slice(56, digest.length()).isZero()) {
            throw new IllegalArgumentException("not only the first three buckets");
        }
        return digest.slice(0, 56).toHex() + "…";
    }

    static Bytes lengthen(String text) {
        return text.endsWith("…") ? Bytes.concat(bytes(text.substring(0, text.length() - 1)), Bytes.zeros(253 * 16)) : bytes(text);
    }

    private static String hex(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes).toHex();
    }

    private static String pick(Random random, Object... choices) {
        return choices[random.nextInt(choices.length)].toString();
    }

    private static Bytes bytes(String hex) {
        return Bytes.fromHex(hex);
    }

    private static SigningKey key(String seed) {
        return SigningKey.fromSeed(bytes(seed));
    }
}
