// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StorageFactory;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.Transfer;
import org.pushpin.storage.Write;

/**
 * Looks, before anybody mends it, at what a process was about when it ended, and counts: so that it can be seen that what is to be
 * survived has happened. One thread.
 */
final class Finds implements StorageFactory {

    /** Where the header of SQLite's file has the version. */
    private static final int VERSION_AT = 60;

    /** What a profile was found in. */
    enum Find {
        NOT_BEGUN, OLD, MIGRATING, MIGRATED, FOLDED, FOLDING, REPACKED, WAITING, FROM_OTHERS, IMPORTING
    }

    private final Map<Find, Integer> counts = new EnumMap<>(Find.class);

    /** Looks at the files. */
    void look(Path profile) throws IOException {
        Path database = profile.resolve("profile.db");
        count(Find.NOT_BEGUN, Files.notExists(database));
        count(Find.OLD, Files.exists(database) && version(database) == 1);
        count(Find.MIGRATING, Files.exists(profile.resolve("profile.db.migrating")));
        count(Find.MIGRATED, Files.exists(profile.resolve(OldProfile.KEPT)) && version(database) > 1);
        Path imports = profile.resolve("blobs/import");
        try (var left = Files.isDirectory(imports) ? Files.list(imports) : java.util.stream.Stream.<Path>empty()) {
            count(Find.IMPORTING, left.findAny().isPresent());
        }
    }

    private static int version(Path database) throws IOException {
        ByteBuffer version = ByteBuffer.allocate(Integer.BYTES);
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ)) {
            channel.read(version, VERSION_AT);
        }
        return version.getInt(0);
    }

    /** Opens, and looks at the tables. */
    @Override
    public Storage open(Path profile) throws StorageException {
        Storage storage = Adapter.product().open(profile);
        for (DocumentId document : storage.documents()) {
            look(storage, document);
        }
        return storage;
    }

    private void look(Storage storage, DocumentId document) throws StorageException {
        long through = storage.snapshotRevision(document);
        List<StoredBatch> log = storage.batches(document, 0, Long.MAX_VALUE);
        count(Find.FOLDED, through > 0);
        count(Find.FOLDING, storage.settled(document).stream().anyMatch(revision -> revision <= through));
        count(Find.WAITING, log.stream().anyMatch(batch -> batch.state() == Write.State.WAITING));
        count(Find.REPACKED, log.stream().anyMatch(Finds::isRepacked));
        count(Find.FROM_OTHERS, storage.writers(document).size() > 1);
    }

    private static boolean isRepacked(StoredBatch batch) {
        try {
            return BatchHeader.decode(batch.header()).kind() == BatchHeader.Kind.REPACKED;
        } catch (FormatException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void count(Find find, boolean found) {
        if (found) {
            counts.merge(find, 1, Integer::sum);
        }
    }

    void add(Finds others) {
        others.counts.forEach((find, count) -> counts.merge(find, count, Integer::sum));
    }

    int count(Find find) {
        return counts.getOrDefault(find, 0);
    }

    /** How many profiles, or documents of profiles, were found in what. */
    @Override
    public String toString() {
        return counts.toString();
    }

    @Override
    public void restore(InputStream source, Path profile, List<Write> changes, Transfer progress) {
        throw new UnsupportedOperationException();
    }
}
