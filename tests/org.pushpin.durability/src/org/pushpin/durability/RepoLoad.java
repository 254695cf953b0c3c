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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.RepoParts;
import org.pushpin.repo.internal.profile.ProfileLock;
import org.pushpin.repo.internal.profile.SessionFiles;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StorageFactory;

/**
 * Types into a few documents, links them, imports files, folds logs and packs them anew, while a {@link Neighbour} brings what it
 * types. What is typed is a function of its place, so that the judge knows what must be found. Lines: {@code begin}, {@code open},
 * {@code text DOCUMENT LENGTH}, {@code by NEIGHBOUR DOCUMENT LENGTH}, {@code file ID}.
 */
public final class RepoLoad {

    /** Before the number of a link to a file, as a key of a document. */
    static final String FILE = "file.";

    private static final int DOCUMENTS = 3;
    private static final int REOPEN_EVERY = 150;
    private static final int BURST = 12;

    /** So large that beside it the log is packed anew rather than folded. */
    private static final int BULK = 60_000;

    /** With it what happens after twenty seconds happens after twenty milliseconds. */
    private static final int HURRY = 1000;

    private final Path root;
    private final Sin sin;
    private final Random random = new Random();
    private final Voice voice = new Voice();
    private final List<DocHandle> documents = new ArrayList<>();
    private final List<CompletableFuture<?>> imports = new ArrayList<>();
    private DocHandle typedInto;
    private OpenRepo repo;
    private volatile boolean leaving;

    private RepoLoad(Path root, Sin sin) {
        this.root = root;
        this.sin = sin;
    }

    /** @param arguments the folder, a {@link Sin}, and how often to type */
    public static void main(String[] arguments) throws Exception {
        new RepoLoad(Files.createDirectories(Path.of(arguments[0])), Sin.valueOf(arguments[1])).run(Long.parseLong(arguments[2]));
    }

    static OpenRepo open(Path root, StorageFactory storage, Scheduler scheduler) throws StorageException {
        return OpenRepo.open(new RepoParts(root.resolve("profile"), storage, scheduler, List.of(), new SecureRandom(),
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
            voice.say("begin");
            try (ProfileLock lock = ProfileLock.acquire(root.resolve("profile"));
                    Hurry scheduler = new Hurry(random.nextInt(3) == 0 ? 1 : HURRY)) {
                session(scheduler, Math.min(REOPEN_EVERY, amount - done));
            }
        }
    }

    private void session(Scheduler scheduler, long amount) throws Exception {
        repo = open(root, Adapter.of(sin), scheduler);
        voice.say("open");
        documents.clear();
        imports.clear();
        for (DocumentId id : repo.documents()) {
            repo.local(id).filter(document -> document.durable().get(ObjectId.ROOT, "text").isPresent()).ifPresent(this::watch);
        }
        while (documents.size() < DOCUMENTS) {
            watch(create());
        }
        leaving = false;
        Thread neighbour = Thread.ofPlatform().start(() -> beVisited(new Side(repo, scheduler)));
        for (long i = 0; i < amount && voice.isHeard(); i++) {
            act(i);
            LockSupport.parkNanos(random.nextInt(2_000_000));
        }
        leaving = true;
        neighbour.join();
        imports.forEach(CompletableFuture::join);
        repo.close();
    }

    private DocHandle create() {
        byte[] bulk = new byte[random.nextBoolean() ? BULK : 1];
        random.nextBytes(bulk);
        return repo.create(null, edit -> {
            edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
            edit.put(ObjectId.ROOT, "bulk", new Scalar.Bytes(bulk));
        });
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

    private void act(long number) {
        if (number % BURST == 0) {
            typedInto = anyDocument();
        }
        typedInto.change(null, this::type);
        if (number % 20 == 7) {
            String other = anyDocument().url("text").toString();
            typedInto.change("link", edit -> edit.put(ObjectId.ROOT, "link" + random.nextInt(4), other));
        }
        if (number % 15 == 4) {
            importFile(typedInto);
        }
        if (random.nextInt(BURST) == 0) {
            repo.fold(anyDocument().id());
        }
    }

    private DocHandle anyDocument() {
        return documents.get(random.nextInt(documents.size()));
    }

    private void type(Edit edit) {
        ObjectId text = text(edit);
        int length = edit.length(text);
        var typed = new StringBuilder();
        for (int more = 1 + random.nextInt(4); more > 0; more--) {
            typed.append(letter(length + typed.length()));
        }
        edit.splice(text, length, 0, typed.toString());
    }

    /** Typing goes on meanwhile; the document names the file when it is there, as a card does. */
    private void importFile(DocHandle document) {
        byte[] content = new byte[random.nextInt(300_000)];
        random.nextBytes(content);
        CompletionStage<Void> imported = repo.blobs().importBytes(content).thenAccept(blob -> {
            voice.say("file " + blob.id());
            document.change("import", edit -> edit.put(ObjectId.ROOT, FILE + random.nextInt(100), "pushpin-blob:/" + blob.id()));
        });
        imports.add(imported.exceptionally(failure -> {
            voice.fail(new IOException(failure));
            return null;
        }).toCompletableFuture());
    }

    private void beVisited(Side here) {
        try (Neighbour neighbour = new Neighbour(random)) {
            while (!leaving) {
                visit(neighbour, here, anyDocument());
                LockSupport.parkNanos(random.nextInt(5_000_000));
            }
        } catch (StorageException | InterruptedException | ExecutionException | TimeoutException failure) {
            voice.fail(failure);
        }
    }

    private void visit(Neighbour neighbour, Side here, DocHandle document)
            throws InterruptedException, ExecutionException, TimeoutException {
        neighbour.take(here, document);
        String said = "by " + neighbour.name() + " " + document.id() + " " + neighbour.type(document.id());
        if (sin == Sin.EARLY) {
            voice.say(said);
        }
        if (neighbour.give(here, document.id()) && sin != Sin.EARLY) {
            voice.say(said);
        }
    }
}
