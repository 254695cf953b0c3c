// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operations of a document as the changes had them: by author and counter, with predecessors, and with the deletions. */
final class RecoveredOps {
    /** An operation that the document holds; {@code element} is what a later operation on the same place would name. */
    private record Row(ObjectId object, String key, OpId reference, boolean insert, Op op) {
        OpId element() {
            return key != null ? null : insert ? op.id() : reference;
        }

        boolean isSamePlace(Row other) {
            return object.equals(other.object) && (key != null ? key.equals(other.key) : element().equals(other.element()));
        }
    }

    /** "The operation of this counter succeeds that row." */
    private record Link(long counter, Row target) {
    }

    /** One author's operations, taken from the front. */
    private static final class Author {
        private final List<Row> rows = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private int row;
        private int link;

        private long nextCounter() {
            long a = row < rows.size() ? rows.get(row).op.id().counter() : Long.MAX_VALUE;
            long b = link < links.size() ? links.get(link).counter : Long.MAX_VALUE;
            return Math.min(a, b);
        }
    }

    private final Author[] authors;
    private final Map<ActorId, Author> byActor = new HashMap<>();
    private ActorId lastActor;
    private Author lastAuthor;

    RecoveredOps(List<ActorId> actors) {
        authors = new Author[actors.size()];
        for (int i = 0; i < authors.length; i++) {
            authors[i] = new Author();
            byActor.put(actors.get(i), authors[i]);
        }
    }

    private Author author(ActorId actor) {
        if (actor != lastActor) {
            lastActor = actor;
            lastAuthor = byActor.get(actor);
        }
        return lastAuthor;
    }

    void add(OpColumnsReader in) {
        Row row = new Row(in.object, in.key, in.element, in.insert, in.documentOp());
        author(in.id.actor()).rows.add(row);
        for (OpId succ : in.links) {
            author(succ.actor()).links.add(new Link(succ.counter(), row));
        }
    }

    void sort() {
        for (Author author : authors) {
            author.rows.sort(Comparator.comparingLong((Row r) -> r.op.id().counter()));
            author.links.sort(Comparator.comparingLong(Link::counter));
        }
    }

    boolean isEmpty() {
        return Arrays.stream(authors).allMatch(a -> a.nextCounter() == Long.MAX_VALUE);
    }

    /** Takes an author's operations up to a counter: they must be consecutive and end with it. */
    List<ChangeOp> take(int actor, long maxOp) throws MalformedException {
        Author author = authors[actor];
        List<ChangeOp> ops = new ArrayList<>();
        long expected = author.nextCounter();
        for (long counter = expected; counter <= maxOp; counter = author.nextCounter()) {
            if (counter != expected++) {
                throw new MalformedException("missing operations");
            }
            ops.add(take(author, counter));
        }
        if (!ops.isEmpty() && expected != maxOp + 1) {
            throw new MalformedException("incorrect operation counters");
        }
        return ops;
    }

    private static ChangeOp take(Author author, long counter) throws MalformedException {
        int from = author.link;
        while (author.link < author.links.size() && author.links.get(author.link).counter == counter) {
            author.link++;
        }
        OpId[] preds = from == author.link ? Op.NONE : new OpId[author.link - from];
        for (int i = 0; i < preds.length; i++) {
            preds[i] = author.links.get(from + i).target.op.id();
        }
        Arrays.sort(preds);
        boolean kept = author.row < author.rows.size() && author.rows.get(author.row).op.id().counter() == counter;
        Row place = kept ? author.rows.get(author.row) : author.links.get(from).target;
        for (int i = from; i < author.link; i++) {
            Row target = author.links.get(i).target;
            if (!target.isSamePlace(place) || kept && (place.insert || target.op.id().compareTo(place.op.id()) >= 0)) {
                throw new MalformedException("an operation that succeeds what is elsewhere");
            }
        }
        if (!kept) {
            return new ChangeOp(place.object, place.key, place.element(), false, Action.DELETE, Scalar.NULL, preds, false, null);
        }
        author.row++;
        Op op = place.op;
        return new ChangeOp(place.object, place.key, place.reference, place.insert, op.action(), op.value(), preds, op.expand(), op.mark());
    }
}
