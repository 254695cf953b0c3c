// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.presence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.SigningKey;
import org.pushpin.repo.Presence;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;

/** Presence for any thread: takes what is said to the lane, at the pace that others can see, and shows what is known there. */
public final class LivePresence implements Presence, AutoCloseable {
    private final SigningKey device;
    private final RandomGenerator random;
    private final Scheduler scheduler;
    private final String lane;
    private final Attendance attendance;
    private final Map<DocumentId, List<Visitor>> visitors = new ConcurrentHashMap<>();
    private final Map<DocumentId, List<Consumer<List<Visitor>>>> listeners = new ConcurrentHashMap<>();

    /** @param lane that of replication */
    public LivePresence(SigningKey device, RandomGenerator random, Scheduler scheduler, String lane) {
        this.device = device;
        this.random = random;
        this.scheduler = scheduler;
        this.lane = lane;
        attendance = new Attendance(new DeviceId(device.publicKey()), scheduler, lane, this::changed);
    }

    /** For whoever keeps the connections; on the lane only. */
    public Attendance attendance() {
        return attendance;
    }

    private void changed(DocumentId document, List<Visitor> now) {
        if (now.isEmpty()) {
            visitors.remove(document);
        } else {
            visitors.put(document, now);
        }
        listeners.getOrDefault(document, List.of()).forEach(listener -> listener.accept(now));
    }

    @Override
    public DeviceId device() {
        return new DeviceId(device.publicKey());
    }

    @Override
    public List<Visitor> visitors(DocumentId document) {
        return visitors.getOrDefault(document, List.of());
    }

    @Override
    public Subscription subscribe(DocumentId document, Consumer<List<Visitor>> listener) {
        listeners.computeIfAbsent(document, fresh -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.computeIfPresent(document, (id, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public Stay join(DocumentId document) {
        Staying stay = new Staying(document);
        scheduler.execute(lane, stay::begin);
        return stay;
    }

    /** Leaves every document. What is said before the connections close still arrives. */
    @Override
    public void close() {
        scheduler.execute(lane, () -> attendance.documents().forEach(document ->
                attendance.room(document).own.ifPresent(own -> leave(document, own))));
    }

    // ---- on the lane

    private Own own(DocumentId document) {
        Room room = attendance.room(document);
        if (room.own.isEmpty()) {
            byte[] session = new byte[Ephemeral.SESSION_LENGTH];
            random.nextBytes(session);
            Own own = new Own(device, document, Bytes.of(session));
            room.own = Optional.of(own);
            scheduler.after(Bounds.HEARTBEAT, lane, () -> beat(document, own));
        }
        return room.own.get();
    }

    private void beat(DocumentId document, Own own) {
        if (own.stays > 0) {
            if (attendance.reaches(document)) {
                attendance.tell(document, own.again());
            }
            scheduler.after(Bounds.HEARTBEAT, lane, () -> beat(document, own));
        }
    }

    private void speak(DocumentId document, Own own) {
        if (own.stays == 0 || own.resting || !attendance.reaches(document)) {
            return;
        }
        List<Ephemeral> news = own.news();
        if (!news.isEmpty()) {
            attendance.tell(document, news);
            own.resting = true;
            scheduler.after(Bounds.PACE, lane, () -> {
                own.resting = false;
                speak(document, own);
            });
        }
    }

    private void leave(DocumentId document, Own own) {
        own.stays = 0;
        if (attendance.reaches(document)) {
            attendance.tell(document, List.of(own.farewell()));
        }
        attendance.room(document).own = Optional.empty();
        attendance.emptied(document);
    }

    /** Something of this process that is at a document. */
    private final class Staying implements Stay {
        private final DocumentId document;
        private final Map<Integer, Bytes> unsaid = new HashMap<>();
        private final AtomicBoolean closed = new AtomicBoolean();
        private Own own;

        Staying(DocumentId document) {
            this.document = document;
        }

        @Override
        public void say(int kind, Bytes value) {
            if (kind < 0 || kind >= KINDS || value.length() > MAX_VALUE) {
                throw new IllegalArgumentException("kind " + kind + " with " + value.length() + " bytes");
            }
            boolean first;
            synchronized (unsaid) {
                first = unsaid.isEmpty();
                unsaid.put(kind, value);
            }
            if (first) {
                scheduler.execute(lane, this::take);
            }
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                scheduler.execute(lane, this::end);
            }
        }

        private void begin() {
            own = own(document);
            own.stays++;
            speak(document, own);
        }

        private void take() {
            Map<Integer, Bytes> said;
            synchronized (unsaid) {
                said = Map.copyOf(unsaid);
                unsaid.clear();
            }
            if (own.stays > 0) {
                said.forEach((kind, value) -> own.set(kind + Guest.VALUES, value, this));
                speak(document, own);
            }
        }

        private void end() {
            if (own.stays == 1) {
                leave(document, own);
            } else if (own.stays > 1) {
                own.stays--;
                own.silence(this);
                speak(document, own);
            }
        }
    }
}
