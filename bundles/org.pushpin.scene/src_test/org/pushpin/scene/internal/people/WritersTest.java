// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Color;
import org.pushpin.content.Rect;
import org.pushpin.crdt.Cursor;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Presence;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Person;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.fixture.FakeHandle;
import org.pushpin.scene.internal.fixture.FakePresence;
import org.pushpin.scene.internal.fixture.Theatre;

/** Two people in the text of one card, each with a replica of their own. */
final class WritersTest {

    private static final String TEXT = "one two three";

    private final Theatre ann = new Theatre();
    private final Theatre ben = new Theatre();
    private final DocumentUrl note;

    WritersTest() {
        ann.repo.presence = new FakePresence(1);
        ben.repo.presence = new FakePresence(2);
        ann.repo.presence.connect(ben.repo.presence);
        note = ann.pin("a", TEXT, 100, 100, 300, 200);
        ben.repo.arrive(note, edit -> { }).merge(handle(ann).current());
        ben.pin("a", note, 100, 100, 300, 200);
        ann.open();
        ben.open();
        ann.stage.personName("Ann Lee");
        ann.doubleClick(120, 110);
        settle();
    }

    @AfterEach
    void close() {
        ann.close();
        ben.close();
    }

    private FakeHandle handle(Theatre of) {
        return of.repo.handle(note);
    }

    /** Both have what the other has written. */
    private void sync() {
        handle(ben).merge(handle(ann).current());
        handle(ann).merge(handle(ben).current());
        settle();
    }

    private void settle() {
        for (int i = 0; i < 3; i++) {
            for (Theatre one : List.of(ann, ben)) {
                one.settle();
                one.pass(Duration.ofMillis(20));
            }
        }
    }

    private Color color() {
        return ben.stage.people().stream().map(Person::color).findFirst().orElseThrow();
    }

    /** Where Ben sees Ann's caret. */
    private Optional<Rect> caret() {
        return ben.stage.frame().marks().stream().filter(Mark.Fill.class::isInstance).map(Mark.Fill.class::cast)
                .filter(fill -> fill.color().equals(color())).map(fill -> fill.areas().getFirst()).findFirst();
    }

    private List<Rect> selected() {
        return ben.stage.frame().marks().stream().filter(Mark.Fill.class::isInstance).map(Mark.Fill.class::cast)
                .filter(fill -> fill.color().equals(color().withOpacity(0.22))).findFirst().map(Mark.Fill::areas).orElse(List.of());
    }

    private boolean named() {
        return ben.stage.frame().overlay().stream().anyMatch(sprite -> sprite.key().startsWith("writing/"));
    }

    /** Ann's own caret: both look at the same place, so it is where Ben sees it. */
    private void assertSameCaret() {
        Rect own = ann.stage.caret().orElseThrow();
        Rect seen = caret().orElseThrow(() -> new AssertionError("no caret is shown"));
        assertEquals(own.x(), seen.x() + 1, 1.1);
        assertEquals(own.y(), seen.y(), 0.01);
        assertEquals(own.height(), seen.height(), 0.01);
    }

    @Test
    void aCaretIsWhereItsPersonHasIt() {
        assertSameCaret();
        ann.key("Home");
        settle();
        assertSameCaret();
        for (int i = 0; i < 4; i++) ann.key("Right");
        settle();
        assertSameCaret();
        assertTrue(selected().isEmpty());
    }

    @Test
    void aSelectionIsMarkedAndItsNameLeaves() {
        ann.key("Home");
        for (int i = 0; i < 3; i++) ann.key("Shift+Right");
        settle();
        assertEquals(1, selected().size());
        assertTrue(selected().getFirst().width() > 10);
        assertTrue(named());
        ben.pass(Duration.ofSeconds(4));
        assertFalse(named());
        assertSameCaret();
        ann.key("Right");
        settle();
        assertTrue(selected().isEmpty());
        assertTrue(named());
    }

    @Test
    void aCaretFollowsWhatOthersWrite() {
        Rect before = caret().orElseThrow();
        Random random = new Random(4);
        for (int i = 0; i < 30; i++) {
            int length = handle(ben).current().length(text());
            int at = random.nextInt(length + 1);
            int delete = random.nextInt(3) == 0 ? Math.min(2, length - at) : 0;
            String insert = delete > 0 ? "" : "xy ".substring(0, 1 + random.nextInt(3));
            handle(ben).change(null, edit -> edit.splice(text(), at, delete, insert));
            if (random.nextBoolean()) ann.key("Left");
            if (random.nextInt(3) == 0) ann.stage.text("k");
            sync();
            assertSameCaret();
        }
        assertTrue(caret().orElseThrow().x() != before.x() || caret().orElseThrow().y() != before.y());
    }

    private ObjectId text() {
        return org.pushpin.scene.internal.fixture.Types.text(handle(ben).current());
    }

    @Test
    void aCaretThatStandsAtWhatHasNotArrivedWaitsForIt() {
        ann.stage.text("!");
        settle();
        assertTrue(caret().isEmpty());
        sync();
        assertSameCaret();
    }

    @Test
    void itLeavesWithTheEdit() {
        ann.key("Esc");
        settle();
        assertTrue(caret().isEmpty());
        assertTrue(ann.repo.presence.says(ann.board.id()).getOrDefault(Said.WRITING, Bytes.EMPTY).isEmpty());
    }

    @Test
    void whatIsSaidIsBoundedAndAnythingElseIsNothing() {
        Core.Writing here = new Core.Writing("a", text(), Cursor.START, handle(ann).current().cursor(text(), 3, Cursor.Move.BEFORE));
        Bytes value = Said.writing(Optional.of(here));
        assertTrue(value.length() < Presence.MAX_VALUE / 4);
        assertEquals(Optional.of(here), Said.writing(value));
        assertEquals(Optional.empty(), Said.writing(Bytes.EMPTY));
        assertTrue(Said.writing(Optional.of(new Core.Writing("k".repeat(300), text(), Cursor.START, Cursor.START))).isEmpty());
        Random random = new Random(9);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = value.toByteArray();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Bytes cut = Bytes.of(bytes).slice(0, random.nextInt(bytes.length + 1));
            ann.repo.presence.hear(ann.board.id(), ben.repo.presence.device(), java.util.Map.of(Said.WRITING, cut));
            Said.writing(cut).ifPresent(read -> assertTrue(read.item().length() < 256));
        }
        settle();
        ann.stage.frame();
    }

    @Test
    void aCardThatIsNotHereOrHasNoTextShowsNothing() {
        for (Core.Writing lie : List.of(new Core.Writing("nowhere", text(), Cursor.START, Cursor.START),
                new Core.Writing("a", ObjectId.ROOT, Cursor.START, Cursor.END))) {
            ben.repo.presence.hear(ben.board.id(), ann.repo.presence.device(), java.util.Map.of(Said.WRITING, Said.writing(Optional.of(lie))));
            settle();
            assertTrue(ben.stage.frame().marks().stream().noneMatch(mark -> mark instanceof Mark.Fill fill && fill.color().equals(color())));
        }
    }
}
