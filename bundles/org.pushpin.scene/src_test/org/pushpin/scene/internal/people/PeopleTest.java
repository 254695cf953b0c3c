// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Command;
import org.pushpin.scene.Frame;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.Person;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.fixture.FakePresence;
import org.pushpin.scene.internal.fixture.Theatre;

/** Two people at the same board, each at a stage of their own. */
final class PeopleTest {
    private final Theatre ann = theatre(1);
    private final Theatre ben = theatre(2);

    PeopleTest() {
        ann.repo.presence.connect(ben.repo.presence);
        ann.open();
        ben.open();
        ann.stage.personName("Ann Lee");
        settle();
    }

    private static Theatre theatre(int device) {
        Theatre theatre = new Theatre();
        theatre.repo.presence = new FakePresence(device);
        theatre.pin("a", "one", 100, 100, 200, 100);
        theatre.pin("b", "two", 400, 100, 200, 100);
        theatre.pin("c", "three", 100, 400, 200, 100);
        return theatre;
    }

    @AfterEach
    void close() {
        ann.close();
        ben.close();
    }

    /** All that was said has been heard, and is painted. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            for (Theatre one : List.of(ann, ben)) {
                one.settle();
                one.pass(Duration.ofMillis(20));
            }
        }
    }

    private void point(Theatre who, double x, double y) {
        who.move(x, y);
        settle();
    }

    private static Optional<Sprite> pointer(Theatre on, Theatre of) {
        return on.stage.frame().overlay().stream()
                .filter(sprite -> sprite.key().equals("pointer/" + of.repo.presence.device())).findFirst();
    }

    private static List<Mark.Outline> outlines(Theatre on, Theatre of) {
        return on.stage.frame().marks().stream().filter(Mark.Outline.class::isInstance).map(Mark.Outline.class::cast)
                .filter(outline -> on.stage.people().stream().anyMatch(person -> person.id().equals(of.repo.presence.device().toString())
                        && person.color().equals(outline.color()))).toList();
    }

    private static Command command(Theatre on, String id) {
        return on.stage.commands().stream().flatMap(Command::flat).filter(command -> command.id().equals(id)).findFirst().orElseThrow();
    }

    private static String follow(Theatre whom) {
        return "follow:" + whom.repo.presence.device();
    }

    @Test
    void aPointerIsShownWhereItIsOnTheBoard() {
        ben.stage.wheel(0, 0, 50, 30, Modifiers.NONE);

        point(ann, 300, 200);

        Sprite shown = pointer(ben, ann).orElseThrow();
        assertEquals(300 - 50 - 2, shown.x());
        assertEquals(200 - 30 - 2, shown.y());
        assertTrue(pointer(ann, ben).isEmpty());
        assertEquals(List.of("Ann Lee"), ben.stage.people().stream().map(Person::name).toList());
        assertEquals("AL", ben.stage.people().getFirst().initials());
    }

    @Test
    void aPointerThatLeavesIsGoneAndThePersonIsStillHere() {
        point(ann, 300, 200);

        ann.stage.pointer(new PointerEvent(PointerEvent.Kind.EXIT, 300, 0, PointerEvent.Button.NONE, 0, Modifiers.NONE));
        settle();

        assertTrue(pointer(ben, ann).isEmpty());
        assertEquals(1, ben.stage.people().size());
    }

    @Test
    void whoScrollsMovesThePointerOnTheBoard() {
        point(ann, 300, 200);

        ann.stage.wheel(300, 200, 0, 100, Modifiers.NONE);
        settle();

        assertEquals(200 + 100 - 2, pointer(ben, ann).orElseThrow().y());
    }

    @Test
    void aPointerMovesLittleOfTheWindow() {
        point(ann, 300, 200);
        Frame before = ben.stage.frame();

        point(ann, 340, 210);

        List<Rect> damage = ben.stage.frame().since(before);
        double area = damage.stream().mapToDouble(rect -> rect.width() * rect.height()).sum();
        assertFalse(damage.isEmpty());
        assertTrue(area < 15_000, "repainted " + area);
        assertSame(before.sprites(), ben.stage.frame().sprites());
    }

    @Test
    void manyMovesAreFewFrames() {
        point(ann, 10, 10);
        int before = ben.damages;

        for (int i = 0; i < 200; i++) ann.move(10 + i, 10);
        settle();

        assertTrue(ben.damages - before <= 3, ben.damages - before + " frames");
        assertEquals(209 - 2, pointer(ben, ann).orElseThrow().x());
    }

    @Test
    void whatOthersSelectIsOutlinedInTheirColour() {
        ann.click(150, 150);
        settle();

        assertEquals(List.of(new Rect(97, 97, 206, 106)), outlines(ben, ann).stream().map(Mark.Outline::area).toList());
        assertEquals("Ann Lee is here, 1 card selected", ben.stage.people().getFirst().says());

        ann.key("Ctrl+A");
        settle();
        assertEquals(3, outlines(ben, ann).size());
        assertEquals(3, ben.stage.people().getFirst().selected());

        ann.key("Esc");
        settle();
        assertEquals(List.of(), outlines(ben, ann));
        assertEquals("Ann Lee is here", ben.stage.people().getFirst().says());
    }

    @Test
    void twoWhoSelectTheSameCardAreBothSeen() {
        DeviceId cat = new FakePresence(3).device();
        ben.repo.presence.hear(ben.board.id(), cat, Map.of(Said.SELECTION, Said.selection(List.of("a"))));
        ann.click(150, 150);
        settle();

        List<Mark.Outline> outlines = ben.stage.frame().marks().stream().filter(Mark.Outline.class::isInstance)
                .map(Mark.Outline.class::cast).toList();

        assertEquals(2, outlines.size());
        assertNotEquals(outlines.get(0).color(), outlines.get(1).color());
        assertTrue(outlines.get(1).area().contains(outlines.get(0).area()) || outlines.get(0).area().contains(outlines.get(1).area()));
    }

    @Test
    void followingShowsAllThatTheOtherSees() {
        ben.stage.resize(600, 800, 1);
        settle();

        ben.stage.perform(follow(ann));
        ann.stage.wheel(0, 0, 500, 700, Modifiers.NONE);
        settle();

        assertEquals(1, outlines(ben, ann).size());
        assertEquals(new Rect(2, 2, 596, 796), outlines(ben, ann).getFirst().area());
        assertTrue(ben.stage.people().getFirst().followed());
        point(ann, 0, 0);
        assertEquals(-2, pointer(ben, ann).orElseThrow().x(), 1);
        point(ann, 1199, 799);
        assertEquals(599.5 - 2, pointer(ben, ann).orElseThrow().x(), 1);
    }

    @Test
    void ownLookingEndsFollowing() {
        for (Runnable look : List.<Runnable>of(() -> ben.stage.wheel(0, 0, 0, 48, Modifiers.NONE), () -> ben.stage.pinch(10, 10, 1.2),
                () -> ben.stage.perform("zoomIn"), () -> ben.key("PageDown"), () -> ben.key("Esc"), () -> ben.stage.perform("follow"),
                () -> ben.stage.perform(follow(ann)))) {
            ben.stage.perform(follow(ann));
            settle();
            assertTrue(ben.stage.people().getFirst().followed());

            look.run();
            settle();

            assertFalse(ben.stage.people().getFirst().followed());
            assertEquals(List.of(), outlines(ben, ann));
        }
    }

    @Test
    void aKeyFollowsAndEndsIt() {
        assertTrue(ben.key("Ctrl+Alt+F"));
        settle();
        assertTrue(ben.stage.people().getFirst().followed());

        ben.key("Ctrl+Alt+F");
        settle();
        assertFalse(ben.stage.people().getFirst().followed());
    }

    @Test
    void twoDoNotFollowEachOther() {
        ben.stage.perform(follow(ann));
        settle();

        assertFalse(command(ann, follow(ben)).enabled());
        ann.stage.perform(follow(ben));
        settle();

        assertFalse(ann.stage.people().getFirst().followed());
        assertTrue(ben.stage.people().getFirst().followed());
    }

    @Test
    void followingEndsWhenTheOtherLeaves() {
        ben.stage.perform(follow(ann));
        settle();

        ann.stage.shown(false);
        settle();

        assertEquals(List.of(), ben.stage.people());
        assertTrue(ben.stage.frame().marks().isEmpty());
        ann.stage.shown(true);
        settle();
        assertFalse(ben.stage.people().getFirst().followed());
    }

    @Test
    void whoClosesTheStageIsGone() {
        ann.stage.close();
        settle();

        assertEquals(List.of(), ben.stage.people());
    }

    @Test
    void aPointerCanBeHidden() {
        point(ann, 300, 200);

        ann.stage.perform("showPointer");
        settle();

        assertFalse(command(ann, "showPointer").checked());
        assertTrue(pointer(ben, ann).isEmpty());
        point(ann, 310, 200);
        assertTrue(pointer(ben, ann).isEmpty());
        ann.stage.perform("showPointer");
        settle();
        assertTrue(pointer(ben, ann).isPresent());
    }

    @Test
    void aNameIsOneShortLineOfWhatCanBeSeen() {
        ann.stage.personName("  Zo\u00eb\n\u202eevil \u200b " + "x".repeat(100));
        settle();

        String name = ben.stage.people().getFirst().name();
        assertTrue(name.startsWith("Zo\u00eb evil x"), name);
        assertEquals(40, name.length());
        assertEquals(name, ann.stage.personName());

        ann.stage.personName(" ");
        settle();
        assertEquals(System.getProperty("user.name"), ben.stage.people().getFirst().name());
    }

    @Test
    void peopleAreReadAloudAfterTheCards() {
        ann.click(150, 150);
        settle();

        List<Accessible> nodes = ben.stage.accessible().children();

        assertEquals(4, nodes.size());
        assertEquals("Ann Lee is here, 1 card selected", nodes.getLast().name());
        assertEquals(List.of("Follow Ann Lee"), nodes.getLast().commands().stream().map(Command::label).toList());
    }

    @Test
    void theOtherThemeHasItsOwnPictures() {
        point(ann, 300, 200);
        Sprite light = pointer(ben, ann).orElseThrow();

        ben.stage.theme(Theme.DARK);
        ben.settle();

        assertNotEquals(light.version(), pointer(ben, ann).orElseThrow().version());
    }

    @Test
    void nothingIsWrittenIntoTheDocument() {
        var heads = ann.repo.handle(ann.board).current().heads();

        point(ann, 300, 200);
        ann.key("Ctrl+A");
        ben.stage.perform(follow(ann));
        settle();

        assertEquals(heads, ann.repo.handle(ann.board).current().heads());
        assertFalse(ann.stage.commands().getFirst().enabled());
    }

    // hostile

    @Test
    void whateverIsSaidIsShownOrIgnored() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            Map<Integer, Bytes> says = new HashMap<>();
            for (int kind = 0; kind < 6; kind++) {
                byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(1024) : 8 * random.nextInt(6)];
                random.nextBytes(bytes);
                if (random.nextBoolean()) says.put(kind, Bytes.of(bytes));
            }
            ben.repo.presence.hear(ben.board.id(), new FakePresence(4).device(), says);
            ben.settle();
            ben.pass(Duration.ofMillis(20));
            ben.stage.frame();
            ben.stage.perform("follow:" + new FakePresence(4).device());
            ben.stage.accessible();
        }
        ben.key("Esc");
        assertEquals(2, ben.stage.people().size());
    }

    @Test
    void ofACrowdSomeAreDrawnAndAllAreCounted() {
        for (int i = 10; i < 210; i++) {
            ben.repo.presence.hear(ben.board.id(), new FakePresence(i).device(),
                    Map.of(Said.POINTER, Said.pointer(new org.pushpin.content.Point(i, i)), Said.SELECTION, Said.selection(List.of("a", "b"))));
        }
        settle();

        assertEquals(201, ben.stage.people().size());
        assertTrue(ben.stage.frame().overlay().size() <= 65);
        assertTrue(ben.stage.frame().marks().size() <= 128);
    }
}
