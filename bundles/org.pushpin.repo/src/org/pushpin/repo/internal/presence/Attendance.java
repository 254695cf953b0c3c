// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.Presence.Visitor;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;

/**
 * What devices let each other see: takes it from peers, passes it on to others that know the document, and forgets it. A message goes to
 * every other peer once, because what is not newer than what is known is dropped; so it ends in any network, as in automerge-repo
 * (ephemeral messages: sender, session, count). One lane; costs what comes, and nothing while nobody is anywhere.
 */
public final class Attendance {
    private record Ended(DeviceId device, Bytes session) {}

    private final DeviceId self;
    private final Scheduler scheduler;
    private final String lane;
    private final BiConsumer<DocumentId, List<Visitor>> changed;
    private final Map<DocumentId, Room> rooms = new LinkedHashMap<>();
    private final Map<Audience, Map<DocumentId, Outbox>> audiences = new LinkedHashMap<>();
    private final Map<Audience, Allowance> allowances = new HashMap<>();
    private final Set<Ended> over = new LinkedHashSet<>();
    private int guests;
    private boolean looking;

    /** @param changed is told, on the lane, who is at a document now */
    public Attendance(DeviceId self, Scheduler scheduler, String lane, BiConsumer<DocumentId, List<Visitor>> changed) {
        this.self = self;
        this.scheduler = scheduler;
        this.lane = lane;
        this.changed = changed;
    }

    // ---- peers

    /** A peer has proved that it knows a document: it is told who is there. */
    public void joined(Audience audience, DocumentId document) {
        greet(audience);
        Room room = rooms.get(document);
        if (room == null) {
            return;
        }
        room.own.ifPresent(own -> tell(document, own.news()));
        Outbox outbox = outbox(audience, document);
        room.all(audience.device()).forEach(outbox::put);
        outbox.flush();
    }

    private void greet(Audience audience) {
        audiences.computeIfAbsent(audience, fresh -> new HashMap<>());
        allowances.computeIfAbsent(audience, fresh -> new Allowance(scheduler.now()));
    }

    /** There is room again for what is to be told of a document. */
    public void writable(Audience audience, DocumentId document) {
        Outbox outbox = audiences.getOrDefault(audience, Map.of()).get(document);
        if (outbox != null) {
            outbox.writable();
        }
    }

    /** The connection is over: who was heard through it is gone, or soon will be if there are other ways. */
    public void left(Audience audience) {
        audiences.remove(audience);
        allowances.remove(audience);
        Instant doubt = scheduler.now().plus(Bounds.DOUBT);
        for (DocumentId document : List.copyOf(rooms.keySet())) {
            boolean others = reaches(document);
            for (Guest guest : rooms.get(document).heardBy(audience)) {
                guest.until = guest.until.isBefore(doubt) ? guest.until : doubt;
                if (!others) {
                    gone(document, guest);
                }
            }
            sweep(document);
        }
    }

    /** Whether there is somebody to tell. */
    boolean reaches(DocumentId document) {
        return audiences.keySet().stream().anyMatch(audience -> audience.shares(document));
    }

    private Outbox outbox(Audience audience, DocumentId document) {
        return audiences.get(audience).computeIfAbsent(document, fresh -> new Outbox(audience, fresh, scheduler, lane));
    }

    // ---- what comes

    /** What a peer says of who is at a document, itself or others. */
    public void received(Audience audience, DocumentId document, List<Ephemeral> news) {
        greet(audience);
        Room room = rooms.computeIfAbsent(document, fresh -> new Room());
        List<Ephemeral> fresh = new ArrayList<>();
        for (Ephemeral one : news) {
            if (accept(audience, document, room, one)) {
                fresh.add(one);
            }
        }
        if (!fresh.isEmpty()) {
            pass(audience, document, fresh);
            lookLater();
        }
        sweep(document);
    }

    private boolean accept(Audience audience, DocumentId document, Room room, Ephemeral news) {
        boolean known = news.device().equals(self) || news.kind() >= Ephemeral.KINDS
                || over.contains(new Ended(news.device(), news.session()));
        Guest present = room.guest(news.device()).orElse(null);
        boolean same = present != null && present.session.equals(news.session());
        if (known || same && present.knows(news) || !allowances.get(audience).take(scheduler.now())) {
            return false;
        }
        boolean direct = audience.device().filter(news.device()::equals).isPresent();
        if (!direct && !news.verify(document)) {
            return false;
        }
        if (news.kind() == Guest.LEAVES) {
            ended(news);
            room.guest(news.device()).filter(guest -> same).ifPresent(guest -> gone(document, guest));
            return true;
        }
        return same ? heard(audience, document, room, present, news) : comes(audience, document, room, news);
    }

    private boolean comes(Audience audience, DocumentId document, Room room, Ephemeral news) {
        room.guest(news.device()).ifPresent(before -> {
            ended(before.all().getFirst());
            room.remove(before);
            guests--;
        });
        if (room.size() >= Bounds.VISITORS || guests >= Bounds.ALL_VISITORS) {
            return false;
        }
        Guest guest = new Guest(news.device(), news.session());
        room.put(guest);
        guests++;
        heard(audience, document, room, guest, news);
        show(document, room);
        return true;
    }

    private boolean heard(Audience audience, DocumentId document, Room room, Guest guest, Ephemeral news) {
        guest.by = audience;
        guest.until = scheduler.now().plus(Bounds.SILENCE);
        if (guest.take(news)) {
            show(document, room);
        }
        return true;
    }

    private void ended(Ephemeral last) {
        over.add(new Ended(last.device(), last.session()));
        if (over.size() > Bounds.OVER) {
            over.remove(over.iterator().next());
        }
    }

    private void gone(DocumentId document, Guest guest) {
        Room room = rooms.get(document);
        room.remove(guest);
        guests--;
        show(document, room);
    }

    private void lookLater() {
        if (!looking && guests > 0) {
            looking = true;
            scheduler.after(Bounds.LOOK, lane, this::look);
        }
    }

    private void look() {
        looking = false;
        Instant now = scheduler.now();
        for (DocumentId document : List.copyOf(rooms.keySet())) {
            rooms.get(document).silent(now).forEach(guest -> gone(document, guest));
            sweep(document);
        }
        lookLater();
    }

    private void sweep(DocumentId document) {
        Room room = rooms.get(document);
        if (room != null && room.isEmpty() && !room.telling) {
            rooms.remove(document);
        }
    }

    // ---- what goes

    /** What this device says, to all who may know. */
    void tell(DocumentId document, Collection<Ephemeral> news) {
        pass(null, document, news);
    }

    private void pass(Audience from, DocumentId document, Collection<Ephemeral> news) {
        if (news.isEmpty()) {
            return;
        }
        for (Audience audience : audiences.keySet()) {
            if (audience != from && audience.shares(document)) {
                Outbox outbox = outbox(audience, document);
                news.stream().filter(one -> !audience.device().equals(Optional.of(one.device()))).forEach(outbox::put);
                outbox.flush();
            }
        }
    }

    // ---- what is here

    Room room(DocumentId document) {
        return rooms.computeIfAbsent(document, fresh -> new Room());
    }

    /** This device is not at the document any more. */
    void emptied(DocumentId document) {
        sweep(document);
    }

    Collection<DocumentId> documents() {
        return List.copyOf(rooms.keySet());
    }

    /** Tells who is there, once for all that happens until then. */
    void show(DocumentId document, Room room) {
        if (!room.telling) {
            room.telling = true;
            scheduler.execute(lane, () -> {
                room.telling = false;
                changed.accept(document, room.visitors());
                sweep(document);
            });
        }
    }
}
