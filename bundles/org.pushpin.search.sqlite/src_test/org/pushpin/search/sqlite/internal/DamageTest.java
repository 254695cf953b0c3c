// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.crypto.DocumentId;
import org.pushpin.search.Hit;
import org.pushpin.search.IndexEntry;
import org.pushpin.search.IndexWrite;
import org.pushpin.search.IndexedDocument;
import org.pushpin.search.IndexedDocument.Link;
import org.pushpin.search.Query;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;
import org.pushpin.testkit.Samples;

class DamageTest {

    private static final int DOCUMENTS = 60;

    @TempDir
    Path profile;

    private final SqliteSearchFactory factory = new SqliteSearchFactory();
    private final Samples samples = new Samples(8);
    private Path file;

    @BeforeEach
    void fill() throws SearchException {
        file = profile.resolve("search.db");
        try (SearchIndex index = factory.open(profile)) {
            List<IndexWrite> writes = new ArrayList<>();
            for (int i = 0; i < DOCUMENTS; i++) {
                writes.add(new IndexWrite.Put(document(i)));
            }
            index.write(writes);
        }
    }

    private IndexedDocument document(int number) {
        DocumentId id = samples.document();
        var entry = new IndexEntry("text", "m", "Title " + number, "name.txt", "some words of number" + number + " here".repeat(200), Set.of(),
                Instant.EPOCH, Instant.ofEpochSecond(number));
        return new IndexedDocument(id, samples.fingerprint(), Set.of(new Link(samples.document(), "text")), List.of(entry));
    }

    private int opened() throws SearchException {
        try (SearchIndex index = factory.open(profile)) {
            index.check();
            assertEquals(index.indexed().size(), index.search(Query.all()).size());
            return index.indexed().size();
        }
    }

    private void sql(String statement) throws Exception {
        try (Session session = new IndexFile(profile).connect()) {
            session.run(statement);
        }
    }

    @Test
    void whatIsWholeIsKept() throws Exception {
        assertEquals(DOCUMENTS, opened());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 1_000, 4_096, 20_000})
    void aShortenedFileIsMadeAnew(int length) throws Exception {
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(length);
        }
        assertEquals(0, opened());
        assertEquals(0, opened());
    }

    @Test
    void whatIsNoDatabaseIsMadeAnew() throws Exception {
        Files.writeString(file, "this is something else".repeat(1_000));
        assertEquals(0, opened());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRAGMA user_version = 2", "PRAGMA user_version = 0", "PRAGMA application_id = 1", "DROP TABLE words",
        "DROP TABLE author", "DROP INDEX link_dst", "DELETE FROM words_data WHERE id > 10"})
    void anotherVersionOrSchemaIsMadeAnew(String change) throws Exception {
        sql(change);
        assertEquals(0, opened());
    }

    @Test
    void rowsThatNobodyWroteAreDamageAndNothingWorse() throws Exception {
        sql("UPDATE doc SET docid = x'00' WHERE id = 1");
        try (SearchIndex index = factory.open(profile)) {
            assertTrue(assertThrows(SearchException.class, index::indexed).isDamage());
            assertTrue(assertThrows(SearchException.class, () -> index.search(Query.all())).isDamage());
        }
        sql("UPDATE doc SET docid = x'01', fingerprint = x'00' WHERE id = 1");
        sql("UPDATE entry SET changed = 9223372036854775807");
        try (SearchIndex index = factory.open(profile)) {
            assertTrue(assertThrows(SearchException.class, () -> index.search(Query.of("title"))).isDamage());
        }
    }

    @Test
    void aJournalWithoutItsDatabaseIsNotPlayed() throws Exception {
        Files.delete(file);
        Files.write(profile.resolve("search.db-wal"), new byte[50_000]);
        assertEquals(0, opened());
    }

    @Test
    void flippedBytesGiveDamageOrResultsAndNeverAnythingElse() throws Exception {
        Path whole = profile.resolve("whole");
        Files.copy(file, whole);
        Random random = new Random(4);
        int noticed = 0;
        for (int round = 0; round < 150; round++) {
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            flip(random, 1 + random.nextInt(4));
            noticed += survives() ? 0 : 1;
        }
        assertTrue(noticed > 0);
    }

    private void flip(Random random, int count) throws IOException {
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
            for (int i = 0; i < count; i++) {
                long at = random.nextLong(damaged.length());
                damaged.seek(at);
                int was = damaged.read();
                damaged.seek(at);
                damaged.write(was ^ 1 << random.nextInt(8));
            }
        }
    }

    /** Whether nobody noticed; a damage must be told as such, or the index be empty. */
    private boolean survives() throws SearchException {
        try (SearchIndex index = factory.open(profile)) {
            index.indexed();
            for (Hit hit : index.search(Query.of("wor number1"))) {
                index.text(hit.document(), hit.contentType());
                index.known(hit.document());
            }
            index.write(List.of(new IndexWrite.Put(document(1))));
            index.check();
            return index.indexed().size() > 1;
        } catch (SearchException damaged) {
            assertTrue(damaged.isDamage(), damaged.getMessage() + " " + damaged.getCause());
            return false;
        }
    }

    @Test
    void onlyTheOwnerMayReadIt() throws Exception {
        try (SearchIndex open = factory.open(profile); Stream<Path> files = Files.list(profile)) {
            assertTrue(open.indexed().size() > 0);
            for (Path each : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)), each.toString());
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoDamage() {
        SearchException refused = assertThrows(SearchException.class, () -> factory.open(profile.resolve("absent")));
        assertFalse(refused.isDamage());
    }

    @Test
    void whatIsClosedSaysSo() throws Exception {
        SearchIndex index = factory.open(profile);
        index.close();
        assertFalse(assertThrows(SearchException.class, index::indexed).isDamage());
    }
}
