// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.pushpin.crdt.ActorId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.Hashes;
import org.pushpin.crypto.SnapshotBody.Vouched;
import org.pushpin.crypto.WriterHead;

/** Actors that are no writer's: how far each goes, as some writer vouched. An immutable value. */
public record Foreigners(List<Vouched> all) {

    /** None. */
    public static final Foreigners NONE = new Foreigners(List.of());

    private static final String LABEL = "pp/actor/foreign/1";

    public Foreigners {
        all = List.copyOf(all);
    }

    /** With other ends of the lines of an actor. */
    public Foreigners with(ActorId actor, List<Vouched> ends) {
        Bytes id = Bytes.of(actor.toByteArray());
        List<Vouched> changed = new ArrayList<>(all);
        changed.removeIf(each -> each.actor().equals(id));
        changed.addAll(ends);
        changed.sort(Comparator.comparing(Vouched::actor).thenComparing(Vouched::seq).thenComparing(Vouched::head));
        return new Foreigners(changed);
    }

    /** As a clock says it: an actor id of another length than a writer's is hashed. */
    public List<WriterHead> clock() {
        return all.stream().map(each -> new WriterHead(clockId(each.actor()), each.seq(), each.head())).toList();
    }

    /** The actor that a clock means; the writer's own id if no foreigner is meant. */
    public ActorId actor(Bytes clockId) {
        Bytes actor = all.stream().map(Vouched::actor).filter(each -> clockId(each).equals(clockId)).findFirst().orElse(clockId);
        return ActorId.of(actor.toByteArray());
    }

    static Bytes clockId(Bytes actor) {
        return actor.length() == ClockEntry.WRITER_LENGTH ? actor : Hashes.sha256(LABEL, actor).slice(0, ClockEntry.WRITER_LENGTH);
    }
}
