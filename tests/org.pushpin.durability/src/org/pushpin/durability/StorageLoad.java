// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Profile;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;
import org.pushpin.testkit.RandomWrites;
import org.pushpin.testkit.Samples;

/**
 * Saves through the storage port. A commit is a function of its number, so that the judge knows what must be found; another
 * thread imports and downloads files meanwhile. Lines: {@code begin}, {@code open}, {@code commit N}, {@code file ID}.
 */
public final class StorageLoad {

    static final String COUNT = "count";
    private static final int SEED = 4;
    private static final int REOPEN_EVERY = 60;

    private final Path profile;
    private final Sin sin;
    private final RandomWrites script = script();
    private final Voice voice = new Voice();
    private Storage storage;
    private long number;

    private StorageLoad(Path profile, Sin sin) {
        this.profile = profile;
        this.sin = sin;
    }

    /** @param arguments the folder, a {@link Sin}, and how many commits to make */
    public static void main(String[] arguments) throws Exception {
        Path profile = Path.of(arguments[0], "profile");
        new Profile(profile).create();
        new StorageLoad(profile, Sin.valueOf(arguments[1])).run(Long.parseLong(arguments[2]));
    }

    static RandomWrites script() {
        return new RandomWrites(new Samples(SEED));
    }

    /** The commit of a number; to be asked one after the other, from 1. */
    static List<Write> commit(RandomWrites script, long number) {
        List<Write> writes = new ArrayList<>(script.next());
        writes.add(new Write.Setting(COUNT, Bytes.utf8(Long.toString(number))));
        return writes;
    }

    static long count(Storage storage) throws StorageException {
        return storage.setting(COUNT).map(Bytes::toByteArray).map(bytes -> Long.parseLong(new String(bytes))).orElse(0L);
    }

    private void run(long commits) throws Exception {
        open();
        long last = number + commits;
        for (long i = 1; i <= number; i++) {
            script.next();
        }
        while (number < last && voice.isHeard()) {
            Thread files = Thread.ofPlatform().start(this::files);
            for (int i = 0; i < REOPEN_EVERY && number < last && voice.isHeard(); i++) {
                commit();
            }
            files.join();
            storage.close();
            open();
        }
        storage.close();
    }

    private void open() throws StorageException {
        voice.say("begin");
        storage = Adapter.of(sin).open(profile);
        number = count(storage);
        voice.say("open");
    }

    private void commit() throws StorageException {
        List<Write> writes = commit(script, number + 1);
        if (sin == Sin.EARLY) {
            voice.say("commit " + (number + 1));
        }
        storage.commit(writes);
        number++;
        if (sin != Sin.EARLY) {
            voice.say("commit " + number);
        }
    }

    private void files() {
        try {
            var random = new Random();
            for (int i = 0; i < 4; i++) {
                byte[] content = new byte[random.nextInt(2 * BlobManifest.CHUNK_BYTES)];
                random.nextBytes(content);
                voice.say("file " + (i % 2 == 0 ? imported(content) : downloaded(content)).blob());
            }
        } catch (IOException failure) {
            voice.fail(failure);
        }
    }

    private BlobManifest imported(byte[] content) throws IOException {
        try (BlobStore.Import in = storage.blobs().begin()) {
            in.write(ByteBuffer.wrap(content));
            return in.finish();
        }
    }

    private BlobManifest downloaded(byte[] content) throws IOException {
        BlobManifest manifest = BlobManifest.of(new ByteArrayInputStream(content));
        try (BlobStore.Download download = storage.blobs().download(manifest)) {
            for (int chunk : download.missing()) {
                download.accept(chunk, Bytes.copy(content, chunk * BlobManifest.CHUNK_BYTES, manifest.chunkLength(chunk)));
            }
            download.finish();
        }
        return manifest;
    }
}
