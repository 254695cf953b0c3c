// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.Write;

/** A real process on a real disk, killed where it stands: what it said was saved is there, and nothing else but a commit's all. */
final class CrashTest {

    private static final int KILLS = Integer.getInteger("pushpin.kills", 20);
    private static final int LONGEST_LIFE = 25;

    @TempDir
    Path profile;

    private final Set<BlobId> promised = new HashSet<>();
    private long acknowledged;

    @Test
    void whatWasAcknowledgedSurvivesBeingKilled() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            runAndKill(random.nextInt(LONGEST_LIFE));

            List<StoredBatch> found = check();
            assertEquals(found, check(), "opening changes nothing");
        }
    }

    private void runAndKill(int lines) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), CrashingProgram.class.getName(),
                profile.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out = program.inputReader()) {
            assertEquals("open", out.readLine());
            for (int i = 0; i < lines; i++) {
                remember(out.readLine());
            }
            program.toHandle().destroyForcibly(); // unlike the process's own, it leaves what was printed to be read
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                remember(line);
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private void remember(String line) {
        try {
            if (line.length() == 2 * BlobId.LENGTH) {
                promised.add(BlobId.parse(line));
            } else {
                acknowledged = Math.max(acknowledged, Long.parseLong(line));
            }
        } catch (FormatException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private List<StoredBatch> check() throws StorageException, IOException {
        try (Storage storage = SqliteStorage.open(profile)) {
            long count = storage.setting(CrashingProgram.COUNT).map(CrashingProgram::number).orElse(0L);
            assertTrue(count >= acknowledged, "acknowledged " + acknowledged + ", found " + count);
            List<StoredBatch> found = new ArrayList<>(check(storage, CrashingProgram.ONE, count));
            found.addAll(check(storage, CrashingProgram.TWO, count));
            checkBlobs(storage);
            assertEquals(List.of(), storage.damage());
            return found;
        }
    }

    private static List<StoredBatch> check(Storage storage, DocumentId document, long count) throws StorageException {
        List<StoredBatch> found = storage.batches(document, 0, Long.MAX_VALUE);
        List<Write.Batch> expected = LongStream.rangeClosed(1, count).mapToObj(i -> CrashingProgram.batch(document, i)).toList();
        assertEquals(expected, found.stream().map(it -> new Write.Batch(document, it.writer(), it.fromSequence(), it.toSequence(),
                it.state(), it.header(), it.body())).toList());
        return found;
    }

    private void checkBlobs(Storage storage) throws IOException {
        List<BlobId> here = storage.blobs().list();
        assertTrue(here.containsAll(promised));
        for (BlobId blob : here) {
            BlobManifest manifest = storage.blobs().manifest(blob).orElseThrow();
            ByteBuffer content = ByteBuffer.allocate((int) manifest.length());
            assertEquals(manifest.length(), storage.blobs().read(blob, 0, content));
            assertEquals(manifest, BlobManifest.of(new ByteArrayInputStream(content.array())));
        }
        try (Stream<Path> left = Files.list(profile.resolve("blobs/import"))) {
            assertArrayEquals(new Object[0], left.toArray());
        }
    }
}
