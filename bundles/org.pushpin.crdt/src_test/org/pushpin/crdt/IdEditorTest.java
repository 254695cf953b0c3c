// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits by the ids of operations. */
class IdEditorTest {
    private static final ActorId A = ActorId.parse("0a");
    private static final ActorId B = ActorId.parse("0b");
    private static final Scalar TRUE = new Scalar.Bool(true);
    private static final Scalar.Str RED = new Scalar.Str("red");

    private ObjectId text;
    private ObjectId list;
    private Doc base;

    @BeforeEach
    void make() {
        Edit edit = Doc.empty().edit(A);
        text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
        list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        edit.splice(text, 0, 0, "hello world");
        edit.insert(list, 0, new Scalar.Str("a"));
        edit.insert(list, 1, new Scalar.Str("b"));
        edit.put(ObjectId.ROOT, "count", new Scalar.Counter(1));
        base = commit(edit);
    }

    private static Doc commit(Edit edit) {
        Doc doc = edit.commit(null, Instant.EPOCH).orElseThrow().document();
        try {
            Doc read = Doc.load(doc.save());
            assertEquals(doc.content(ObjectId.ROOT), read.content(ObjectId.ROOT));
            assertEquals(doc.heads(), read.heads());
            return doc;
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void deletedCharactersComeBackWhereTheyStoodAmongWhatCameMeanwhile() {
        OpId first = base.elementAt(text, 0);
        Doc deleted = commit(base.edit(A).splice(text, 0, 6, ""));
        Doc typed = commit(base.edit(B).splice(text, 3, 0, "-X-"));
        Doc both = deleted.merge(typed);
        assertEquals("-X-world", both.text(text));

        Edit edit = both.edit(A);
        OpId fresh = edit.revive(text, first, "hello ");
        Doc revived = commit(edit);

        assertEquals("hel-X-lo world", revived.text(text));
        assertEquals(fresh, revived.elementAt(text, 0));
        assertEquals(fresh.counter() + 5, revived.elementAt(text, 8).counter());
    }

    @Test
    void revivedCharactersAreMarkedAsTheyWere() {
        Edit marking = base.edit(A);
        marking.mark(text, 2, 4, ExpandMark.NONE, "bold", TRUE);
        marking.mark(text, 0, 5, ExpandMark.AFTER, "colour", RED);
        Doc marked = commit(marking);
        OpId first = marked.elementAt(text, 0);
        Doc deleted = commit(marked.edit(A).splice(text, 0, 11, ""));

        Edit edit = deleted.edit(A);
        edit.revive(text, first, "hello world");

        assertEquals(marked.spans(text), commit(edit).spans(text));
    }

    @Test
    void aMarkThatIsTakenBackUncoversWhatItHid() {
        Doc bold = commit(base.edit(B).mark(text, 0, 5, ExpandMark.AFTER, "colour", new Scalar.Str("blue")));
        Edit edit = bold.edit(A);
        edit.mark(text, 2, 8, ExpandMark.AFTER, "colour", RED);
        Marking red = edit.markings().get(0);
        Doc both = commit(edit);
        assertEquals(Map.of("colour", RED), both.marksAt(text, 3));
        assertEquals(List.of(new NewestMark(0, 2, both.newestMarks(text, 0, 1, "colour").get(0).mark()),
                new NewestMark(2, 8, red.begin())), both.newestMarks(text, 0, 11, "colour"));
        assertEquals(2, both.placedMarks(text).size());
        assertEquals(red, both.placedMarks(text).get(1).marking());

        Doc retracted = commit(both.edit(A).retractMark(text, red.begin()));

        assertEquals(bold.spans(text), retracted.spans(text));
        assertEquals(bold.marks(text), retracted.marks(text));
        assertEquals(1, retracted.placedMarks(text).size());
        assertEquals(List.of(new Patch.Mark(text, List.of(new Mark(2, 5, "colour", new Scalar.Str("blue")),
                new Mark(5, 8, "colour", Scalar.NULL)))), both.diff(retracted));
    }

    @Test
    void aMarkIsMadeAgainWhereItWas() {
        Edit edit = base.edit(A);
        edit.mark(text, 2, 5, ExpandMark.AFTER, "bold", TRUE);
        Marking mark = edit.markings().get(0);
        edit.splice(text, 5, 0, "!!");
        Doc typed = commit(edit);
        Doc without = commit(typed.edit(A).retractMark(text, mark.begin()).splice(text, 2, 5, ""));
        assertEquals(List.of(), without.marks(text));

        Edit again = without.edit(A);
        again.markAgain(mark);
        again.revive(text, typed.elementAt(text, 2), "llo");
        again.revive(text, typed.elementAt(text, 5), "!!");

        assertEquals(typed.spans(text), commit(again).spans(text));
    }

    @Test
    void onlyTheNamedValueGoes() {
        Doc one = commit(base.edit(A).put(ObjectId.ROOT, "key", "mine"));
        Doc two = commit(base.edit(B).put(ObjectId.ROOT, "key", "theirs"));
        Doc both = one.merge(two);
        OpId mine = both.puts(ObjectId.ROOT, "key").stream().filter(op -> op.actor().equals(A)).findFirst().orElseThrow();
        assertEquals(2, both.getAll(ObjectId.ROOT, "key").size());

        Doc retracted = commit(both.edit(A).retract(ObjectId.ROOT, "key", mine));

        assertEquals(List.of(new Scalar.Str("theirs")), retracted.getAll(ObjectId.ROOT, "key"));
        assertEquals(1, retracted.deleters(ObjectId.ROOT, "key", mine).size());
    }

    @Test
    void anElementStaysWithWhatSomebodyElsePut() {
        OpId element = base.elementAt(list, 0);
        Doc one = commit(base.edit(A).put(list, 0, new Scalar.Str("mine")));
        Doc two = commit(base.edit(B).put(list, 0, new Scalar.Str("theirs")));
        Doc both = one.merge(two);
        OpId mine = both.puts(list, 0).stream().filter(op -> op.actor().equals(A)).findFirst().orElseThrow();

        Doc retracted = commit(both.edit(A).retract(list, element, mine));

        assertEquals(List.of(new Scalar.Str("theirs")), retracted.getAll(list, 0));
        Doc gone = commit(retracted.edit(A).retract(list, element, retracted.puts(list, 0).get(0)));
        assertEquals(1, gone.length(list));
        Edit edit = gone.edit(A);
        edit.insertAfter(list, element, new Scalar.Str("again"));
        assertEquals(Optional.of(new Scalar.Str("again")), commit(edit).get(list, 0));
    }

    @Test
    void incrementsLeaveOthersValuesAlone() {
        OpId counter = base.winner(ObjectId.ROOT, "count").orElseThrow();
        Doc one = commit(base.edit(A).increment(ObjectId.ROOT, "count", counter, 4));
        Doc two = commit(base.edit(B).put(ObjectId.ROOT, "count", "none"));
        Doc both = one.merge(two);

        Doc after = commit(both.edit(A).increment(ObjectId.ROOT, "count", counter, 4).put(ObjectId.ROOT, "other", 1));

        assertEquals(both.getAll(ObjectId.ROOT, "count"), after.getAll(ObjectId.ROOT, "count"));
        assertTrue(one.deleters(ObjectId.ROOT, "count", counter).isEmpty());
    }
}
