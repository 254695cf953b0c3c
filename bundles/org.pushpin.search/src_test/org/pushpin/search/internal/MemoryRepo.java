// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.lang.reflect.Proxy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.repo.DocumentEvent;
import org.pushpin.repo.DurableDocument;
import org.pushpin.repo.Repo;
import org.pushpin.repo.Subscription;

/** As much of a repo as search sees: documents that are durable at once. Any thread. */
final class MemoryRepo {

    private static final DocumentSecret SECRET = DocumentSecret.of(Bytes.utf8("0123456789abcdef"));

    final Set<DocumentId> poisoned = ConcurrentHashMap.newKeySet();
    final Set<DocumentId> unreadable = ConcurrentHashMap.newKeySet();
    final DeviceId device = new DeviceId(bytes(32));
    Instant now = Instant.parse("2026-05-01T12:00:00Z");
    int reads;
    private final ActorId actor = ActorId.of(new byte[] {7});
    private final Map<DocumentId, Doc> documents = new LinkedHashMap<>();
    private final List<Consumer<DocumentEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Random random = new Random(3);

    /** The service; what is not overridden below is not asked. */
    Repo service() {
        return (Repo) Proxy.newProxyInstance(MemoryRepo.class.getClassLoader(), new Class<?>[] {Repo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "documents" -> List.copyOf(fingerprints().keySet());
                    case "fingerprints" -> fingerprints();
                    case "durable" -> durable((DocumentId) arguments[0]);
                    case "url" -> url((DocumentId) arguments[0], (String) arguments[1]);
                    case "linking" -> linking((DocumentId) arguments[0], (int) arguments[1]);
                    case "watch" -> watch(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @SuppressWarnings("unchecked")
    private Subscription watch(Object listener) {
        listeners.add((Consumer<DocumentEvent>) listener);
        return () -> listeners.remove(listener);
    }

    private static Bytes bytes(int length) {
        return Bytes.of(new byte[length]);
    }

    DocumentId unused() {
        byte[] id = new byte[DocumentId.LENGTH];
        random.nextBytes(id);
        return new DocumentId(Bytes.of(id));
    }

    DocumentId create(Consumer<Edit> content) {
        DocumentId id = unused();
        store(id, Doc.empty(), content);
        return id;
    }

    void change(DocumentId id, Consumer<Edit> change) {
        store(id, documents.get(id), change);
    }

    private void store(DocumentId id, Doc before, Consumer<Edit> change) {
        Edit edit = before.edit(actor);
        change.accept(edit);
        Optional<Commit> commit = edit.commit(null, now);
        synchronized (this) {
            documents.put(id, commit.map(Commit::document).orElse(before));
        }
        tell(new DocumentEvent.Stored(id));
    }

    void open(DocumentId id, String type) {
        tell(new DocumentEvent.Opened(id, type));
    }

    synchronized void forget(DocumentId id) {
        documents.remove(id);
    }

    private void tell(DocumentEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    synchronized Map<DocumentId, Fingerprint> fingerprints() {
        Map<DocumentId, Fingerprint> all = new HashMap<>();
        documents.forEach((id, document) -> all.put(id, fingerprint(document)));
        return all;
    }

    private static Fingerprint fingerprint(Doc document) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            document.heads().forEach(head -> sha.update(head.toByteArray()));
            return new Fingerprint(Bytes.of(sha.digest()).slice(0, Fingerprint.LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized Optional<DurableDocument> durable(DocumentId id) {
        reads++;
        if (poisoned.contains(id)) {
            throw new IllegalStateException("poisoned");
        }
        Doc document = unreadable.contains(id) ? null : documents.get(id);
        return Optional.ofNullable(document)
                .map(found -> new DurableDocument(found, fingerprint(found), Map.of(actor, device)));
    }

    /** Those that name it anywhere, as the service says. */
    private synchronized List<DocumentId> linking(DocumentId target, int limit) {
        return documents.entrySet().stream().filter(entry -> {
            boolean[] named = new boolean[1];
            DocumentStrings.visit(entry.getValue(), string -> !(named[0] |= string.contains(target.toString())));
            return named[0];
        }).map(Map.Entry::getKey).limit(limit).toList();
    }

    synchronized Optional<DocumentUrl> url(DocumentId id, String type) {
        return documents.containsKey(id) ? Optional.of(link(id, type)) : Optional.empty();
    }

    static DocumentUrl link(DocumentId id, String type) {
        return DocumentUrl.of(id, type, SECRET);
    }
}
