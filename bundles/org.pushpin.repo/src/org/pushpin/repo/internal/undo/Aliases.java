// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.List;
import java.util.function.Predicate;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;

/**
 * What stands for what was undone and brought back: an element for an element, an object for an object, a put for a put. One operation
 * may be all three, and be replaced as each of them by another. Not for several threads at once.
 */
public final class Aliases {

    private final Stands elements = new Stands();
    private final Stands objects = new Stands();
    private final Stands puts = new Stands();
    private final Stands marks = new Stands();
    private final Stands origins = new Stands();

    /** Elements of lists and texts, edges of marks among them. */
    Stands elements() {
        return elements;
    }

    /** Operations that put values. */
    Stands puts() {
        return puts;
    }

    /** The other way round: by the beginning of a mark that was made again, that of the mark that a person made. */
    Stands marks() {
        return marks;
    }

    /** The other way round: by a put that brought a value back, the put that was brought back, which may be somebody else's. */
    Stands origins() {
        return origins;
    }

    /** A put was brought back by another. */
    void put(OpId old, OpId fresh) {
        puts.add(old, fresh);
        origins.add(fresh, origins.resolve(old));
    }

    ObjectId object(ObjectId id) {
        return id.op().map(op -> ObjectId.of(objects.resolve(op))).orElse(id);
    }

    void object(ObjectId old, ObjectId fresh) {
        old.op().ifPresent(from -> objects.add(from, fresh.op().orElseThrow()));
    }

    private List<Stands> all() {
        return List.of(elements, objects, puts, marks, origins);
    }

    /** Forgets what was added since the last {@link #keep}: the edit that made those ids was not committed. */
    public void discard() {
        all().forEach(Stands::discard);
    }

    /** The edit that made the new ids was committed. */
    public void keep() {
        all().forEach(Stands::keep);
    }

    /** Operations that were made are not kept: what they stood for is itself again. */
    public void forget(Predicate<OpId> lost) {
        all().forEach(stands -> stands.forget(lost));
    }
}
