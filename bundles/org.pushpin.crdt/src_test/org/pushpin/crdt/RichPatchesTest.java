// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RichPatchesTest {
    private static final ActorId A = ActorId.of(new byte[] {1});
    private static final ActorId B = ActorId.of(new byte[] {2});
    private static final Scalar TRUE = Scalar.of(true);
    private static final Map<String, Scalar> BOLD = Map.of("bold", TRUE);

    private static Doc edited(Doc doc, ActorId actor, Consumer<Edit> edits) {
        Edit edit = doc.edit(actor);
        edits.accept(edit);
        return edit.commit(null, Instant.EPOCH).orElseThrow().document();
    }

    private static Doc text(String characters) {
        return edited(Doc.empty(), A, edit -> edit.splice(edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT), 0, 0, characters));
    }

    private static ObjectId id(Read doc) {
        return ((ObjectValue) doc.get(ObjectId.ROOT, "text").orElseThrow()).id();
    }

    @Test
    void aMarkIsToldAndTakenBack() {
        Doc before = text("hello");
        ObjectId text = id(before);
        Doc after = edited(before, A, edit -> edit.mark(text, 1, 3, ExpandMark.AFTER, "bold", TRUE));

        assertEquals(List.of(new Patch.Mark(text, List.of(new Mark(1, 3, "bold", TRUE)))), before.diff(after));
        assertEquals(List.of(new Patch.Mark(text, List.of(new Mark(1, 3, "bold", Scalar.NULL)))), after.diff(before));
    }

    @Test
    void onlyWhatChangesIsTold() {
        Doc before = edited(text("hello world"), A, edit -> edit.mark(id(edit), 2, 4, ExpandMark.NONE, "bold", TRUE));
        ObjectId text = id(before);
        Doc after = edited(before, A, edit -> edit.mark(text, 0, 6, ExpandMark.NONE, "bold", TRUE).mark(text, 3, 8, ExpandMark.NONE, "em", TRUE));

        assertEquals(List.of(new Patch.Mark(text, List.of(new Mark(0, 2, "bold", TRUE), new Mark(3, 8, "em", TRUE), new Mark(4, 6, "bold", TRUE)))),
                before.diff(after));
    }

    @Test
    void newTextCarriesItsMarks() {
        Doc before = edited(text("hello"), A, edit -> edit.mark(id(edit), 1, 3, ExpandMark.AFTER, "bold", TRUE));
        ObjectId text = id(before);

        assertEquals(List.of(new Patch.SpliceText(text, 3, 0, "x", BOLD)), before.diff(edited(before, A, edit -> edit.splice(text, 3, 0, "x"))));
        assertEquals(List.of(new Patch.SpliceText(text, 1, 0, "x")), before.diff(edited(before, A, edit -> edit.splice(text, 1, 0, "x"))));
        assertEquals(List.of(new Patch.SpliceText(text, 2, 1, "")), before.diff(edited(before, A, edit -> edit.splice(text, 2, 1, ""))));
    }

    @Test
    void anObjectComesAsItsContent() {
        Doc doc = edited(text("ab"), A, edit -> edit.mark(id(edit), 1, 2, ExpandMark.NONE, "bold", TRUE));
        ObjectId text = id(doc);

        assertEquals(List.of(new Patch.PutMap(ObjectId.ROOT, "text", new ObjectValue(text, ObjectType.TEXT)),
                new Patch.SpliceText(text, 0, 0, "a"), new Patch.SpliceText(text, 1, 0, "b", BOLD)), Doc.empty().diff(doc));
    }

    @Test
    void conflictsAreTold() {
        Doc base = edited(Doc.empty(), A, edit -> {
            ObjectId list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
            edit.insert(list, 0, Scalar.of(0)).put(ObjectId.ROOT, "k", 0);
        });
        ObjectId list = ((ObjectValue) base.get(ObjectId.ROOT, "list").orElseThrow()).id();
        Doc one = edited(base, A, edit -> edit.put(ObjectId.ROOT, "k", 1).put(list, 0, Scalar.of(1)));
        Doc other = edited(base, B, edit -> edit.put(ObjectId.ROOT, "k", 2).put(list, 0, Scalar.of(2)));
        Doc both = one.merge(other);

        assertEquals(List.of(new Patch.PutMap(ObjectId.ROOT, "k", Scalar.of(2), true), new Patch.PutSeq(list, 0, Scalar.of(2), true)), one.diff(both));
        assertEquals(List.of(new Patch.Conflict(ObjectId.ROOT, "k", -1, true), new Patch.Conflict(list, null, 0, true)), other.diff(both));
        assertEquals(List.of(new Patch.Conflict(ObjectId.ROOT, "k", -1, false), new Patch.Conflict(list, null, 0, false)), both.diff(other));
    }

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 25));
    }

    /** Three replicas mark, split and write one text; the differences of any two versions lead a mirror from one to the other. */
    @ParameterizedTest
    @MethodSource("seeds")
    void patchesLeadFromAnyVersionToAnyOther(long seed) {
        Random random = new Random(seed);
        Doc base = text("the quick brown fox");
        ObjectId text = id(base);
        List<Doc> docs = new ArrayList<>(List.of(base, base, base));
        List<Doc> all = new ArrayList<>(List.of(Doc.empty(), base));
        for (int round = 0; round < 40; round++) {
            int i = random.nextInt(3);
            docs.set(i, random.nextInt(4) == 0 ? docs.get(i).merge(docs.get(random.nextInt(3)))
                    : edited(docs.get(i), ActorId.of(new byte[] {(byte) (i + 5)}), edit -> write(edit, text, random)));
            all.add(docs.get(i));
        }
        all.add(docs.get(0).merge(docs.get(1)).merge(docs.get(2)));
        assertEquals(docs.get(2).merge(docs.get(0).merge(docs.get(1))).spans(text), all.getLast().spans(text));
        for (int n = 0; n < 30; n++) {
            Doc from = all.get(random.nextInt(all.size()));
            Doc to = n == 0 ? all.getLast() : all.get(random.nextInt(all.size()));
            Mirror mirror = new Mirror();
            Doc.empty().diff(from).forEach(mirror::apply);
            assertEquals(RandomEdits.tree(from), mirror.tree());
            from.diff(to).forEach(mirror::apply);
            assertEquals(RandomEdits.tree(to), mirror.tree());
        }
    }

    private static void write(Edit edit, ObjectId text, Random random) {
        edit.put(ObjectId.ROOT, "n", random.nextInt());
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int length = edit.length(text);
            int from = random.nextInt(length + 1);
            int to = from + random.nextInt(Math.min(8, length - from) + 1);
            ExpandMark expand = ExpandMark.values()[random.nextInt(4)];
            switch (random.nextInt(8)) {
                case 0 -> edit.splitBlock(text, from);
                case 1 -> edit.unmark(text, from, to, expand, "bold");
                case 2, 3 -> edit.mark(text, from, to, expand, random.nextBoolean() ? "bold" : "em", Scalar.of(random.nextInt(2)));
                case 4 -> edit.splice(text, from, to - from, "");
                case 5 -> edit.insert(text, from, Scalar.of("several 😀"));
                default -> edit.splice(text, from, Math.min(2, to - from), random.nextBoolean() ? "x" : "lo😀ng");
            }
        }
    }
}
