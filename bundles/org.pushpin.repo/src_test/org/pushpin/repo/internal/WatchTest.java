// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.DocumentEvent;
import org.pushpin.repo.DurableDocument;

class WatchTest {

    private final Rig rig = new Rig(40);
    private final List<DocumentEvent> events = new ArrayList<>();

    private DurableDocument durable(DocHandle handle) {
        return rig.repo.durable(handle.id()).orElseThrow();
    }

    @Test
    void everyStoredChangeOfEveryDocumentIsTold() {
        DocHandle one = rig.text("one");
        DocHandle two = rig.text("two");
        rig.settle();
        var watch = rig.repo.watch(events::add);

        Rig.type(two, 0, 0, "a ");
        rig.settle();
        assertEquals(List.of(new DocumentEvent.Stored(two.id())), events);
        assertEquals("a two", Rig.textOf(durable(two).document()));
        assertEquals("one", Rig.textOf(durable(one).document()));

        watch.close();
        Rig.type(one, 0, 0, "b ");
        rig.settle();
        assertEquals(1, events.size());
    }

    @Test
    void whatPeersBringIsToldToo() {
        Rig far = new Rig(41);
        DocHandle card = far.text("from afar");
        far.settle();
        rig.adopt(far, card);
        rig.settle();
        rig.repo.watch(events::add);
        events.clear();

        far.sendTo(rig, card.id());

        assertTrue(events.contains(new DocumentEvent.Stored(card.id())));
        assertEquals("from afar", Rig.textOf(durable(card).document()));
        assertNotEquals(durable(card).devices(), durable(rig.text("mine")).devices());
    }

    @Test
    void whatWasOpenedIsToldToWhoeverComesLater() {
        DocHandle one = rig.text("one");
        rig.settle();
        rig.repo.open(one.url("sticky"));
        rig.settle();

        rig.repo.watch(events::add);
        rig.repo.open(one.url("sticky"));
        rig.repo.open(one.url("text"));

        assertEquals(List.of(new DocumentEvent.Opened(one.id(), "sticky"), new DocumentEvent.Opened(one.id(), "text")), events);
    }

    @Test
    void fingerprintsSayWhatChangedSinceTheLastRun() {
        DocHandle one = rig.text("one");
        DocHandle two = rig.text("two");
        rig.settle();
        Map<DocumentId, Fingerprint> before = rig.repo.fingerprints();
        assertEquals(Set.of(one.id(), two.id()), before.keySet());
        assertEquals(before.get(one.id()), durable(one).fingerprint());
        Rig.type(two, 0, 0, "x");
        rig.settle();

        rig.restart();

        Map<DocumentId, Fingerprint> after = new java.util.HashMap<>(rig.repo.fingerprints());
        after.entrySet().removeAll(before.entrySet());
        assertEquals(Set.of(two.id()), after.keySet());
        assertEquals(one.url("text"), rig.repo.url(one.id(), "text").orElseThrow());
    }

    @Test
    void authorsAreDevices() {
        DocHandle one = rig.text("one");
        DocHandle two = rig.text("two");
        rig.settle();

        Set<DeviceId> devices = new HashSet<>(durable(one).devices().values());
        devices.addAll(durable(two).devices().values());

        assertEquals(1, devices.size());
        assertTrue(one.durable().changes().stream().allMatch(change -> durable(one).devices().containsKey(change.actor())));
    }

    @Test
    void nothingIsKnownOfAStranger() {
        DocHandle stranger = new Rig(42).text("x");

        assertEquals(Optional.empty(), rig.repo.durable(stranger.id()));
        assertEquals(Optional.empty(), rig.repo.url(stranger.id(), "text"));
    }
}
