// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Repo;
import org.pushpin.scene.internal.fixture.FakeHandle;
import org.pushpin.scene.internal.fixture.FakeRepo;

class DocumentsTest {

    private final FakeRepo repo = new FakeRepo();
    private final FakeHandle handle = repo.create(null, edit -> { });
    private final DocumentUrl url = handle.url("text");
    private Runnable looking = () -> { };
    private int updates;
    private int arrivals;
    private final Documents documents = new Documents(repo(), update -> updates++, () -> arrivals++);

    /** The repo, in which something happens while a document is looked for. */
    private Repo repo() {
        return (Repo) Proxy.newProxyInstance(DocumentsTest.class.getClassLoader(), new Class<?>[] {Repo.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("local")) looking.run();
            return method.invoke(repo, arguments);
        });
    }

    private int updatesOfAChange() {
        int before = updates;
        handle.changeSilently(null, edit -> edit.put(org.pushpin.crdt.ObjectId.ROOT, "a", updates));
        return updates - before;
    }

    @Test
    void isFollowedUntilItIsLetGo() {
        assertTrue(documents.open(url) instanceof Documents.Here);
        assertEquals(1, updatesOfAChange());
        documents.close();
        assertEquals(0, updatesOfAChange());
        assertEquals(0, arrivals);
    }

    @Test
    void isNotFollowedWhenAllAreClosedWhileItIsOpened() {
        looking = documents::close;
        documents.open(url);
        assertEquals(0, updatesOfAChange());
        assertEquals(List.of(), documents.here());
    }

    @Test
    void isNotFollowedWhenAllWereClosedBefore() {
        documents.close();
        documents.open(url);
        assertEquals(0, updatesOfAChange());
        assertEquals(List.of(), documents.here());
    }
}
