// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.accessible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Action;
import org.pushpin.content.Caption;
import org.pushpin.content.Edge;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.Seed;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.View;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Accessible.State;
import org.pushpin.scene.AccessibleList;
import org.pushpin.scene.AccessibleText;
import org.pushpin.scene.Command;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.fixture.Types;

class AccessibleTreeTest {

    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    private Accessible root() {
        return theatre.stage.accessible();
    }

    private static Stream<Accessible> all(Accessible node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(AccessibleTreeTest::all));
    }

    private Accessible node(String key) {
        return all(root()).filter(node -> node.key().equals(key)).findFirst().orElseThrow();
    }

    private Accessible node(Role role, String name) {
        return all(root()).filter(node -> node.role() == role && node.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(dump(root(), "")));
    }

    private static String dump(Accessible node, String indent) {
        StringBuilder all = new StringBuilder(indent + node.role() + " " + node.name() + "|" + node.value() + "\n");
        node.children().forEach(child -> all.append(dump(child, indent + "  ")));
        return all.toString();
    }

    private static List<String> keys(Accessible node) {
        return node.children().stream().map(Accessible::key).toList();
    }

    private void enclose(String frame, Rect at, String within, String... cards) {
        theatre.repo.handle(theatre.board).changeSilently(null, edit -> theatre.boardType.perform(new Intent.Enclose(frame, at,
                Set.of(cards), within, new Caption(frame, "")), edit));
    }

    private DocumentUrl pinAny(String key, Types.Any type) {
        theatre.add(type);
        DocumentUrl url = theatre.factory.create(type.name(), Seed.blank());
        theatre.pin(key, url, 100, 100, 300, 0);
        return url;
    }

    private void perform(Accessible node, String label) {
        Command command = node.commands().stream().filter(c -> c.label().equals(label)).findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not among " + node.commands()));
        theatre.stage.perform(command.id());
        theatre.settle();
    }

    // nesting

    @Test
    void cardsAreInTheirFramesAndFramesInFrames() {
        theatre.pin("a", "one", 100, 100, 100, 0);
        theatre.pin("b", "two", 300, 100, 100, 0);
        theatre.pin("c", "three", 900, 100, 100, 0);
        enclose("inner", new Rect(280, 80, 200, 200), "outer", "b");
        enclose("outer", new Rect(50, 50, 500, 400), "", "a");
        theatre.open();

        assertEquals(List.of("outer", "c"), keys(root()));
        assertTrue(keys(node("outer")).containsAll(List.of("a", "inner")), keys(node("outer")).toString());
        assertTrue(keys(node("inner")).contains("b"));
        assertEquals(Role.FRAME, node("outer").role());
        assertEquals("outer", node("outer").name());
        assertEquals(Role.DOCUMENT, node("b").role());
        assertEquals(Role.TEXT, node("b").children().getFirst().role());
    }

    @Test
    void framesThatAreInEachOtherAreBesideEachOther() {
        enclose("x", new Rect(50, 50, 200, 200), "y");
        enclose("y", new Rect(300, 50, 200, 200), "x");
        theatre.open();
        assertEquals(List.of("x", "y"), keys(root()));
    }

    @Test
    void anArrowSaysWhatItConnects() {
        theatre.pin("a", "river", 100, 100, 100, 0);
        theatre.pin("b", "sea", 400, 100, 100, 0);
        theatre.repo.handle(theatre.board).changeSilently(null, edit -> theatre.boardType.perform(new Intent.Connect("flows",
                Edge.End.of("a", false), Edge.End.of("b", true), Caption.NONE), edit));
        theatre.open();

        Accessible arrow = node("flows");

        assertEquals(Role.ARROW, arrow.role());
        assertEquals("Arrow from river to sea", arrow.name());
        assertEquals(List.of(List.of("a"), List.of("b")), arrow.connects());
        assertTrue(arrow.bounds().width() > 100);
    }

    @Test
    void childrenAreMadeWhenTheyAreAskedFor() {
        List<String> made = new ArrayList<>();
        AccessibleList list = AccessibleList.each(new AccessibleList.Keys(List.of("a", "b", "c")), key -> {
            made.add(key);
            return Accessible.of(key, Role.GROUP, key, new Rect(0, 0, 1, 1));
        });
        Accessible parent = Accessible.of("p", Role.GROUP, "p", new Rect(0, 0, 9, 9)).children(list);
        assertEquals(3, parent.children().size());
        assertEquals(1, parent.indexOf("b"));
        assertEquals(-1, parent.indexOf("z"));
        assertEquals(List.of(), made);
        assertEquals("b", parent.child("b").orElseThrow().name());
        parent.child("b");
        assertEquals(List.of("b"), made);
    }

    @Test
    void whatIsThereStaysTheSameListWhileNothingComesOrGoes() {
        DocumentUrl note = theatre.pin("a", "one", 100, 100, 100, 0);
        theatre.pin("b", "two", 300, 100, 100, 0);
        theatre.open();
        AccessibleList.Keys before = ((AccessibleList) root().children()).keys();

        theatre.repo.handle(note).change(null, edit -> edit.splice(Types.text(edit), 0, 0, "more "));
        theatre.settle();
        assertEquals("more one", node("a").name());
        assertEquals(before, ((AccessibleList) root().children()).keys());

        theatre.click(120, 110);
        theatre.key("Delete");
        theatre.settle();
        assertEquals(List.of("b"), ((AccessibleList) root().children()).keys().all());
    }

    @Test
    void theZoomBarIsAToolBarOfButtons() {
        theatre.pin("a", "one", 100, 100, 100, 0);
        theatre.open();
        Accessible bar = theatre.stage.controls().getFirst();
        assertEquals(Role.TOOLBAR, bar.role());
        assertEquals("Zoom, 100 %", bar.name());
        assertEquals(List.of("Zoom out", "Actual size", "Zoom in", "Zoom to fit"), bar.children().stream().map(Accessible::name).toList());
        assertTrue(bar.children().stream().allMatch(button -> bar.bounds().contains(button.bounds())));
        theatre.stage.perform(bar.children().get(2).commands().getFirst().id());
        assertFalse(theatre.stage.controls().getFirst().name().equals("Zoom, 100 %"));
    }

    // parts

    @Test
    void describedPartsHaveTheirRolesNamesAndActions() {
        Action vote = new Action("vote", "Vote", Icon.NONE, new Intent.Act("vote", Map.of()));
        Action mark = new Action("mark", "Mark", Icon.NONE, new Intent.Act("mark", Map.of())).checked(true);
        Action paint = new Action("red", "Red", Icon.NONE, new Intent.Act("paint", Map.of())).group("Colour");
        DocumentUrl url = pinAny("p", new Types.Any("poll", (doc, in) -> new View.Described(View.Box.column(Style.NONE,
                new View.Described(View.Text.of("Boats", in.theme().body()), Role.HEADING, "", List.of()),
                new View.Described(View.Text.of("Canoe", in.theme().body()), Role.CHECKBOX, "", List.of(mark)),
                new View.Described(View.Text.of("7 votes", in.theme().body()), Role.GROUP, "Votes", List.of(vote)),
                new View.Button(vote.enabled(false))), Role.GROUP, "A poll", List.of(paint))));
        theatre.open();

        Accessible card = node("p");
        assertEquals("poll", card.name());
        assertEquals(Role.HEADING, node(Role.HEADING, "Boats").role());
        assertTrue(node(Role.CHECKBOX, "Canoe").is(State.CHECKED));
        assertEquals("7 votes", node(Role.GROUP, "Votes").children().getFirst().name());
        assertTrue(node(Role.BUTTON, "Vote").is(State.DISABLED));
        assertTrue(card.commands().stream().anyMatch(command -> command.label().equals("Colour: Red")));

        perform(card, "Colour: Red");
        assertEquals(1, changes(url));
        perform(node(Role.GROUP, "Votes"), "Vote");
        assertEquals(2, changes(url));
        perform(node(Role.BUTTON, "Vote"), "Vote");
        assertEquals(2, changes(url), "it is not enabled");
        perform(node(Role.CHECKBOX, "Canoe"), "Mark");
        assertEquals(3, changes(url));
    }

    private int changes(DocumentUrl url) {
        return theatre.repo.handle(url).current().changes().size() - 1;
    }

    private static Styled.Paragraph line(Styled.Lead lead, TextStyle style, Styled.Run... runs) {
        return new Styled.Paragraph(lead, style, List.of(runs));
    }

    private static View note(TextStyle style) {
        Optional<Intent> tick = Optional.of(new Intent.Act("tick", Map.of()));
        Optional<Intent> away = Optional.of(new Intent.Browse("https://example.org/"));
        Styled.Lead task = Styled.Lead.sign(Styled.Sign.BOX, 20, "- [ ] ");
        Styled.Lead done = Styled.Lead.sign(Styled.Sign.TICKED, 20, "- [ ] ");
        return new View.Text(new Styled(List.of(
                line(Styled.Lead.NONE.as(Styled.Block.HEADING, 2), style, Styled.Run.syntax("## ", style, 0), new Styled.Run("To pack", style)),
                line(task, style, new Styled.Run("- [ ] ", style, tick, Styled.Kind.MARKER, 0), new Styled.Run("Boots", style)),
                line(done, style, new Styled.Run("- [x] ", style, tick, Styled.Kind.MARKER, 0), new Styled.Run("Jars", style)),
                line(Styled.Lead.NONE, style),
                line(Styled.Lead.NONE, style, new Styled.Run("See ", style), new Styled.Run("the map", style, away), new Styled.Run(".", style)),
                line(Styled.Lead.NONE.as(Styled.Block.ROW, 1), style, Styled.Run.syntax("| ", style, 0), new Styled.Run("Day", style),
                        Styled.Run.syntax(" | ", style, 0), new Styled.Run("Boat", style), Styled.Run.syntax(" |", style, 0)),
                line(Styled.Lead.sign(Styled.Sign.RULE, 0, ""), style, Styled.Run.syntax("|---|---|", style, 0)),
                line(Styled.Lead.NONE.as(Styled.Block.ROW, 0), style, Styled.Run.syntax("| ", style, 0), new Styled.Run("Mon", style),
                        Styled.Run.syntax(" | ", style, 0), new Styled.Run("Canoe", style), Styled.Run.syntax(" |", style, 0)))));
    }

    @Test
    void aTextHasHeadingsTasksLinksAndTables() {
        DocumentUrl url = pinAny("n", new Types.Any("notes", (doc, in) -> note(in.theme().body())));
        theatre.open();

        Accessible text = node("n").children().getFirst();
        assertEquals(List.of(Role.HEADING, Role.LIST, Role.PARAGRAPH, Role.TABLE), text.children().stream().map(Accessible::role).toList());
        assertEquals(2, node(Role.HEADING, "To pack").level());
        assertFalse(node(Role.CHECKBOX, "Boots").is(State.CHECKED));
        assertTrue(node(Role.CHECKBOX, "Jars").is(State.CHECKED));
        assertEquals("See the map.", text.children().get(2).name());
        assertEquals("https://example.org/", node(Role.LINK, "the map").description());
        Accessible table = text.children().getLast();
        assertEquals(List.of(List.of("Day", "Boat"), List.of("Mon", "Canoe")), table.children().stream()
                .map(row -> row.children().stream().map(Accessible::name).toList()).toList());
        assertTrue(all(text).allMatch(part -> text.bounds().grown(5).contains(part.bounds())), dump(text, ""));

        perform(node(Role.CHECKBOX, "Boots"), "Tick");
        assertEquals(1, changes(url));
        theatre.browses = true;
        perform(node(Role.LINK, "the map"), "Open the link");
        assertEquals(List.of("https://example.org/"), theatre.browsed.stream().map(Object::toString).toList());
    }

    @Test
    void commandsOfWhatIsNotThereDoNothing() {
        theatre.pin("a", "one", 100, 100, 100, 0);
        theatre.open();
        for (String id : List.of("node:act:0.9.9:0:a", "node:act::99:a", "node:run:0:4000:a", "node:run:0:0:zzz", "node:x:::a",
                "node:board::7:", "node:act:0.x:1:a", "node:act:0:99999999999:a", "node:")) {
            theatre.stage.perform(id);
        }
        theatre.settle();
        assertEquals(List.of(), theatre.performed());
    }

    // selection, focus, places

    @Test
    void aCardIsSelectedEditedAndOpened() {
        theatre.pin("a", "one", 100, 100, 100, 0);
        DocumentUrl far = theatre.pin("b", "two", 5000, 100, 100, 0);
        theatre.open();
        assertTrue(node("b").is(State.OUT_OF_SIGHT));

        perform(node("b"), "Select");
        assertEquals(List.of("b"), theatre.stage.selection());
        assertFalse(node("b").is(State.OUT_OF_SIGHT), "it is brought into sight");
        assertTrue(node("b").selected() && node("b").focused());
        assertEquals(List.of("b"), theatre.stage.accessibleFocus());

        perform(node("b"), "Edit");
        assertTrue(theatre.stage.editing());
        assertFalse(node("b").focused());
        assertEquals(List.of("b", node("b").children().getFirst().key()), theatre.stage.accessibleFocus());

        perform(node("b"), "Open");
        assertEquals(List.of(far), theatre.opened);
    }

    @Test
    void whatIsAtAPointIsFoundThroughItsFrame() {
        theatre.pin("a", "one", 100, 100, 100, 0);
        enclose("f", new Rect(50, 50, 500, 400), "", "a");
        theatre.open();
        Accessible text = node("a").children().getFirst();
        assertEquals(List.of("f", "a", text.key()), theatre.stage.accessibleAt(text.bounds().center().x(), text.bounds().center().y()));
        assertEquals(List.of("f"), theatre.stage.accessibleAt(400, 300));
        assertEquals(List.of(), theatre.stage.accessibleAt(900, 700));
    }

    // text

    @Test
    void theTextThatIsEditedHasACaretAndAPlaceForEveryUnit() {
        DocumentUrl url = theatre.pin("a", "one two", 100, 100, 300, 0);
        theatre.open();
        AccessibleText text = node("a").children().getFirst().text().orElseThrow();
        assertEquals("one two", text.content());
        assertEquals(-1, text.caret());
        assertEquals(EnumSet.of(State.EDITABLE, State.MULTI_LINE, State.FOCUSABLE), node("a").children().getFirst().states());

        assertTrue(text.select(4, 7));
        theatre.settle();
        text = node("a").children().getFirst().text().orElseThrow();
        assertEquals(7, text.caret());
        assertEquals("two", text.content().substring(text.selectionStart(), text.selectionEnd()));
        assertTrue(node("a").children().getFirst().focused());
        assertEquals(4, text.offsetAt(text.bounds(4, 5).corner()));
        assertTrue(text.bounds(0, 3).right() < text.bounds(4, 7).right());
        assertEquals(7, text.lineEnd(2));

        assertTrue(text.replace(4, 7, "boats"));
        theatre.settle();
        assertEquals("one boats", theatre.text(url));
        assertEquals(9, node("a").children().getFirst().text().orElseThrow().caret());
    }
}
