// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

final class FieldsTest {

    private static final ActorId A = ActorId.parse("aa");
    private static final ActorId B = ActorId.parse("bb");

    @Test
    void wrongTypesReadAsAbsent() {
        Doc doc = change(Doc.empty(), A, edit -> {
            edit.put(ObjectId.ROOT, "nan", Double.NaN);
            edit.put(ObjectId.ROOT, "infinite", Double.POSITIVE_INFINITY);
            edit.put(ObjectId.ROOT, "huge", new Scalar.Uint(-1));
            edit.put(ObjectId.ROOT, "word", "seven");
            edit.put(ObjectId.ROOT, "time", new Scalar.Timestamp(5));
            edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        });
        Fields root = Fields.root(doc);

        for (String key : new String[] {"nan", "infinite", "word", "time", "list", "none"}) {
            assertEquals(OptionalDouble.empty(), root.number(key), key);
            assertEquals(OptionalLong.empty(), root.whole(key), key);
            assertFalse(root.isTrue(key), key);
            assertEquals(Optional.empty(), root.map(key), key);
        }
        assertEquals(OptionalDouble.of(0x1p64), root.number("huge"));
        assertEquals(OptionalLong.empty(), root.whole("huge"));
        assertEquals("", root.string("list"));
    }

    @Test
    void numbersOfEveryKindAreNumbers() {
        Doc doc = change(Doc.empty(), A, edit -> {
            edit.put(ObjectId.ROOT, "f", 1.5);
            edit.put(ObjectId.ROOT, "i", -3);
            edit.put(ObjectId.ROOT, "c", new Scalar.Counter(4));
            edit.put(ObjectId.ROOT, "t", true);
        });
        Fields root = Fields.root(doc);

        assertEquals(1.5, root.number("f").orElseThrow());
        assertEquals(-3, root.number("i").orElseThrow());
        assertEquals(4, root.whole("c").orElseThrow());
        assertTrue(root.isTrue("t"));
    }

    @Test
    void renamesMergeByCharacter() throws Exception {
        Doc base = change(Doc.empty(), A, edit -> Fields.write(edit, ObjectId.ROOT, "title", "field trip"));

        Doc left = change(base, A, edit -> Fields.write(edit, ObjectId.ROOT, "title", "Field trip"));
        Doc right = change(base, B, edit -> Fields.write(edit, ObjectId.ROOT, "title", "field trip 2026"));

        assertEquals("Field trip 2026", Fields.root(left.merge(right)).string("title"));
    }

    @Test
    void writingTheSameIsNoChange() {
        Doc base = change(Doc.empty(), A, edit -> Fields.write(edit, ObjectId.ROOT, "title", "x"));
        Edit edit = base.edit(A);
        Fields.write(edit, ObjectId.ROOT, "title", "x");
        assertTrue(edit.isEmpty());
    }

    @Test
    void stringBecomesAText() {
        Doc base = change(Doc.empty(), A, edit -> edit.put(ObjectId.ROOT, "title", "old"));
        Doc doc = change(base, A, edit -> Fields.write(edit, ObjectId.ROOT, "title", "new"));
        assertTrue(Fields.root(doc).object("title", ObjectType.TEXT).isPresent());
        assertEquals("new", Fields.root(doc).string("title"));
    }

    @Test
    void anyTextCanBecomeAnyOther() {
        Random random = new Random(7);
        Doc doc = Doc.empty();
        for (int i = 0; i < 200; i++) {
            String text = random(random);
            doc = write(doc, text);
            assertEquals(text, Fields.root(doc).string("title"));
        }
    }

    private static Doc write(Doc doc, String text) {
        Edit edit = doc.edit(A);
        Fields.write(edit, ObjectId.ROOT, "title", text);
        return edit.commit(null, Instant.EPOCH).map(commit -> commit.document()).orElse(doc);
    }

    private static String random(Random random) {
        String[] letters = {"a", "b", "😀", "😁", "🤀", "é", "\n"};
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) text.append(letters[random.nextInt(letters.length)]);
        return text.toString();
    }

    @Test
    void spliceIsCutToTheText() {
        Doc base = change(Doc.empty(), A, edit -> Fields.write(edit, ObjectId.ROOT, "text", "abc"));
        ObjectId text = Fields.root(base).object("text", ObjectType.TEXT).orElseThrow();

        Doc doc = change(base, A, edit -> Fields.splice(edit, new Intent.Splice(text, 2, 99, "d")));
        doc = change(doc, A, edit -> Fields.splice(edit, new Intent.Splice(text, 99, -5, "e")));
        doc = change(doc, A, edit -> Fields.splice(edit, new Intent.Splice(text, Integer.MIN_VALUE, 1, "A")));

        assertEquals("Abde", doc.text(text));
    }

    @Test
    void spliceOfWhatIsNoTextIsIgnored() {
        Edit edit = Doc.empty().edit(A);
        Fields.splice(edit, new Intent.Splice(ObjectId.ROOT, 0, 0, "x"));
        Fields.splice(edit, new Intent.Splice(ObjectId.parse("9@ff"), 0, 0, "x"));
        assertTrue(edit.isEmpty());
    }

    private static Doc change(Doc doc, ActorId actor, Consumer<Edit> write) {
        Edit edit = doc.edit(actor);
        write.accept(edit);
        return edit.commit(null, Instant.EPOCH).orElseThrow().document();
    }
}
