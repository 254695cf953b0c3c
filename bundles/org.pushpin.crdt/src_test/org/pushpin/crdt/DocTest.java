// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class DocTest {
    private static final ActorId A = ActorId.parse("aa");
    private static final ActorId B = ActorId.parse("bb");
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private static Doc commit(Edit edit) {
        return edit.commit(null, NOW).orElseThrow().document();
    }

    @Test
    void anEmptyDocumentHasNothing() {
        Doc doc = Doc.empty();

        assertEquals(List.of(), doc.heads());
        assertEquals(List.of(), doc.keys(ObjectId.ROOT));
        assertEquals(Optional.empty(), doc.get(ObjectId.ROOT, "x"));
        assertEquals(Optional.of(ObjectType.MAP), doc.type(ObjectId.ROOT));
    }

    @Test
    void anEditSeesItsOwnWritesAndTheSnapshotDoesNot() {
        Doc doc = Doc.empty();
        Edit edit = doc.edit(A);
        ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
        edit.splice(text, 0, 0, "hello").splice(text, 5, 0, " world").splice(text, 0, 1, "J");

        assertEquals("Jello world", edit.text(text));
        assertEquals(Optional.empty(), doc.get(ObjectId.ROOT, "text"));
        assertEquals("Jello world", commit(edit).text(text));
    }

    @Test
    void anEmptyEditMakesNoChange() {
        assertEquals(Optional.empty(), Doc.empty().edit(A).commit("nothing", NOW));
    }

    @Test
    void concurrentPutsConflictAndTheGreaterIdWins() {
        Doc a = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "k", "a"));
        Doc b = commit(Doc.empty().edit(B).put(ObjectId.ROOT, "k", "b"));

        Doc both = a.merge(b);

        assertEquals(List.of(Scalar.of("a"), Scalar.of("b")), both.getAll(ObjectId.ROOT, "k"));
        assertEquals(Optional.of(Scalar.of("b")), both.get(ObjectId.ROOT, "k"));
        assertEquals(2, both.heads().size());
        assertEquals(both.heads(), b.merge(a).heads());
    }

    @Test
    void aPutWinsOverAConcurrentDelete() {
        Doc base = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "k", 1));
        Doc deleted = commit(base.edit(A).delete(ObjectId.ROOT, "k"));
        Doc put = commit(base.edit(B).put(ObjectId.ROOT, "k", 2));

        assertEquals(Optional.of(Scalar.of(2)), deleted.merge(put).get(ObjectId.ROOT, "k"));
        assertEquals(List.of(), deleted.keys(ObjectId.ROOT));
    }

    @Test
    void concurrentIncrementsAddUp() {
        Doc base = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "n", new Scalar.Counter(1)));
        Doc a = commit(base.edit(A).increment(ObjectId.ROOT, "n", 5));
        Doc b = commit(base.edit(B).increment(ObjectId.ROOT, "n", 7));

        assertEquals(Optional.of(new Scalar.Counter(13)), a.merge(b).get(ObjectId.ROOT, "n"));
    }

    @Test
    void onlyACounterCanBeIncremented() {
        Doc doc = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "n", 1));
        Edit edit = doc.edit(A);

        assertThrows(IllegalArgumentException.class, () -> edit.increment(ObjectId.ROOT, "n", 5));
        assertTrue(edit.isEmpty());
    }

    @Test
    void textIndexesAreUtf16UnitsAndSurrogatePairsStayWhole() {
        Edit edit = Doc.empty().edit(A);
        ObjectId text = edit.putObject(ObjectId.ROOT, "t", ObjectType.TEXT);
        edit.splice(text, 0, 0, "a😀b");

        assertEquals(4, edit.length(text));
        assertEquals(Optional.of(Scalar.of("😀")), edit.get(text, 2));
        edit.splice(text, 2, 1, "x");
        assertEquals("axb", edit.text(text));
        edit.splice(text, 0, 0, "\ud800");
        assertEquals("\ufffdaxb", edit.text(text));
    }

    @Test
    void cursorsSurviveEdits() {
        Edit edit = Doc.empty().edit(A);
        ObjectId text = edit.putObject(ObjectId.ROOT, "t", ObjectType.TEXT);
        Doc doc = commit(edit.splice(text, 0, 0, "hello"));
        OpId l = doc.elementAt(text, 2);

        Doc later = commit(doc.edit(A).splice(text, 0, 0, "ab").splice(text, 4, 1, ""));

        assertEquals(2, doc.indexOf(text, l).getAsInt());
        assertTrue(later.indexOf(text, l).isEmpty());
        assertEquals(4, later.positionAfter(text, l));
        assertEquals("abhelo", later.text(text));
    }

    @Test
    void aChangeWaitsForItsDependencies() throws MalformedException {
        Doc one = commit(Doc.empty().edit(A).put(ObjectId.ROOT, "a", 1));
        Doc two = commit(one.edit(A).put(ObjectId.ROOT, "b", 2));
        Change first = two.changes().getFirst();
        Change second = two.changes().getLast();

        Doc waiting = Doc.empty().apply(List.of(second));
        assertEquals(List.of(first.hash()), waiting.missingDependencies());
        assertEquals(List.of(), waiting.keys(ObjectId.ROOT));

        Doc whole = waiting.apply(List.of(first));
        assertEquals(two.heads(), whole.heads());
        assertEquals(List.of("a", "b"), whole.keys(ObjectId.ROOT));
        assertEquals(List.of(), whole.missingDependencies());
        assertEquals(2, whole.sequence(A));
    }

    @Test
    void changesSurviveTheirBytes() throws MalformedException {
        Edit edit = Doc.empty().edit(A);
        ObjectId list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        edit.insert(list, 0, Scalar.of(1)).insert(list, 1, Scalar.of("x".repeat(1000))).insert(list, 1, Scalar.NULL);
        edit.delete(list, 0).put(list, 0, Scalar.of(1.5));
        Commit commit = edit.commit("message", NOW).orElseThrow();

        List<Change> parsed = Change.parse(commit.change().toByteArray());
        Doc read = Doc.empty().apply(parsed);

        assertEquals(List.of(commit.change()), parsed);
        assertTrue(parsed.getFirst().chunk().isCanonical());
        assertEquals(Optional.of("message"), parsed.getFirst().message());
        assertEquals(commit.document().heads(), read.heads());
        assertEquals(Optional.of(Scalar.of(1.5)), read.get(list, 0));
        assertEquals(2, read.length(list));
    }

    @Test
    void diffOfTextIsASplice() {
        Edit edit = Doc.empty().edit(A);
        ObjectId text = edit.putObject(ObjectId.ROOT, "t", ObjectType.TEXT);
        Doc doc = commit(edit.splice(text, 0, 0, "hello"));
        Doc later = commit(doc.edit(B).splice(text, 1, 3, "ipp"));

        assertEquals(List.of(new Patch.SpliceText(text, 1, 3, "ipp")), doc.diff(later));
        assertEquals(List.of(new Patch.SpliceText(text, 1, 3, "ell")), later.diff(doc));
        assertEquals(List.of(), doc.diff(doc));
    }

    /** The example of the package page. */
    @Test
    void twoMinutesAreEnough() throws MalformedException {
        ActorId me = ActorId.random();
        Edit edit = Doc.empty().edit(me);
        ObjectId note = edit.putObject(ObjectId.ROOT, "note", ObjectType.TEXT);
        edit.put(ObjectId.ROOT, "title", "Shopping").splice(note, 0, 0, "milk, bread");
        Commit first = edit.commit("begin", Instant.now()).orElseThrow();
        Doc mine = first.document();

        Doc yours = Doc.load(mine.save());
        yours = yours.edit(ActorId.random()).splice(note, 0, 4, "oat milk").commit(null, Instant.now()).orElseThrow().document();
        mine = mine.edit(me).splice(note, 11, 0, ", salt").commit(null, Instant.now()).orElseThrow().document();
        Doc both = mine.merge(yours);

        assertEquals("oat milk, bread, salt", both.text(note));
        assertEquals("oat milk, bread, salt", yours.merge(mine).text(note));
        assertEquals(1, mine.diff(both).size());
        assertEquals("milk, bread", both.at(List.of(first.change().hash())).text(note));
        assertEquals(new Stats(3, 0, 31, 2, 2), both.stats());
    }

    @Test
    void anEmptyChangeTellsWhatItsActorKnows() throws MalformedException {
        ActorId me = ActorId.random();
        Doc doc = Doc.empty().edit(me).put(ObjectId.ROOT, "k", 1).commit(null, Instant.EPOCH).orElseThrow().document();

        Commit seen = doc.edit(ActorId.random()).commitEmpty("seen", Instant.EPOCH);

        assertEquals(0, seen.change().opCount());
        assertEquals(doc.heads(), seen.change().deps());
        assertEquals(List.of(seen.change().hash()), seen.document().heads());
        assertEquals(seen.document().heads(), Doc.load(seen.document().save()).heads());
        assertEquals(seen.document().heads(), doc.apply(Change.parse(seen.change().toByteArray())).heads());
        assertEquals(2, seen.document().edit(me).put(ObjectId.ROOT, "k", 2).commit(null, Instant.EPOCH).orElseThrow().change().startOp());
    }
}
