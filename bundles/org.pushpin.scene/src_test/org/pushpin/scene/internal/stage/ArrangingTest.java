// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Action;
import org.pushpin.content.Color;
import org.pushpin.content.Fields;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Role;
import org.pushpin.content.Seed;
import org.pushpin.content.View;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Command;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.fixture.Types;

/** Arranging cards by pointer, keys and menu, as a person does it. */
class ArrangingTest {

    private final Theatre theatre = new Theatre();
    private DocumentUrl first;
    private DocumentUrl second;

    @BeforeEach
    void open() {
        first = theatre.pin("a", "First note", 100, 100, 200, 100);
        second = theatre.pin("b", "Second note", 400, 100, 200, 100);
        theatre.pin("c", "Third note", 100, 400, 200, 100);
        theatre.open();
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private Fields card(String key) {
        return Fields.root(theatre.repo.handle(theatre.board).current()).map("cards").orElseThrow().map(key).orElseThrow();
    }

    private Point place(String key) {
        return new Point(card(key).number("x").orElseThrow(), card(key).number("y").orElseThrow());
    }

    private List<String> selection() {
        return theatre.stage.selection();
    }

    private void select(double... places) {
        for (int i = 0; i < places.length; i += 2) {
            theatre.click(places[i], places[i + 1], i == 0 ? Modifiers.NONE : Modifiers.SHIFT);
        }
    }

    private Command command(String id) {
        return theatre.stage.commands().stream().flatMap(Command::flat).filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    private void perform(String id) {
        assertTrue(command(id).enabled(), id);
        theatre.stage.perform(id);
        theatre.settle();
    }

    // snapping

    @Test
    void aDraggedCardSnapsToANeighbourAndShowsTheLine() {
        theatre.pin("d", "Off the grid", 707, 500, 200, 100);
        theatre.settle();
        theatre.down(150, 150, 1, Modifiers.NONE);
        theatre.move(300, 250);
        theatre.move(754, 250);
        assertTrue(theatre.stage.frame().marks().stream().anyMatch(mark -> mark instanceof Mark.Line line
                && line.x1() == 707 && line.x2() == 707), theatre.stage.frame().marks().toString());
        theatre.up(754, 250);
        theatre.settle();
        assertEquals(new Point(707, 200), place("a"));
        assertTrue(theatre.stage.frame().marks().stream().noneMatch(Mark.Line.class::isInstance));
    }

    @Test
    void altLeavesEveryLineAndShiftKeepsToAnAxis() {
        theatre.down(150, 150, 1, Modifiers.NONE);
        move(193, 157, new Modifiers(false, false, true));
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.UP, 193, 157, PointerEvent.Button.LEFT, 0,
                new Modifiers(false, false, true)));
        theatre.settle();
        assertEquals(new Point(143, 107), place("a"));
        theatre.down(450, 150, 1, Modifiers.NONE);
        move(700, 170, Modifiers.SHIFT);
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.UP, 700, 170, PointerEvent.Button.LEFT, 0, Modifiers.SHIFT));
        theatre.settle();
        assertEquals(100, place("b").y());
    }

    private void move(double x, double y, Modifiers held) {
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.MOVE, x, y, PointerEvent.Button.LEFT, 0, held));
    }

    @Test
    void aRemoteChangeDuringADragMovesNeitherTheCardNorItsGuides() {
        theatre.pin("d", "Off the grid", 707, 500, 200, 100);
        theatre.settle();
        theatre.down(150, 150, 1, Modifiers.NONE);
        theatre.move(754, 250);
        double before = theatre.sprite("a").x();
        theatre.repo.handle(theatre.board).remote(edit -> edit.put(
                Fields.root(edit).map("cards").orElseThrow().map("d").orElseThrow().map(), "x", 300.0));
        theatre.settle();
        theatre.move(754, 251);
        assertEquals(before, theatre.sprite("a").x(), "what it snapped to has gone, but not the place");
        theatre.up(754, 250);
        theatre.settle();
        assertEquals(707, place("a").x());
    }

    // alignment and order

    @Test
    void alignmentIsOneStepOfUndo() {
        theatre.key("Ctrl+A");
        theatre.key("Alt+Shift+A");
        assertEquals(new Point(100, 100), place("b"));
        theatre.key("Ctrl+Z");
        assertEquals(new Point(400, 100), place("b"));
        assertFalse(command("undo").enabled());
    }

    @Test
    void distributionNeedsThree() {
        select(150, 150, 450, 150);
        assertFalse(command("align.across").enabled());
        assertTrue(command("align.left").enabled());
    }

    @Test
    void cardsGoUpAndDownByOneOrAllTheWay() {
        assertEquals(List.of("a", "b", "c"), order());
        select(150, 150);
        theatre.key("Ctrl+]");
        assertEquals(List.of("b", "a", "c"), order());
        theatre.key("Ctrl+Shift+]");
        assertEquals(List.of("b", "c", "a"), order());
        theatre.key("Ctrl+[");
        assertEquals(List.of("b", "a", "c"), order());
        theatre.key("Ctrl+Shift+[");
        assertEquals(List.of("a", "b", "c"), order());
        theatre.key("Ctrl+[");
        assertEquals(List.of("a", "b", "c"), order(), "there is nothing below");
    }

    private List<String> order() {
        return List.of("a", "b", "c").stream().sorted(java.util.Comparator.comparing(key -> card(key).number("z").orElse(0))).toList();
    }

    // locks

    @Test
    void aLockedCardStaysAsItIsUntilItIsUnlocked() {
        select(150, 150);
        theatre.key("Ctrl+Shift+L");
        assertTrue(command("lock").checked());
        theatre.performed().clear();
        theatre.drag(150, 150, 350, 250);
        theatre.key("Delete");
        theatre.key("Right");
        theatre.doubleClick(150, 130);
        assertFalse(theatre.stage.editing());
        assertEquals(List.of(), theatre.performed().stream().filter(i -> !(i instanceof Intent.Insert)).toList());
        assertEquals(new Point(100, 100), place("a"));
        theatre.click(150, 150);
        theatre.key("Ctrl+Shift+L");
        theatre.drag(150, 150, 350, 250);
        assertNotEquals(new Point(100, 100), place("a"));
    }

    // copies

    @Test
    void duplicatePinsTheSameDocumentOnceMore() {
        select(150, 150);
        theatre.key("Ctrl+D");
        assertEquals(1, selection().size());
        String copy = selection().getFirst();
        assertNotEquals("a", copy);
        assertEquals(card("a").string("url"), card(copy).string("url"));
        assertEquals(new Point(120, 120), place(copy));
    }

    @Test
    void duplicateDocumentMakesOneOfItsOwn() throws Exception {
        select(150, 150);
        theatre.key("Ctrl+Shift+D");
        String copy = selection().getFirst();
        DocumentUrl made = DocumentUrl.parse(card(copy).string("url"));
        assertNotEquals(first.id(), made.id());
        assertEquals("First note", theatre.text(made));
    }

    // selection and keys

    @Test
    void selectionIsInvertedAndTakenBack() {
        select(150, 150);
        theatre.key("Alt+Shift+I");
        assertEquals(List.of("b", "c"), selection());
        theatre.key("Ctrl+Shift+A");
        assertEquals(List.of(), selection());
    }

    @Test
    void arrowKeysWithCommandLeadToNeighbours() {
        select(150, 150);
        theatre.key("Ctrl+Right");
        assertEquals(List.of("b"), selection());
        theatre.key("Ctrl+Left");
        assertEquals(List.of("a"), selection());
        theatre.key("Ctrl+Down");
        assertEquals(List.of("c"), selection());
        theatre.key("Ctrl+Shift+Up");
        assertEquals(List.of("a", "c"), selection());
    }

    @Test
    void nudgesAreACellFiveOrOneUnit() {
        select(150, 150);
        theatre.key("Shift+Right");
        assertEquals(200, place("a").x());
        theatre.key("Alt+Down");
        assertEquals(101, place("a").y());
        theatre.key("Down");
        assertEquals(120, place("a").y());
    }

    // frames

    private String frame() {
        select(150, 150, 450, 150);
        perform("frame");
        String key = selection().getFirst();
        theatre.key("Esc");
        return key;
    }

    @Test
    void aFrameIsMadeAroundWhatIsSelectedAndItsTitleTyped() {
        select(150, 150, 450, 150);
        theatre.key("Ctrl+G");
        assertTrue(theatre.stage.editing());
        theatre.type("Reading");
        String key = selection().getFirst();
        assertEquals("Reading", card(key).string("title"));
        assertEquals(key, card("a").string("frame"));
        assertEquals(new Point(80, 60), place(key));
    }

    @Test
    void aFrameTakesItsMembersAlong() {
        String key = frame();
        theatre.drag(80, 150, 140, 230);
        assertEquals(new Point(140, 140), place(key));
        assertEquals(new Point(160, 180), place("a"));
        assertEquals(new Point(460, 180), place("b"));
        assertEquals(new Point(100, 400), place("c"));
        theatre.key("Ctrl+Z");
        assertEquals(new Point(100, 100), place("a"));
        assertEquals(new Point(80, 60), place(key));
    }

    @Test
    void whatIsDroppedIntoAFrameBelongsToItAndLeavesItAgain() {
        String key = frame();
        theatre.down(150, 450, 1, Modifiers.NONE);
        theatre.move(340, 180);
        assertTrue(theatre.stage.frame().marks().stream().anyMatch(m -> m instanceof Mark.Outline o && o.dashed()),
                "the frame shows that it would take the card");
        theatre.up(340, 180);
        theatre.settle();
        assertEquals(key, card("c").string("frame"));
        theatre.drag(340, 180, 340, 600);
        assertEquals("", card("c").string("frame"));
        theatre.key("Ctrl+Z");
        assertEquals(key, card("c").string("frame"), "place and frame are one step");
    }

    @Test
    void insideOfAFrameThereIsPaper() {
        String key = frame();
        theatre.click(340, 150);
        assertEquals(List.of(), selection());
        theatre.doubleClick(340, 150);
        String note = selection().getFirst();
        assertTrue(theatre.stage.editing());
        assertEquals(key, card(note).string("frame"));
    }

    @Test
    void aFrameThatIsTakenAwayLeavesItsCards() {
        String key = frame();
        theatre.click(80, 150);
        assertEquals(List.of(key), selection());
        theatre.key("Delete");
        assertTrue(card(key).isTrue("removed"));
        assertFalse(card("a").isTrue("removed"));
        theatre.key("Ctrl+Z");
        assertEquals(key, card("a").string("frame"));
        assertFalse(card(key).isTrue("removed"));
    }

    @Test
    void framesAreDuplicatedWithWhatIsInThem() {
        String key = frame();
        theatre.click(80, 150);
        theatre.key("Ctrl+D");
        String copy = selection().getFirst();
        assertNotEquals(key, copy);
        Fields cards = Fields.root(theatre.repo.handle(theatre.board).current()).map("cards").orElseThrow();
        long members = cards.doc().keys(cards.map()).stream().filter(k -> card(k).string("frame").equals(copy)).count();
        assertEquals(2, members);
    }

    // arrows

    private Optional<Mark.Path> arrow() {
        return theatre.stage.frame().marks().stream().filter(Mark.Path.class::isInstance).map(Mark.Path.class::cast).findFirst();
    }

    private Fields edge() {
        Fields edges = Fields.root(theatre.repo.handle(theatre.board).current()).map("edges").orElseThrow();
        return edges.map(edges.doc().keys(edges.map()).getFirst()).orElseThrow();
    }

    @Test
    void anArrowIsDraggedFromBesideACard() {
        select(150, 150);
        theatre.drag(318, 150, 450, 150);
        assertEquals("a", edge().string("from"));
        assertEquals("b", edge().string("to"));
        assertTrue(edge().isTrue("toArrow"));
        assertFalse(edge().isTrue("fromArrow"));
        assertEquals(2, arrow().orElseThrow().lines().size(), "a line and a head");
    }

    @Test
    void anArrowCanLeadToAPlaceAndItsEndBeTakenElsewhere() {
        select(150, 150);
        theatre.drag(318, 150, 700, 600);
        assertEquals("", edge().string("to"));
        assertEquals(700, edge().number("toX").orElseThrow());
        theatre.drag(700, 600, 150, 450);
        assertEquals("c", edge().string("to"));
    }

    @Test
    void twoCardsAreConnectedByKeyAndTheLabelIsTyped() {
        select(150, 150, 450, 150);
        theatre.key("Ctrl+L");
        assertEquals("a", edge().string("from"));
        theatre.key("Enter");
        assertTrue(theatre.stage.editing());
        theatre.type("leads to");
        theatre.key("Esc");
        assertEquals("leads to", edge().string("label"));
        theatre.key("Ctrl+Z");
        theatre.key("Ctrl+Z");
        assertTrue(arrow().isEmpty(), "typing was one step, and drawing one");
    }

    @Test
    void anArrowFollowsACardWhileThatIsDragged() {
        select(150, 150, 450, 150);
        theatre.key("Ctrl+L");
        Point before = end();
        theatre.down(450, 150, 1, Modifiers.NONE);
        theatre.move(450, 350);
        assertNotEquals(before, end());
        theatre.up(450, 350);
        theatre.settle();
        assertNotEquals(before, end());
    }

    /** Where the head is. */
    private Point end() {
        return arrow().orElseThrow().lines().getLast().get(1);
    }

    @Test
    void anArrowIsSelectedOnItsLineAndRemoved() {
        select(150, 150, 450, 150);
        theatre.key("Ctrl+L");
        theatre.click(900, 700);
        theatre.click(350, 150);
        assertEquals(1, selection().size());
        assertEquals(1, theatre.stage.menu(new Point(350, 150)).stream().filter(c -> c.id().equals("delete")).count());
        theatre.key("Delete");
        assertTrue(edge().isTrue("removed"));
        assertTrue(arrow().isEmpty());
    }

    @Test
    void anArrowIsHiddenWhileItsCardIsGone() {
        select(150, 150, 450, 150);
        theatre.key("Ctrl+L");
        theatre.click(450, 150);
        theatre.key("Delete");
        assertTrue(arrow().isEmpty());
        assertFalse(edge().isTrue("removed"));
        theatre.key("Ctrl+Z");
        assertTrue(arrow().isPresent());
    }

    // several documents

    @Test
    void anActionOfSeveralCardsIsOneStepOfUndo() {
        DocumentUrl one = painted("p", 700, 100);
        DocumentUrl two = painted("q", 700, 400);
        select(720, 110, 720, 410);
        Command paint = theatre.stage.menu(new Point(720, 110)).stream().filter(c -> c.label().equals("Paint")).findFirst().orElseThrow();
        theatre.stage.perform(paint.id());
        theatre.settle();
        assertEquals(List.of("paint", "paint"), List.of(act(one), act(two)));
        theatre.key("Ctrl+Z");
        assertEquals(List.of("", ""), List.of(act(one), act(two)));
        assertFalse(command("undo").enabled());
        theatre.key("Ctrl+Shift+Z");
        assertEquals(List.of("paint", "paint"), List.of(act(one), act(two)));
    }

    /** Asked once, done to all. */
    @Test
    void aColourIsChosenForAllThatIsSelected() {
        DocumentUrl one = painted("p", 700, 100);
        DocumentUrl two = painted("q", 700, 400);
        select(720, 110, 720, 410);
        Command own = theatre.stage.menu(new Point(720, 110)).stream().filter(c -> c.label().equals("Own")).findFirst().orElseThrow();
        theatre.stage.perform(own.id());
        theatre.settle();
        assertEquals(List.of("", ""), List.of(act(one), act(two)));
        assertEquals(Color.of("#FF0000"), theatre.colorAsked);
        theatre.colorChosen = Optional.of(Color.of("#00FF00"));
        theatre.stage.perform(own.id());
        theatre.settle();
        assertEquals(List.of("dye", "dye"), List.of(act(one), act(two)));
        theatre.key("Ctrl+Z");
        assertEquals(List.of("", ""), List.of(act(one), act(two)));
        theatre.click(720, 110);
        theatre.stage.menu(new Point(720, 110));
        theatre.stage.perform(own.id().replace(":q:", ":p:"));
        theatre.settle();
        assertEquals(List.of("dye", ""), List.of(act(one), act(two)));
    }

    private DocumentUrl painted(String key, double x, double y) {
        if (key.equals("p")) {
            theatre.add(new Types.Any("wall", (doc, in) -> new View.Described(View.Text.of("wall", in.theme().body()),
                    Role.GROUP, "", List.of(new Action("paint", "Paint", Icon.NONE, new Intent.Act("paint")),
                            new Action("own", "Own", Icon.NONE, new Intent.Choose(Color.of("#FF0000"), new Intent.Act("dye")))))));
        }
        DocumentUrl wall = theatre.factory.create("wall", Seed.blank());
        theatre.pin(key, wall, x, y, 200, 100);
        theatre.settle();
        return wall;
    }

    private String act(DocumentUrl wall) {
        return Fields.root(theatre.repo.handle(wall).current()).string("act");
    }

    @Test
    void gesturesOnTheBoardAndTypingOnItsCardsAreOneHistory() {
        theatre.drag(150, 180, 210, 180);
        theatre.doubleClick(450, 130);
        theatre.type("!");
        theatre.key("Esc");
        assertNotEquals("Second note", theatre.text(second));
        select(150, 450);
        theatre.key("Ctrl+Shift+L");
        theatre.key("Ctrl+Z");
        assertFalse(card("c").isTrue("locked"));
        theatre.key("Ctrl+Z");
        assertEquals("Second note", theatre.text(second));
        theatre.key("Ctrl+Z");
        assertEquals(100, place("a").x());
        assertFalse(command("undo").enabled());
    }
}
