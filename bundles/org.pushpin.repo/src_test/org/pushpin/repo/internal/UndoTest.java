// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ExpandMark;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.DocHandle.UndoGroup;

class UndoTest {

    private static final Scalar TRUE = new Scalar.Bool(true);

    private final Rig rig = new Rig(3);
    private final Rig other = new Rig(4);
    private DocHandle here;
    private DocHandle there;

    @BeforeEach
    void share() {
        here = rig.repo.create(null, edit -> {
            edit.splice(edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT), 0, 0, "one two three");
            edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
            edit.put(ObjectId.ROOT, "count", new Scalar.Counter(10));
            edit.put(ObjectId.ROOT, "colour", "red");
        });
        rig.settle();
        other.adopt(rig, here);
        rig.sendTo(other, here.id());
        there = other.local(here.id());
    }

    private void exchange() {
        rig.settle();
        other.settle();
        rig.sendTo(other, here.id());
        other.sendTo(rig, here.id());
        assertEquals(here.current().heads(), there.current().heads());
    }

    private String text() {
        return Rig.textOf(here.current());
    }

    private static Optional<Value> value(Read read, String key) {
        return read.get(ObjectId.ROOT, key);
    }

    @Test
    void nothingOfTheMakingCanBeUndone() {
        assertFalse(here.canUndo());
        assertFalse(here.undo());
        assertFalse(here.redo());
    }

    @Test
    void typeDeleteUndoUndoRedoRedoIsIdentity() {
        Rig.type(here, 3, 0, ", one and a half,");
        String typed = text();
        Rig.type(here, 0, 4, "");
        String deleted = text();

        assertTrue(here.undo());
        assertEquals(typed, text());
        assertTrue(here.undo());
        assertEquals("one two three", text());
        assertFalse(here.undo());
        assertTrue(here.redo());
        assertEquals(typed, text());
        assertTrue(here.redo());
        assertEquals(deleted, text());
        assertFalse(here.redo());
    }

    @Test
    void aNewChangeEndsWhatCanBeRedone() {
        Rig.type(here, 0, 0, "a");
        here.undo();
        Rig.type(here, 0, 0, "b");

        assertFalse(here.canRedo());
    }

    @Test
    void whatSomebodyElseTypedInsideStays() {
        Rig.type(here, 3, 0, " AAAA");
        exchange();
        Rig.type(there, 6, 0, "bbb");
        exchange();

        here.undo();

        assertEquals("onebbb two three", text());
        here.redo();
        assertEquals("one AAbbbAA two three", text());
    }

    @Test
    void deletedTextComesBackWhereItStood() {
        Rig.type(here, 4, 4, "");
        exchange();
        Rig.type(there, 0, 4, "zero ");
        exchange();
        assertEquals("zero three", text());

        here.undo();

        assertEquals("zero two three", text());
    }

    @Test
    void whatSomebodyElseDeletedTooStaysDeleted() {
        Rig.type(here, 4, 4, "");
        Rig.type(there, 4, 2, "");
        exchange();
        assertEquals("one three", text());

        here.undo();

        assertEquals("one o three", text());
    }

    @Test
    void aGroupIsOneStep() {
        try (UndoGroup group = here.group()) {
            Rig.type(here, 0, 0, "x");
            Rig.type(here, 1, 0, "y");
            here.change(null, edit -> edit.put(ObjectId.ROOT, "colour", "blue"));
        }
        Rig.type(here, 0, 0, "z");

        here.undo();
        assertEquals("xyone two three", text());
        here.undo();

        assertEquals("one two three", text());
        assertEquals(Optional.of(new Scalar.Str("red")), value(here.current(), "colour"));
        here.redo();
        assertEquals("xyone two three", text());
        assertEquals(Optional.of(new Scalar.Str("blue")), value(here.current(), "colour"));
    }

    @Test
    void aValueComesBackOnlyWhileOursIsTheWinner() {
        here.change(null, edit -> edit.put(ObjectId.ROOT, "colour", "blue"));
        here.change(null, edit -> edit.put(ObjectId.ROOT, "size", 3));
        exchange();
        there.change(null, edit -> edit.put(ObjectId.ROOT, "colour", "green"));
        exchange();

        here.undo();
        assertTrue(value(here.current(), "size").isEmpty());
        here.undo();

        assertEquals(Optional.of(new Scalar.Str("green")), value(here.current(), "colour"));
    }

    @Test
    void aDeletedKeyComesBackWithAllThatWasInIt() {
        here.change(null, edit -> {
            ObjectId card = edit.putObject(ObjectId.ROOT, "card", ObjectType.MAP);
            edit.put(card, "x", 4.5);
            edit.splice(edit.putObject(card, "note", ObjectType.TEXT), 0, 0, "hi");
        });
        here.change(null, edit -> edit.splice(noteOf(edit), 2, 0, " there"));
        here.change(null, edit -> edit.delete(ObjectId.ROOT, "card"));

        here.undo();
        assertEquals("hi there", here.current().text(noteOf(here.current())));
        here.undo();
        assertEquals("hi", here.current().text(noteOf(here.current())));
        here.undo();
        assertTrue(value(here.current(), "card").isEmpty());
        here.redo();
        here.redo();
        assertEquals("hi there", here.current().text(noteOf(here.current())));
        here.redo();
        assertTrue(value(here.current(), "card").isEmpty());
    }

    private static ObjectId noteOf(Read read) {
        ObjectId card = ((ObjectValue) read.get(ObjectId.ROOT, "card").orElseThrow()).id();
        return ((ObjectValue) read.get(card, "note").orElseThrow()).id();
    }

    @Test
    void counterAddsTheOpposite() {
        here.change(null, edit -> edit.increment(ObjectId.ROOT, "count", 5));
        there.change(null, edit -> edit.increment(ObjectId.ROOT, "count", 100));
        exchange();

        here.undo();
        exchange();

        assertEquals(Optional.of(new Scalar.Counter(110)), value(there.current(), "count"));
        here.redo();
        assertEquals(Optional.of(new Scalar.Counter(115)), value(here.current(), "count"));
    }

    @Test
    void listElementsGoAndComeBack() {
        add("a");
        add("c");
        here.change(null, edit -> edit.insert(listOf(edit), 1, new Scalar.Str("b")));
        here.change(null, edit -> edit.delete(listOf(edit), 0));
        assertEquals(List.of("b", "c"), list());

        here.undo();
        assertEquals(List.of("a", "b", "c"), list());
        here.undo();
        assertEquals(List.of("a", "c"), list());
        here.change(null, edit -> edit.put(listOf(edit), 1, new Scalar.Str("C")));
        here.undo();
        assertEquals(List.of("a", "c"), list());
        here.redo();
        assertEquals(List.of("a", "C"), list());
    }

    private void add(String value) {
        here.change(null, edit -> edit.insert(listOf(edit), edit.length(listOf(edit)), new Scalar.Str(value)));
    }

    private static ObjectId listOf(Read read) {
        return ((ObjectValue) read.get(ObjectId.ROOT, "list").orElseThrow()).id();
    }

    private List<String> list() {
        Read now = here.current();
        return java.util.stream.IntStream.range(0, now.length(listOf(now)))
                .mapToObj(i -> ((Scalar.Str) now.get(listOf(now), i).orElseThrow()).value()).toList();
    }

    @Test
    void silentChangesAreNotUndone() {
        here.changeSilently(null, edit -> edit.put(ObjectId.ROOT, "colour", "blue"));

        assertFalse(here.canUndo());
    }

    @Test
    void emojiGoAndComeBackWhole() {
        Rig.type(here, 3, 0, "😀👍");
        Rig.type(here, 3, 2, "");

        here.undo();
        assertEquals("one😀👍 two three", text());
        here.undo();
        assertEquals("one two three", text());
    }

    /** Both mark the same words with the same value: only ours goes. */
    @Test
    void anEqualMarkOfSomebodyElseStays() {
        mark(here, 0, 7);
        exchange();
        mark(there, 4, 13);
        exchange();

        here.undo();
        exchange();

        assertEquals(List.of(new Mark(4, 13, "bold", TRUE)), there.current().marks(Rig.textId(there.current())));
        here.redo();
        assertEquals(List.of(new Mark(0, 13, "bold", TRUE)), here.current().marks(Rig.textId(here.current())));
    }

    @Test
    void aMarkThatIsMadeAgainLeavesYoungerOnes() {
        mark(here, 0, 13);
        exchange();
        here.undo();
        exchange();
        there.change(null, edit -> edit.mark(Rig.textId(edit), 4, 7, ExpandMark.NONE, "bold", new Scalar.Bool(false)));
        exchange();

        here.redo();

        assertEquals(List.of(new Mark(0, 4, "bold", TRUE), new Mark(4, 7, "bold", new Scalar.Bool(false)), new Mark(7, 13, "bold", TRUE)),
                here.current().marks(Rig.textId(here.current())));
        here.undo();
        assertEquals(List.of(new Mark(4, 7, "bold", new Scalar.Bool(false))), here.current().marks(Rig.textId(here.current())));
    }

    @Test
    void deletedTextComesBackMarkedAsItWas() {
        mark(here, 4, 7);
        exchange();
        Rig.type(here, 0, 13, "");
        Rig.type(there, 5, 0, "-");
        exchange();

        here.undo();

        assertEquals("one t-wo three", text());
        assertEquals(List.of(new Mark(4, 8, "bold", TRUE)), here.current().marks(Rig.textId(here.current())));
    }

    private static void mark(DocHandle handle, int from, int to) {
        handle.change(null, edit -> edit.mark(Rig.textId(edit), from, to, ExpandMark.AFTER, "bold", TRUE));
    }

    @Test
    void ofTwoValuesAtOnceOnlyOursGoes() {
        here.change(null, edit -> edit.put(ObjectId.ROOT, "colour", "blue"));
        there.change(null, edit -> edit.put(ObjectId.ROOT, "colour", "green"));
        exchange();

        here.undo();
        exchange();

        assertEquals(List.of(new Scalar.Str("green")), there.current().getAll(ObjectId.ROOT, "colour"));
        there.undo();
        assertEquals(List.of(new Scalar.Str("red")), List.copyOf(there.current().getAll(ObjectId.ROOT, "colour")));
    }

    @Test
    void whatTwoDeletedStaysDeleted() {
        here.change(null, edit -> edit.delete(ObjectId.ROOT, "colour"));
        Rig.type(here, 0, 4, "");
        there.change(null, edit -> edit.delete(ObjectId.ROOT, "colour"));
        Rig.type(there, 0, 3, "");
        exchange();

        here.undo();
        here.undo();

        assertEquals(" two three", text());
        assertTrue(value(here.current(), "colour").isEmpty());
    }

    /** What is recorded of a keystroke does not grow with the text. */
    @Test
    void recordingAKeystrokeCostsNothingOfALongText() {
        DocHandle small = rig.text("ab".repeat(500));
        DocHandle large = rig.text("ab".repeat(500_000));
        long[] allocated = new long[2];
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < 2; i++) {
                DocHandle handle = i == 0 ? small : large;
                int at = 10 * round;
                Rig.type(handle, at, 0, "x");
                Rig.type(handle, at + 5, 2, "");
                long before = Allocation.ofThisThread();
                handle.undo(); // settles what was recorded
                handle.undo();
                allocated[i] = Allocation.ofThisThread() - before;
                handle.redo();
                handle.redo();
            }
        }
        assertTrue(allocated[1] < 10 * allocated[0] + 200_000, allocated[0] + " and " + allocated[1] + " bytes");
    }

    @Test
    void anUndoWithNothingLeftToDoIsPassedOver() {
        Rig.type(here, 0, 0, "x");
        Rig.type(here, 0, 0, "y");
        exchange();
        Rig.type(there, 0, 1, "");
        exchange();

        assertTrue(here.undo());

        assertEquals("one two three", text());
    }

    /** As a task is ticked: the element stays, its character is another. */
    @Test
    void aCharacterThatWasOverwrittenIsOverwrittenBack() {
        ObjectId text = Rig.textId(here.current());
        here.change(null, edit -> edit.put(text, 4, new Scalar.Str("T")));
        assertEquals("one Two three", text());
        here.undo();
        assertEquals("one two three", text());
        here.redo();
        assertEquals("one Two three", text());
    }
}
