// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.testkit.MemoryDisk;
import org.pushpin.testkit.RandomWrites;

/** Compares with a storage in memory to which the same commits were made, as many as are found. */
final class StorageJudge implements Judge {

    private final RandomWrites script = StorageLoad.script();

    /** What a storage holds after so many commits; those that may be found yet. */
    private final TreeMap<Long, MemoryDisk> expected = new TreeMap<>(Map.of(0L, new MemoryDisk()));
    private final Set<BlobId> promised = new HashSet<>();
    private final Finds finds = new Finds();
    private long acknowledged;

    @Override
    public void heard(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "begin", "open" -> { }
            case "commit" -> acknowledged = Math.max(acknowledged, Long.parseLong(words[1]));
            case "file" -> promised.add(Judge.blob(words[1]));
            default -> throw new AssertionError("the load says: " + line);
        }
    }

    @Override
    public Finds finds() {
        return finds;
    }

    @Override
    public void judge(Path root) throws Exception {
        Path profile = root.resolve("profile");
        if (acknowledged == 0 && promised.isEmpty() && !Files.isDirectory(profile)) {
            return;
        }
        finds.look(profile);
        long first = look(profile);
        assertEquals(first, look(profile), "opening once more changes nothing");
    }

    private long look(Path profile) throws StorageException, IOException {
        try (Storage storage = Adapter.product().open(profile)) {
            long count = StorageLoad.count(storage);
            Loss.unless(count >= acknowledged, "acknowledged " + acknowledged + " commits, found " + count);
            try (Storage model = after(count).open()) {
                script.assertSame(model, storage);
            }
            lookAtFiles(storage, profile);
            assertEquals(List.of(), storage.damage());
            return count;
        }
    }

    private MemoryDisk after(long commits) throws StorageException {
        while (expected.lastKey() < commits) {
            long number = expected.lastKey() + 1;
            MemoryDisk next = expected.lastEntry().getValue().copy();
            try (Storage model = next.open()) {
                model.commit(StorageLoad.commit(script, number));
            }
            expected.put(number, next);
        }
        expected.headMap(Math.min(acknowledged, commits)).clear();
        return expected.get(commits);
    }

    private void lookAtFiles(Storage storage, Path profile) throws IOException {
        List<BlobId> here = storage.blobs().list();
        Loss.unless(here.containsAll(promised), "a file is lost");
        for (BlobId blob : here) {
            BlobManifest manifest = storage.blobs().manifest(blob).orElseThrow();
            ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(manifest.length()));
            while (content.hasRemaining() && storage.blobs().read(blob, content.position(), content) > 0) {
                continue;
            }
            assertEquals(manifest, BlobManifest.of(new ByteArrayInputStream(content.array())));
        }
        try (Stream<Path> left = Files.list(profile.resolve("blobs/import"))) {
            assertEquals(List.of(), left.toList());
        }
    }
}
