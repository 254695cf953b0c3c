// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Patch;
import org.pushpin.crdt.Timeline;
import org.pushpin.crypto.DeviceId;

/**
 * What happened to a document, as edits that a person would recognise. A view of one snapshot: later changes are in the history of a later
 * one. Immutable; any thread.
 *
 * <p>Changes of one author that follow each other are one edit if they begin in the same object (one text, one card, …) within
 * {@value #PAUSE_SECONDS} seconds of each other, with the same message, and in the same {@value #PERIOD_SECONDS} seconds of the clock, so
 * that an hour's writing is several edits. Each pair of neighbours decides for itself: wherever one begins to read, the edits are the
 * same, whatever others do in between. An edit stands where its last change does.
 *
 * <p>Times are what authors say, to the second; a clock that goes back more than the pause parts edits.
 */
public final class DocumentHistory {

    private static final long PAUSE_SECONDS = 60;
    private static final long PERIOD_SECONDS = 600;

    private final Doc document;
    private final Timeline timeline;
    private final Map<ActorId, DeviceId> devices;

    /**
     * What a person did in one go.
     *
     * @param number of its last change in this history, from 0
     * @param changes how many it is
     * @param device whose actor it is, as far as the device has certified it
     * @param from when its first change was made; {@link Instant#EPOCH} if unknown
     * @param message that the changes carry
     * @param object where its first change began; empty if that does nothing
     */
    public record Entry(int number, int changes, ActorId author, Optional<DeviceId> device, Instant from, Instant to,
            Optional<String> message, Optional<ObjectId> object) {}

    /**
     * A page, newest first.
     *
     * @param next where to go on; 0 at the end
     */
    public record Page(List<Entry> entries, int next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** @param devices whose actors are */
    public DocumentHistory(Doc document, Map<ActorId, DeviceId> devices) {
        this.document = document;
        this.timeline = document.timeline();
        this.devices = Map.copyOf(devices);
    }

    /** How many changes there are: where {@link #page} begins with the newest. */
    public int size() {
        return timeline.size();
    }

    /**
     * Edits before a place, newest first. Costs a look at each change that is passed, and makes nothing of them.
     *
     * @param before {@link #size} for the newest, then {@link Page#next}
     * @param limit how many at most
     */
    public Page page(int before, int limit) {
        List<Entry> entries = new ArrayList<>();
        int number = before;
        while (number > 0 && entries.size() < limit) {
            number--;
            int next = timeline.next(number);
            if (next < 0 || parts(number, next)) {
                entries.add(entry(number));
            }
        }
        return new Page(entries, number);
    }

    private Entry entry(int last) {
        int first = last;
        int changes = 1;
        for (int previous = timeline.previous(first); previous >= 0 && !parts(previous, first); previous = timeline.previous(first)) {
            first = previous;
            changes++;
        }
        ActorId author = timeline.actor(last);
        return new Entry(last, changes, author, Optional.ofNullable(devices.get(author)), Instant.ofEpochSecond(timeline.time(first)),
                Instant.ofEpochSecond(timeline.time(last)), timeline.message(last), timeline.object(first));
    }

    /** Whether two neighbouring changes of one author belong to different edits. */
    private boolean parts(int earlier, int later) {
        long before = timeline.time(earlier);
        long after = timeline.time(later);
        return Math.abs(after - before) > PAUSE_SECONDS || after / PERIOD_SECONDS != before / PERIOD_SECONDS
                || !timeline.message(earlier).equals(timeline.message(later)) || !timeline.object(earlier).equals(timeline.object(later));
    }

    /** The document's heads right after an edit. */
    public List<ChangeHash> heads(Entry entry) {
        return timeline.headsOf(entry.number() + 1);
    }

    /** The document right after an edit, with all that had come by then. */
    public Doc after(Entry entry) {
        return document.at(heads(entry));
    }

    /** The document right before the first change of an edit. */
    public Doc before(Entry entry) {
        int first = entry.number();
        for (int i = 1; i < entry.changes(); i++) {
            first = timeline.previous(first);
        }
        return document.at(timeline.headsOf(first));
    }

    /** What changed while an edit was made; also what others changed in between. */
    public List<Patch> changes(Entry entry) {
        return before(entry).diff(after(entry));
    }
}
