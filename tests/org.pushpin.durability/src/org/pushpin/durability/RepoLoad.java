// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.RepoParts;
import org.pushpin.repo.internal.ThreadScheduler;
import org.pushpin.repo.internal.profile.ProfileLock;
import org.pushpin.repo.internal.profile.SessionFiles;
import org.pushpin.storage.StorageException;

/**
 * Types into a few documents, links them, and imports files. What is typed is a function of its place, so that the judge knows what
 * must be found. Lines: {@code open}, {@code text DOCUMENT LENGTH}, {@code file ID}.
 */
public final class RepoLoad {

    private static final int DOCUMENTS = 3;
    private static final int REOPEN_EVERY = 150;

    private final Path root;
    private final Sin sin;
    private final Random random = new Random();
    private final Voice voice = new Voice();
    private final List<DocHandle> documents = new ArrayList<>();
    private ThreadScheduler scheduler;
    private OpenRepo repo;

    private RepoLoad(Path root, Sin sin) {
        this.root = root;
        this.sin = sin;
    }

    /** @param arguments the folder, a {@link Sin}, and how often to type */
    public static void main(String[] arguments) throws Exception {
        new RepoLoad(Files.createDirectories(Path.of(arguments[0])), Sin.valueOf(arguments[1])).run(Long.parseLong(arguments[2]));
    }

    static OpenRepo open(Path root, Sin sin, ThreadScheduler scheduler) throws StorageException {
        return OpenRepo.open(new RepoParts(root.resolve("profile"), Adapter.of(sin), scheduler, List.of(), new SecureRandom(),
                new SessionFiles(root.resolve("state"), Path.of("/etc/machine-id"))));
    }

    /** What is typed at a place. */
    static char letter(int at) {
        return (char) ('a' + (at * 31L + at / 26) % 26);
    }

    static ObjectId text(Read document) {
        return document.get(ObjectId.ROOT, "text").map(value -> ((ObjectValue) value).id()).orElseThrow();
    }

    private void run(long amount) throws Exception {
        for (long done = 0; done < amount && voice.isHeard(); done += REOPEN_EVERY) {
            try (ProfileLock lock = ProfileLock.acquire(root.resolve("profile"))) {
                session(Math.min(REOPEN_EVERY, amount - done));
            }
        }
    }

    private void session(long amount) throws Exception {
        scheduler = new ThreadScheduler();
        repo = open(root, sin, scheduler);
        voice.say("open");
        documents.clear();
        for (DocumentId id : repo.documents()) {
            repo.local(id).filter(document -> document.durable().get(ObjectId.ROOT, "text").isPresent()).ifPresent(this::watch);
        }
        while (documents.size() < DOCUMENTS) {
            watch(repo.create(null, edit -> edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT)));
        }
        for (long i = 0; i < amount && voice.isHeard(); i++) {
            act(i);
            LockSupport.parkNanos(random.nextInt(2_000_000));
        }
        repo.close();
        scheduler.close();
    }

    private void watch(DocHandle document) {
        documents.add(document);
        document.subscribe(update -> say(document));
    }

    private void say(DocHandle document) {
        Doc saved = sin == Sin.EARLY ? document.current() : document.durable();
        if (saved.get(ObjectId.ROOT, "text").isPresent()) {
            voice.say("text " + document.id() + " " + saved.length(text(saved)));
        }
    }

    private void act(long number) throws IOException, InterruptedException {
        DocHandle document = documents.get(random.nextInt(DOCUMENTS));
        document.change(null, edit -> type(edit));
        if (number % 20 == 7) {
            DocHandle other = documents.get(random.nextInt(DOCUMENTS));
            document.change("link", edit -> edit.put(ObjectId.ROOT, "link" + random.nextInt(4), other.url("text").toString()));
        }
        if (number % 40 == 20) {
            importFile();
        }
    }

    private void type(Edit edit) {
        ObjectId text = text(edit);
        int length = edit.length(text);
        var typed = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            typed.append(letter(length + i));
        }
        edit.splice(text, length, 0, typed.toString());
    }

    private void importFile() throws IOException, InterruptedException {
        byte[] content = new byte[random.nextInt(600_000)];
        random.nextBytes(content);
        try {
            var blob = repo.blobs().importBytes(content).toCompletableFuture().get();
            voice.say("file " + blob.id());
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }
}
