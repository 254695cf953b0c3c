// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {
    private static final ActorId A = ActorId.of(new byte[] {1});
    private static final ActorId B = ActorId.of(new byte[] {2});
    private static final Scalar TRUE = Scalar.of(true);

    private static Doc committed(Edit edit) {
        return edit.commit(null, Instant.EPOCH).orElseThrow().document();
    }

    private static Doc text(String text) {
        Edit edit = Doc.empty().edit(A);
        edit.splice(edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT), 0, 0, text);
        return committed(edit);
    }

    private static ObjectId id(Read doc) {
        return ((ObjectValue) doc.get(ObjectId.ROOT, "text").orElseThrow()).id();
    }

    private static Mark mark(int start, int end, String name, Scalar value) {
        return new Mark(start, end, name, value);
    }

    @ParameterizedTest
    @CsvSource({"NONE, 1, 3", "BEFORE, 0, 3", "AFTER, 1, 4", "BOTH, 0, 4"})
    void aMarkTakesInWhatIsInsertedAtTheEdgesWhereItExpands(ExpandMark expand, int start, int end) {
        Edit edit = text("abcd").edit(A);
        ObjectId text = id(edit);
        edit.mark(text, 1, 3, expand, "bold", TRUE);

        edit.splice(text, 3, 0, "Y").splice(text, 1, 0, "X");

        int first = start == 0 ? 1 : 2;
        int last = end == 4 ? 5 : 4;
        assertEquals("aXbcYd", edit.text(text));
        assertEquals(List.of(mark(first, last, "bold", TRUE)), edit.marks(text));
        assertEquals(List.of(mark(first, last, "bold", TRUE)), committed(edit).marks(text));
    }

    @Test
    void theMarkWithTheGreatestIdCountsWhereSeveralOfOneNameOverlap() {
        Doc doc = text("abcdef");
        ObjectId text = id(doc);
        Doc one = committed(doc.edit(A).mark(text, 0, 4, ExpandMark.NONE, "colour", Scalar.of("red")));
        Doc other = committed(doc.edit(B).mark(text, 2, 6, ExpandMark.NONE, "colour", Scalar.of("blue")));

        List<Mark> expected = List.of(mark(0, 2, "colour", Scalar.of("red")), mark(2, 6, "colour", Scalar.of("blue")));
        assertEquals(expected, one.merge(other).marks(text));
        assertEquals(expected, other.merge(one).marks(text));
        assertEquals(Map.of("colour", Scalar.of("red")), one.merge(other).marksAt(text, 1));
        assertEquals(Map.of("colour", Scalar.of("blue")), one.merge(other).marksAt(text, 2));
        assertEquals(Map.of(), one.merge(other).marksAt(text, 6));
    }

    @Test
    void unmarkingLeavesTheRest() {
        Edit edit = text("abcdef").edit(A);
        ObjectId text = id(edit);
        edit.mark(text, 0, 6, ExpandMark.AFTER, "bold", TRUE).mark(text, 1, 2, ExpandMark.AFTER, "link", Scalar.of("u"))
                .unmark(text, 2, 4, ExpandMark.NONE, "bold");

        assertEquals(List.of(mark(0, 2, "bold", TRUE), mark(4, 6, "bold", TRUE), mark(1, 2, "link", Scalar.of("u"))), edit.marks(text));
        assertEquals(Map.of(), edit.marksAt(text, 2));
        assertEquals("[bold, link]", edit.marksAt(text, 1).keySet().toString());
    }

    @Test
    void neighbouringStretchesOfOneValueAreOne() {
        Edit edit = text("abcdef").edit(A);
        ObjectId text = id(edit);
        edit.mark(text, 0, 3, ExpandMark.NONE, "bold", TRUE).mark(text, 3, 6, ExpandMark.NONE, "bold", TRUE);

        assertEquals(List.of(mark(0, 6, "bold", TRUE)), edit.marks(text));
    }

    @Test
    void aMarkAroundNothingWaitsForTextIfItExpands() {
        Edit edit = text("ab").edit(A);
        ObjectId text = id(edit);
        edit.mark(text, 1, 1, ExpandMark.NONE, "none", TRUE);
        assertEquals(List.of(), edit.marks(text));
        edit.mark(text, 1, 1, ExpandMark.BOTH, "both", TRUE);
        assertEquals(List.of(), edit.marks(text));

        edit.splice(text, 1, 0, "X");

        assertEquals("aXb", edit.text(text));
    }

    @Test
    void marksAreMadeInTextsOnlyAndWithinThem() {
        Edit edit = text("ab").edit(A);
        ObjectId text = id(edit);
        ObjectId list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);

        assertThrows(IllegalArgumentException.class, () -> edit.mark(list, 0, 0, ExpandMark.NONE, "bold", TRUE));
        assertThrows(IllegalArgumentException.class, () -> edit.mark(ObjectId.ROOT, 0, 0, ExpandMark.NONE, "bold", TRUE));
        assertThrows(IndexOutOfBoundsException.class, () -> edit.mark(text, 0, 3, ExpandMark.NONE, "bold", TRUE));
        assertThrows(IndexOutOfBoundsException.class, () -> edit.mark(text, 2, 1, ExpandMark.NONE, "bold", TRUE));
        assertEquals(List.of(), edit.marks(text));
    }

    @Test
    void marksSurviveSavingAndTimeTravel() throws MalformedException {
        Doc before = text("hello");
        ObjectId text = id(before);
        Doc after = committed(before.edit(B).mark(text, 1, 3, ExpandMark.AFTER, "bold", TRUE));

        assertEquals(after.marks(text), Doc.load(after.save()).marks(text));
        assertEquals(List.of(), after.at(before.heads()).marks(text));
        assertEquals(List.of(mark(1, 3, "bold", TRUE)), after.marks(text));
    }
}
