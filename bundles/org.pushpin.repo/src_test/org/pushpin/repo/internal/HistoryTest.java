// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Content;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ExpandMark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Patch;
import org.pushpin.crdt.Scalar;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.DocumentHistory;
import org.pushpin.repo.DocumentHistory.Entry;
import org.pushpin.repo.DocumentHistory.Page;

/** History of a document: edits, states, differences, and restoring. */
class HistoryTest {

    private final Rig rig = new Rig(5);
    private final DocHandle handle = rig.text("one");

    private static List<Entry> all(DocumentHistory history, int limit) {
        List<Entry> entries = new ArrayList<>();
        for (Page page = history.page(history.size(), limit);; page = history.page(page.next(), limit)) {
            entries.addAll(page.entries());
            if (page.next() == 0) {
                return entries;
            }
        }
    }

    private void type(String text) {
        for (char character : text.toCharArray()) {
            Rig.type(handle, Rig.textOf(handle.current()).length(), 0, String.valueOf(character));
            rig.scheduler.run(Duration.ofSeconds(1));
        }
    }

    @Test
    void writingInOneGoIsOneEdit() {
        rig.scheduler.run(Duration.ofMinutes(2));
        type(" two");
        rig.scheduler.run(Duration.ofMinutes(2));
        type(" three");
        handle.change("paint", edit -> edit.put(ObjectId.ROOT, "colour", "red"));
        rig.settle();

        List<Entry> entries = all(handle.history(), 10);

        assertEquals(List.of(1, 6, 4, 1), entries.stream().map(Entry::changes).toList());
        assertEquals(Optional.of("paint"), entries.get(0).message());
        assertEquals(Optional.of(Rig.textId(handle.current())), entries.get(1).object());
        assertEquals("one two three", Rig.textOf(handle.history().after(entries.get(1))));
        assertEquals("one two", Rig.textOf(handle.history().before(entries.get(1))));
        assertEquals(List.of(new Patch.SpliceText(Rig.textId(handle.current()), 7, 0, " three")),
                handle.history().changes(entries.get(1)));
        assertEquals(Duration.ofSeconds(5), Duration.between(entries.get(1).from(), entries.get(1).to()));
        for (int limit = 1; limit < 4; limit++) {
            assertEquals(entries, all(handle.history(), limit));
        }
    }

    @Test
    void anEditIsKnownByItsDeviceHereAndThere() {
        Rig other = new Rig(6);
        rig.settle();
        other.adopt(rig, handle);
        rig.sendTo(other, handle.id());
        DocHandle there = other.local(handle.id());
        rig.scheduler.run(Duration.ofMinutes(2));
        type("!");
        Rig.type(there, 0, 0, "?");
        other.settle();
        rig.sendTo(other, handle.id());
        other.sendTo(rig, handle.id());

        List<Entry> here = all(handle.history(), 10);

        assertEquals(3, here.size());
        assertTrue(here.stream().allMatch(entry -> entry.device().isPresent()));
        assertEquals(2, here.stream().map(Entry::device).distinct().count());
        Map<ActorId, Optional<?>> devices = Map.of(here.get(0).author(), here.get(0).device(), here.get(1).author(), here.get(1).device());
        all(there.history(), 10).forEach(entry -> assertEquals(devices.get(entry.author()), entry.device()));
        rig.restart();
        assertEquals(here.size(), all(rig.local(handle.id()).history(), 10).stream().filter(entry -> entry.device().isPresent()).count());
    }

    @Test
    void othersInBetweenPartNoEdit() {
        Doc doc = Doc.empty();
        ActorId[] actors = {ActorId.of(new byte[] {1}), ActorId.of(new byte[] {2})};
        ObjectId[] texts = new ObjectId[2];
        for (int i = 0; i < 2; i++) {
            Edit edit = doc.edit(actors[i]);
            texts[i] = edit.putObject(ObjectId.ROOT, "text" + i, ObjectType.TEXT);
            doc = edit.commit(null, Instant.ofEpochSecond(10)).orElseThrow().document();
        }
        for (int i = 0; i < 40; i++) {
            Edit edit = doc.edit(actors[i % 2]);
            edit.splice(texts[i % 2], 0, 0, "a");
            doc = edit.commit(null, Instant.ofEpochSecond(100 + i)).orElseThrow().document();
        }

        List<Entry> entries = all(new DocumentHistory(doc, Map.of()), 2);

        assertEquals(List.of(20, 20, 1, 1), entries.stream().map(Entry::changes).toList());
        assertEquals(0, new DocumentHistory(doc, Map.of()).before(entries.get(1)).length(texts[0]));
    }

    @Test
    void aLongHistoryIsPagedWithoutMakingItsChanges() {
        Edit edit = Doc.empty().edit(ActorId.of(new byte[] {1}));
        ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
        for (int i = 0; i < 260_000; i++) {
            edit.splice(text, i, 0, "a");
            edit.seal(null, Instant.ofEpochSecond(i / 100));
        }
        DocumentHistory history = new DocumentHistory(edit.snapshot(), Map.of());
        history.page(history.size(), 1);
        long before = Allocation.ofThisThread();

        Page page = history.page(history.size(), 2);

        long allocated = Allocation.ofThisThread() - before;
        assertEquals(List.of(20_000, 60_000), page.entries().stream().map(Entry::changes).toList());
        assertTrue(allocated < 64L << 20, "allocated " + allocated);
    }

    @Test
    void anEarlierStateCanBeReadAndNotChanged() {
        List<ChangeHash> heads = handle.current().heads();
        type(" two");

        DocHandle past = handle.at(heads);

        assertTrue(past.isReadOnly());
        assertFalse(handle.isReadOnly());
        assertEquals("one", Rig.textOf(past.current()));
        assertEquals(heads, past.current().heads());
        assertTrue(past.saved());
        assertFalse(past.canUndo() || past.undo() || past.redo());
        assertThrows(UnsupportedOperationException.class, () -> Rig.type(past, 0, 0, "x"));
        assertEquals("one two", Rig.textOf(handle.current()));
        assertEquals(1, past.history().size());
    }

    @Test
    void restoringIsOneNewChangeAndOneUndoStep() {
        List<ChangeHash> heads = handle.current().heads();
        ObjectId text = Rig.textId(handle.current());
        type(" two");
        handle.change(null, edit -> edit.put(ObjectId.ROOT, "colour", "red"));
        int changes = handle.history().size();

        handle.restore(heads, "restore");

        assertEquals("one", Rig.textOf(handle.current()));
        assertEquals(text, Rig.textId(handle.current()));
        assertTrue(handle.current().get(ObjectId.ROOT, "colour").isEmpty());
        assertEquals(changes + 1, handle.history().size());
        assertNotEquals(heads, handle.current().heads());
        assertTrue(handle.undo());
        assertEquals("one two", Rig.textOf(handle.current()));
        assertEquals(Optional.of(new Scalar.Str("red")), handle.current().get(ObjectId.ROOT, "colour"));
        rig.settle();
        rig.restart();
        assertEquals("one two", Rig.textOf(rig.local(handle.id()).current()));
    }

    /** Whatever happened in between: what shows afterwards is what showed then. */
    @Test
    void everyEarlierStateOfARandomDocumentCanBeRestored() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            DocHandle document = rig.repo.create(null, edit -> {
                edit.splice(edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT), 0, 0, "start");
                edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
                edit.put(ObjectId.ROOT, "count", new Scalar.Counter(1));
            });
            List<List<ChangeHash>> states = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                document.change(null, edit -> act(edit, random));
                states.add(document.current().heads());
            }
            for (List<ChangeHash> heads : states.subList(random.nextInt(10), 15)) {
                Doc past = document.current().at(heads);
                document.restore(heads, null);
                Doc now = document.current();
                assertEquals(past.content(ObjectId.ROOT), now.content(ObjectId.ROOT), "seed " + seed);
                for (String key : past.keys(ObjectId.ROOT)) {
                    spans(past, now, key, seed);
                }
            }
        }
    }

    private static void spans(Doc past, Doc now, String key, int seed) {
        if (past.get(ObjectId.ROOT, key).orElseThrow() instanceof org.pushpin.crdt.ObjectValue was && was.type() == ObjectType.TEXT) {
            var is = (org.pushpin.crdt.ObjectValue) now.get(ObjectId.ROOT, key).orElseThrow();
            assertEquals(past.marks(was.id()), now.marks(is.id()), "seed " + seed);
        }
    }

    private static void act(Edit edit, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> {
                edit.delete(ObjectId.ROOT, "text");
                edit.splice(edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT), 0, 0, "again " + random.nextInt(10));
            }
            case 1 -> edit.increment(ObjectId.ROOT, "count", 1 + random.nextInt(5));
            case 2 -> edit.update(list(edit), new Content.Elements(List.of(new Scalar.Int(random.nextInt(3)), new Scalar.Int(random.nextInt(3)),
                    new Content.Entries(Map.of("x", new Scalar.Int(random.nextInt(9)))))));
            case 3 -> edit.put(ObjectId.ROOT, "key" + random.nextInt(2), random.nextInt(100));
            case 4 -> edit.delete(ObjectId.ROOT, "key" + random.nextInt(2));
            case 5 -> {
                int length = edit.length(Rig.textId(edit));
                int from = random.nextInt(length + 1);
                edit.mark(Rig.textId(edit), from, from + random.nextInt(length - from + 1), ExpandMark.AFTER, "bold",
                        random.nextInt(3) == 0 ? Scalar.NULL : new Scalar.Bool(true));
            }
            case 6 -> edit.splitBlock(Rig.textId(edit), random.nextInt(edit.length(Rig.textId(edit)) + 1),
                    Map.of("type", (Content) new Scalar.Str("heading")));
            default -> {
                int length = edit.length(Rig.textId(edit));
                int from = random.nextInt(length + 1);
                edit.splice(Rig.textId(edit), from, random.nextInt(length - from + 1), "ab" + random.nextInt(10));
            }
        }
    }

    private static ObjectId list(Edit edit) {
        return ((org.pushpin.crdt.ObjectValue) edit.get(ObjectId.ROOT, "list").orElseThrow()).id();
    }
}
