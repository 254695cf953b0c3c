// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;

/** Where typing at the edge of a mark goes, case by case. Capital letters begin a mark, small ones are text, ids count from 1. */
final class InsertionPointTest {
    private final Authors authors = Authors.NONE.with(ActorId.parse("aa"), null);
    private final SequenceEditor editor = Sequence.empty(true).edit(authors);
    private int count;
    private long last;

    private InsertionPointTest text(String text) {
        int elements = editor.insertText(last, Ids.of(count + 1, 0), text);
        count += elements;
        last = Ids.of(count, 0);
        return this;
    }

    private InsertionPointTest op(int action, Scalar value, boolean expand, String mark) {
        long id = Ids.of(++count, 0);
        editor.insert(last, new Op(id, action, value, expand, mark, Op.NONE));
        last = id;
        return this;
    }

    private InsertionPointTest begin(boolean expand) {
        return op(Action.MARK, new Scalar.Bool(true), expand, "bold");
    }

    private InsertionPointTest end(boolean expand) {
        return op(Action.MARK, Scalar.NULL, expand, null);
    }

    private void insertsBehind(int element, int index) {
        assertEquals(element == 0 ? 0 : Ids.of(element, 0), editor.insertionReference(index));
    }

    @Test
    void withoutMarksBehindWhatShows() {
        text("abc");
        insertsBehind(0, 0);
        insertsBehind(2, 2);
        insertsBehind(3, 3);
    }

    @Test
    void aMarkThatExpandsTakesInWhatIsTypedAtItsEdges() {
        text("a").begin(true).text("b").end(true).text("c");
        insertsBehind(2, 1);
        insertsBehind(3, 2);
    }

    @Test
    void aMarkThatDoesNotExpandKeepsItOut() {
        text("a").begin(false).text("b").end(false).text("c");
        insertsBehind(1, 1);
        insertsBehind(4, 2);
    }

    @Test
    void anEmptyPairIsAsIfItWereNotThere() {
        text("a").begin(true).end(false).text("b");
        insertsBehind(1, 1);
        text("c");
        insertsBehind(4, 2);
    }

    @Test
    void aPairEmptiedByDeletingIsPassedOverToo() {
        text("a").begin(true).end(false).text("xyz").begin(true).text("b");
        editor.delete(Ids.of(4, 0), 3, 1, Ids.of(100, 0));
        insertsBehind(7, 1);
    }

    @Test
    void theLastEdgeThatCountsIsTaken() {
        text("a").begin(true).begin(false).text("b");
        insertsBehind(2, 1);
        assertEquals(Ids.of(4, 0), editor.insertionReference(2));
    }

    @Test
    void marksAtTheBeginning() {
        begin(true).text("a");
        insertsBehind(1, 0);
    }

    @Test
    void anEmptyStringIsABoundary() {
        text("a").op(Action.SET, new Scalar.Str(""), false, null).begin(true).text("b");
        insertsBehind(1, 1);
    }

    @Test
    void aDeletedMarkDoesNotCount() {
        text("a").begin(true).text("b");
        editor.delete(Ids.of(2, 0), 1, 1, Ids.of(50, 0));
        insertsBehind(1, 1);
    }

    @Test
    void anIndexInsideAnElementGoesBehindIt() {
        text("a😀").begin(true).text("b");
        insertsBehind(3, 2);
        insertsBehind(3, 3);
    }
}
