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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pushpin.crypto.Bytes;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.testkit.RandomWrites;
import org.pushpin.testkit.Samples;

/**
 * Flips bits of a profile, one at a time, in its database, its journal and its files: what is read is what was written, or what is
 * missing is reported; and where it is a row that is damaged, what is missing belongs to one document, or is one file. The profile is
 * as a killed process left it.
 */
public final class Flips {

    private static final Path DATABASE = Path.of("profile.db");
    private static final Path JOURNAL = Path.of("profile.db-wal");
    private static final String CHECK = "io-storage-check";
    private static final int LARGE_SEED = 8;
    private static final int PAGE = 1024;
    private static final int PAGE_HEAD = 8;

    /** What is said of a database in use, and of what is made of it at the next opening. */
    private static final String STRUCTURE = "The profile's database is damaged";
    private static final String MENDED = "The profile's database was damaged";

    private final RandomGenerator random;
    private final Path profile;
    private final int mebibytes;
    private Contents expected;

    /** What was there after any commit that a shortened journal may lead back to. */
    private final Set<Object> ever = new HashSet<>();
    private final Map<Path, byte[]> intact = new TreeMap<>();
    private final Map<Path, Integer> harmless = new TreeMap<>();
    private final Map<Path, Integer> reported = new TreeMap<>();
    private final Map<Path, Integer> refused = new TreeMap<>();
    private final Map<Integer, Integer> reach = new TreeMap<>();
    private final Map<Integer, Integer> mended = new TreeMap<>();

    /** @param mebibytes how large a database to make; 0 for one so small that all of it is checked before it is opened */
    public Flips(Path folder, RandomGenerator random, int mebibytes) throws IOException {
        this.random = random;
        this.profile = Files.createDirectories(folder.resolve("profile"));
        this.mebibytes = mebibytes;
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
            int at = file.equals(DATABASE) && random.nextInt(4) == 0 ? inAPagesHead(flipped.length) : random.nextInt(flipped.length);
            int bit = random.nextInt(8);
            flipped[at] ^= (byte) (1 << bit);
            restore(file, flipped);
            judge(file, "bit " + bit + " of byte " + at + " in " + file);
        }
    }

    /** Where it costs most. */
    private int inAPagesHead(int length) {
        return random.nextInt(length / PAGE) * PAGE + random.nextInt(PAGE_HEAD);
    }

    /** What became of how many, by file. */
    public String summary() {
        Map<Path, Integer> sizes = new TreeMap<>();
        intact.forEach((file, bytes) -> sizes.put(file, bytes.length));
        return "of " + sizes + ": without consequence " + harmless + ", reported " + reported + ", refused " + refused
                + "; documents and files that lost something, how often: " + reach + ", once mended: " + mended;
    }

    /** Some in the database, some in the journal; copied while it is open. */
    private void write() throws IOException, StorageException {
        RandomWrites script = StorageLoad.script();
        try (Storage storage = commit(script, 1, 40)) {
            if (mebibytes > 0) {
                new LargeProfile(new Samples(LARGE_SEED), storage).fill((long) mebibytes << 20);
            }
        }
        try (Storage storage = commit(script, 41, mebibytes > 0 ? 42 : 60)) {
            await();
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

    /** A large database is checked beside its use. */
    private static void await() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(CHECK)) {
                try {
                    thread.join();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void judge(Path file, String where) throws Exception {
        try {
            List<String> damage = look(where, reach);
            (damage.isEmpty() ? harmless : reported).merge(file, 1, Integer::sum);
            if (damage.stream().anyMatch(text -> text.startsWith(STRUCTURE))) {
                assertTrue(look(where + ", again", mended).stream().anyMatch(text -> text.startsWith(MENDED)), where + " was not mended");
                assertTrue(look(where + ", mended", mended).stream().noneMatch(text -> text.startsWith(STRUCTURE)), where);
            }
        } catch (StorageException failure) {
            assertTrue(failure.getMessage().matches(".*(damaged|newer version).*"), where + ": " + failure.getMessage());
            refused.merge(file, 1, Integer::sum);
        }
    }

    /** @return what is said of it */
    private List<String> look(String where, Map<Integer, Integer> reach) throws StorageException {
        try (Storage storage = Adapter.product().open(profile)) {
            Contents found = Contents.of(storage);
            await();
            Set<Object> invented = new HashSet<>(found.items());
            invented.removeAll(ever);
            assertTrue(invented.isEmpty(), where + " invented " + invented);
            List<String> damage = new ArrayList<>(storage.damage());
            found.unreadable().forEach(document -> damage.add("The profile's database cannot read " + document));
            boolean differs = !found.items().equals(expected.items()); // what has been replaced may be there again
            assertTrue(!differs || !damage.isEmpty(), where + " lost something in silence");
            int reached = lost(found).size();
            assertTrue(reached <= 1 || damage.stream().anyMatch(text -> text.matches("(The profile|The journal).*")),
                    where + " has cost " + reached + " documents something, and it is said: " + damage);
            reach.merge(reached, 1, Integer::sum);
            return damage;
        }
    }

    /** The documents and files of which something is missing; not counting what peers acknowledged, as one peer does for many. */
    private Set<Object> lost(Contents found) {
        return expected.items().stream().filter(item -> !found.items().contains(item))
                .filter(item -> !(item instanceof List<?> parts && parts.size() == 3 && parts.get(1) instanceof Bytes))
                .map(item -> item instanceof List<?> parts ? parts.get(0) : item).collect(Collectors.toSet());
    }
}
