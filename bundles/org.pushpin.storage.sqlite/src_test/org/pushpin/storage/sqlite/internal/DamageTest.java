// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.SigningKey;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.Write;
import org.pushpin.testkit.RandomWrites;
import org.pushpin.testkit.Samples;

/** A database that the disk has changed: refused in one clear sentence, or what is wrong is left out and reported. */
final class DamageTest {

    private static final int PAGE = 1024;
    private static final int FLIPS = Integer.getInteger("pushpin.flips", 120);

    @TempDir
    Path folder;

    private final RandomWrites script = new RandomWrites(new Samples(3));
    private Path original;
    private byte[] intact;

    private final Logger log = Logger.getLogger(DamageReport.class.getName());

    @BeforeEach
    void expectDamage() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void logAgain() {
        log.setLevel(null);
    }

    @BeforeEach
    void writeAProfile() throws StorageException, IOException {
        original = Files.createDirectory(folder.resolve("original"));
        try (Storage storage = SqliteStorage.open(original)) {
            for (int i = 0; i < 40; i++) {
                storage.commit(script.next());
            }
        }
        intact = Files.readAllBytes(original.resolve("profile.db"));
    }

    private Path profile(byte[] database) throws IOException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Files.write(profile.resolve("profile.db"), database);
        return profile;
    }

    @Test
    void flippedBitIsNeverReadAsData() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        Contents expected = read(original);
        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = intact.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Path profile = profile(damaged);
            String where = "seed " + seed + ", flip " + i + " at " + at;

            assertHarmless(expected, profile, where);
            assertHarmless(expected, profile, where + ", again");
        }
    }

    private void assertHarmless(Contents expected, Path profile, String where) {
        try {
            Contents found = read(profile);
            found.items().forEach(item -> assertTrue(expected.items().contains(item), () -> where + " invented " + item));
            assertTrue(!found.damage().isEmpty() || found.items().equals(expected.items()), where + " lost something in silence");
        } catch (StorageException refused) {
            assertTrue(refused.getMessage().matches(".*(damaged|newer version).*"), where + ": " + refused.getMessage());
        }
    }

    /** Everything that a profile gives, one item per row. */
    private record Contents(List<Object> items, List<String> damage) {}

    private Contents read(Path profile) throws StorageException {
        try (Storage storage = SqliteStorage.open(profile)) {
            List<Object> items = new ArrayList<>();
            for (DocumentId document : storage.documents()) {
                storage.document(document).ifPresent(it -> {
                    items.add(it.id());
                    items.add(it.secret());
                    it.genesis().ifPresent(genesis -> items.add(List.of(document, "genesis", genesis)));
                    it.fingerprint().ifPresent(fingerprint -> items.add(List.of(document, fingerprint)));
                });
                storage.batches(document, 0, Long.MAX_VALUE).forEach(it -> items.add(List.of(document, it)));
                storage.writers(document).forEach(it -> items.add(List.of(document, it)));
                storage.snapshot(document).ifPresent(it -> items.add(List.of(document, it)));
                storage.headers(document).forEach(it -> items.add(List.of(document, it)));
                storage.links(document).stream().sorted().forEach(it -> items.add(List.of(document, it)));
                storage.acknowledged(document).entrySet().stream().sorted((a, b) -> a.getKey().compareTo(b.getKey()))
                        .forEach(it -> items.add(List.of(document, it)));
            }
            for (int i = 0; i < 4; i++) {
                String name = "name." + i;
                storage.setting(name).ifPresent(value -> items.add(List.of(name, value)));
            }
            return new Contents(items, storage.damage());
        }
    }

    @Test
    void ofATruncatedDatabaseIsReadWhatIsThere() throws Exception {
        var random = new Random(5);
        Contents expected = read(original);
        for (int i = 0; i < 20; i++) {
            int length = i == 0 ? 0 : random.nextInt(intact.length - 1);
            Path profile = profile(Arrays.copyOf(intact, length));

            assertHarmless(expected, profile, "length " + length);
            assertHarmless(expected, profile, "length " + length + ", again");
        }
    }

    /** All pages but the first; those that say what tables there are cost all, since nothing can be opened. */
    @Test
    void aPageThatCannotBeReadCostsWhatIsOnIt() throws Exception {
        Contents expected = read(original);
        int refused = 0;
        for (int at = PAGE; at < intact.length; at += PAGE) {
            byte[] damaged = intact.clone();
            damaged[at] ^= 0x50;
            damaged[at + 3] ^= 0x50;
            Path profile = profile(damaged);
            try {
                Contents found = read(profile);
                found.items().forEach(item -> assertTrue(expected.items().contains(item), "invented " + item));
                int lost = expected.items().size() - found.items().size();
                assertTrue(lost < expected.items().size() / 2, "page " + at / PAGE + " cost " + lost + " of " + expected.items().size());
                assertTrue(lost == 0 || !found.damage().isEmpty(), "page " + at / PAGE);
                assertEquals(found.damage().contains(Salvage.SENTENCE), Files.exists(profile.resolve("profile.db.damaged")));
            } catch (StorageException damage) {
                assertTrue(damage.getMessage().contains("damaged"), damage.getMessage());
                refused++;
            }
        }
        assertTrue(refused < 6, "refused " + refused);
    }

    @Test
    void whatWasSalvagedIsToldUntilSomethingIsWritten() throws Exception {
        Path profile = null;
        for (int at = PAGE; profile == null; at += PAGE) {
            byte[] damaged = intact.clone();
            damaged[at] ^= 0x50;
            profile = profile(damaged);
            profile = read(profile).damage().contains(Salvage.SENTENCE) ? profile : null;
        }
        for (int opening = 0; opening < 2; opening++) {
            assertTrue(read(profile).damage().contains(Salvage.SENTENCE), "opened again");
        }
        try (Storage storage = SqliteStorage.open(profile)) {
            storage.commit(List.of(new Write.Setting("name.0", Bytes.EMPTY)));
        }
        assertFalse(read(profile).damage().contains(Salvage.SENTENCE));
        assertEquals(intact.length, Files.size(profile.resolve("profile.db.damaged")), "it is kept as it was");
    }

    @Test
    void randomBytesAreRefused() throws Exception {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        Path profile = profile(noise);

        assertThrows(StorageException.class, () -> SqliteStorage.open(profile));
        assertEquals(noise.length, Files.size(profile.resolve("profile.db")), "it is left as it is");
    }

    @Test
    void newerVersionIsRefusedInOneSentence() throws Exception {
        byte[] newer = intact.clone();
        newer[63] = Schema.VERSION + 1; // user_version, see the SQLite file format, 1.3
        Path profile = profile(newer);

        StorageException refused = assertThrows(StorageException.class, () -> SqliteStorage.open(profile));
        assertTrue(refused.getMessage().contains("a newer version is needed"), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"));
    }

    @Test
    void damagedBatchIsSetAsideAndStoredAnewWhenItComesAgain() throws Exception {
        var samples = new Samples(9);
        DocumentId document = samples.document();
        WriterId writer = samples.writer();
        List<Write.Batch> batches = List.of(samples.batch(document, writer, 1, 400), samples.batch(document, writer, 2, 400),
                samples.batch(document, writer, 3, 400));
        Path profile = Files.createDirectory(folder.resolve("other"));
        try (Storage storage = SqliteStorage.open(profile)) {
            storage.commit(List.of(new Write.Document(document, samples.secret())));
            storage.commit(List.copyOf(batches));
        }
        flipInside(profile, batches.get(1).body().toByteArray());

        try (Storage storage = SqliteStorage.open(profile)) {
            assertEquals(List.of(1L, 3L), revisions(storage, document));
            assertEquals(List.of("Stored change 2 is damaged and was set aside."), storage.damage());
            storage.commit(List.copyOf(batches));
            assertEquals(List.of(1L, 3L, 4L), revisions(storage, document));
        }
        try (Storage storage = SqliteStorage.open(profile)) {
            assertEquals(List.of(1L, 3L, 4L), revisions(storage, document));
            assertEquals(Optional.of(batches.get(1).body()),
                    storage.batches(document, 3, Long.MAX_VALUE).stream().map(StoredBatch::body).findFirst());
            assertEquals(List.of(), storage.damage());
        }
    }

    @Test
    void damagedRowOfAWriterDoesNotCostWhatWasWritten() throws Exception {
        var samples = new Samples(10);
        DocumentId document = samples.document();
        SigningKey key = SigningKey.generate();
        var writer = new WriterId(key.publicKey());
        Bytes body = samples.bytes(70);
        Bytes header = BatchHeader.sign(key, BatchHeader.Kind.CHANGES, 0, document,
                new BatchHeader.Range(1, 1, Bytes.zeros(32), samples.bytes(32)), samples.bytes(32), body).encode();
        try (SqliteStorage storage = SqliteStorage.open(Files.createDirectory(folder.resolve("third")))) {
            storage.commit(List.of(new Write.Document(document, samples.secret()),
                    new Write.Batch(document, writer, 1, 1, Write.State.APPLIED, header, body),
                    new Write.Writer(document, writer, Bytes.EMPTY, 1, samples.bytes(32))));
            storage.transact(session -> session.run("UPDATE writer SET pub = zeroblob(32)"));

            assertEquals(List.of(new StoredBatch(1, writer, 1, 1, Write.State.APPLIED, header, body)),
                    storage.batches(document, 0, Long.MAX_VALUE));
            assertEquals(List.of(), storage.writers(document));
            assertEquals(List.of("Stored data (a writer of " + document + ") are damaged and were set aside."), storage.damage());
        }
    }

    @Test
    void damagedFingerprintDoesNotCostTheDocument() throws Exception {
        var samples = new Samples(12);
        DocumentId document = samples.document();
        var fingerprint = new Write.DocumentFingerprint(document, samples.fingerprint());
        try (SqliteStorage storage = SqliteStorage.open(Files.createDirectory(folder.resolve("fourth")))) {
            storage.commit(List.of(new Write.Document(document, samples.secret()), fingerprint));
            storage.transact(session -> session.run("UPDATE doc SET fingerprint = zeroblob(16)"));

            assertEquals(List.of(document), storage.documents());
            assertEquals(Optional.empty(), storage.document(document).orElseThrow().fingerprint());
            assertEquals(1, storage.damage().size());
            storage.commit(List.of(fingerprint));
            assertEquals(Optional.of(fingerprint.fingerprint()), storage.document(document).orElseThrow().fingerprint());
        }
    }

    @Test
    void journalWithoutItsDatabaseIsNotPlayedIntoANewOne() throws Exception {
        Path profile = Files.createDirectory(folder.resolve("fifth"));
        Files.write(profile.resolve("profile.db-wal"), intact);

        StorageException refused = assertThrows(StorageException.class, () -> SqliteStorage.open(profile));
        assertTrue(refused.getMessage().contains("is lost"), refused.getMessage());
    }

    private static List<Long> revisions(Storage storage, DocumentId document) throws StorageException {
        return storage.batches(document, 0, Long.MAX_VALUE).stream().map(StoredBatch::revision).toList();
    }

    private static void flipInside(Path profile, byte[] content) throws IOException {
        Path file = profile.resolve("profile.db");
        byte[] database = Files.readAllBytes(file);
        byte[] start = Arrays.copyOf(content, 16);
        for (int at = 0; at < database.length - content.length; at++) {
            if (Arrays.equals(database, at, at + 16, start, 0, 16)) {
                database[at + 5] ^= 4;
                Files.write(file, database);
                return;
            }
        }
        throw new AssertionError("the content is not in the file");
    }
}
