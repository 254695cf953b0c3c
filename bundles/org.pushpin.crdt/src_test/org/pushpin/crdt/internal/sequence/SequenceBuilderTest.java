// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.tree.Shape;

final class SequenceBuilderTest {
    private static final Shape TINY = new Shape(4, 16, 4);

    static Sequence rebuilt(SequenceView view, Authors authors, Shape shape) {
        SequenceBuilder builder = new SequenceBuilder(view.isText(), authors, shape);
        Runs runs = view.runs();
        while (runs.next()) {
            if (runs.register() != null) {
                builder.element(runs.element(), runs.reference(), runs.register());
            } else {
                builder.run(runs.element(), runs.length(), runs.reference(), runs.deleter(), runs.stride(), runs.utf8(), runs.utf8Offset(),
                        runs.utf8Length());
            }
        }
        return builder.build();
    }

    @Test
    void rebuildsWhatWasEdited() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            boolean text = seed % 2 == 0;
            Authors authors = Authors.NONE.with(ActorId.of(new byte[] {1}), null).with(ActorId.of(new byte[] {0}), null);
            Replica first = new Replica(text, 0, authors, TINY, random);
            for (int i = 0; i < 60; i++) {
                first.edit();
            }
            Sequence built = rebuilt(first.editor, authors, seed % 3 == 0 ? Shape.USUAL : TINY);
            TreeCheck check = new TreeCheck(built, authors, built.shape);
            check.rules();
            check.equalTo(first.model);
            Replica other = new Replica(first, 1, built);
            for (int i = 0; i < 30; i++) {
                other.edit();
                new TreeCheck(other.editor, authors, built.shape).rules();
                new TreeCheck(other.editor, authors, built.shape).equalTo(other.model);
            }
            check.equalTo(first.model);
        }
    }

    @Test
    void refusesAnElementTwice() {
        SequenceBuilder builder = new SequenceBuilder(true, Authors.NONE.with(ActorId.parse("aa"), null));
        byte[] utf8 = "abc".getBytes(StandardCharsets.US_ASCII);
        builder.run(Ids.of(1, 0), 3, 0, 0, 1, utf8, 0, 3);
        builder.run(Ids.of(3, 0), 1, Ids.of(3, 0), 0, 1, utf8, 0, 1);
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @Test
    void aLongPasteBecomesSeveralLeaves() {
        Authors authors = Authors.NONE.with(ActorId.parse("aa"), null);
        String paste = "漢字 and more. ".repeat(2_000);
        SequenceEditor editor = Sequence.empty(true).edit(authors);
        editor.insertText(0, Ids.of(1, 0), "before after");
        editor.insertText(Ids.of(6, 0), Ids.of(20, 0), paste);
        new TreeCheck(editor, authors, Shape.USUAL).rules();
        assertEquals("before" + paste + " after", editor.text());
        Sequence built = rebuilt(editor, authors, Shape.USUAL);
        new TreeCheck(built, authors, Shape.USUAL).rules();
        assertEquals(editor.text(), built.text());
        editor.deleteRange(3, paste.length() + 3, Ids.of(100_000, 0), (element, count, stride) -> assertEquals(1, stride));
        assertEquals("bef after", editor.text());
        editor.remove(Ids.of(20, 0), paste.length());
        new TreeCheck(editor, authors, Shape.USUAL).rules();
        assertEquals(Register.empty(), editor.ops(Ids.of(20, 0)));
        assertEquals("bef after", editor.text());
    }
}
