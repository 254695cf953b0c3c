// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.pushpin.storage.BlobStore;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.testkit.RandomWrites;

/**
 * Flips bits of a profile, one at a time, in its database, its journal and its files: what is read is what was written, or what is
 * missing is reported. The profile is as a killed process left it.
 */
public final class Flips {

    private static final Path DATABASE = Path.of("profile.db");
    private static final Path JOURNAL = Path.of("profile.db-wal");

    private final RandomGenerator random;
    private final Path profile;
    private Contents expected;

    /** What was there after any commit that a shortened journal may lead back to. */
    private final Set<Object> ever = new HashSet<>();
    private final Map<Path, byte[]> intact = new TreeMap<>();
    private final Map<Path, Integer> harmless = new TreeMap<>();
    private final Map<Path, Integer> reported = new TreeMap<>();
    private final Map<Path, Integer> refused = new TreeMap<>();

    public Flips(Path folder, RandomGenerator random) throws IOException {
        this.random = random;
        this.profile = Files.createDirectories(folder.resolve("profile"));
    }

    public void run(int flips) throws Exception {
        write();
        List<Path> files = new ArrayList<>(intact.keySet());
        for (int i = 0; i < flips; i++) {
            Path file = switch (random.nextInt(4)) {
                case 0, 1 -> DATABASE;
                case 2 -> JOURNAL;
                default -> files.get(random.nextInt(files.size()));
            };
            byte[] flipped = intact.get(file).clone();
            int at = random.nextInt(flipped.length);
            int bit = random.nextInt(8);
            flipped[at] ^= (byte) (1 << bit);
            restore(file, flipped);
            judge(file, "bit " + bit + " of byte " + at + " in " + file);
        }
    }

    /** What became of how many, by file. */
    public String summary() {
        return "without consequence " + harmless + ", reported " + reported + ", refused " + refused;
    }

    /** Some in the database, some in the journal; copied while it is open. */
    private void write() throws IOException, StorageException {
        RandomWrites script = StorageLoad.script();
        commit(script, 1, 40).close();
        try (Storage storage = commit(script, 41, 60)) {
            expected = Contents.of(storage);
            ever.addAll(expected.items());
            for (Path file : files()) {
                Path name = profile.relativize(file);
                if (!name.startsWith("native") && !name.toString().endsWith("-shm") && Files.size(file) > 0) {
                    intact.put(name, Files.readAllBytes(file));
                }
            }
        }
    }

    private Storage commit(RandomWrites script, int from, int to) throws StorageException, IOException {
        Storage storage = Adapter.product().open(profile);
        for (int number = from; number <= to; number++) {
            storage.commit(StorageLoad.commit(script, number));
            ever.addAll(Contents.of(storage).items());
        }
        try (BlobStore.Import in = storage.blobs().begin()) {
            byte[] content = new byte[300_000];
            random.nextBytes(content);
            in.write(ByteBuffer.wrap(content));
            in.finish();
        }
        return storage;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(profile)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private void restore(Path file, byte[] content) throws IOException {
        for (Path left : files()) {
            if (!profile.relativize(left).startsWith("native")) {
                Files.delete(left);
            }
        }
        for (Map.Entry<Path, byte[]> each : intact.entrySet()) {
            Files.write(profile.resolve(each.getKey()), each.getKey().equals(file) ? content : each.getValue());
        }
    }

    private void judge(Path file, String where) throws Exception {
        try (Storage storage = Adapter.product().open(profile)) {
            Contents found = Contents.of(storage);
            Set<Object> invented = new HashSet<>(found.items());
            invented.removeAll(ever);
            boolean lost = !found.items().containsAll(expected.items());
            boolean said = !storage.damage().isEmpty();
            lost |= !expected.items().containsAll(found.items()); // what has been replaced is there again
            assertTrue(!lost || said, where + " lost something in silence");
            assertTrue(invented.isEmpty(), where + " invented " + invented);
            (said ? reported : harmless).merge(file, 1, Integer::sum);
        } catch (StorageException failure) {
            assertTrue(failure.getMessage().matches(".*(damaged|newer version).*"), where + ": " + failure.getMessage());
            refused.merge(file, 1, Integer::sum);
        }
    }
}
