// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Rect;

/** What a screen reader finds on a board, looked at from outside through AT-SPI. */
class AssistiveTest {

    private static final String NOTE = "# To pack\n- [ ] Boots\n- [x] Jars\n1. Wake up\n\nSee [the map](https://example.org/) first.\n\n"
            + "| Day | Boat |\n|---|---|\n| Mon | Canoe |";

    private OpenBoard board;
    private Assistant assistant;

    @BeforeEach
    void open() {
        String missing = Assistant.missing();
        if (!missing.isEmpty()) {
            System.err.println("NOT TESTED, what a screen reader finds: " + missing);
        }
        assumeTrue(missing.isEmpty(), missing);
        board = new OpenBoard();
        board.notes(NOTE, "river", "sea");
        assistant = new Assistant(board.window);
    }

    @AfterEach
    void close() {
        if (assistant != null) {
            assistant.close();
        }
    }

    private JsonObject tree() {
        return assistant.ask("tree").getAsJsonObject();
    }

    private static Stream<JsonObject> all(JsonObject node) {
        return Stream.concat(Stream.of(node), children(node).stream().flatMap(AssistiveTest::all));
    }

    private static List<JsonObject> children(JsonObject node) {
        return node.getAsJsonArray("children").asList().stream().map(JsonElement::getAsJsonObject).toList();
    }

    private static String says(JsonObject node, String what) {
        return node.get(what).getAsString();
    }

    private static JsonObject node(JsonObject tree, String role, String name) {
        return all(tree).filter(node -> says(node, "role").equals(role) && says(node, "name").equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(role + " " + name + " is not in " + all(tree)
                        .map(n -> says(n, "role") + " " + says(n, "name")).toList()));
    }

    private static boolean is(JsonObject node, String state) {
        return strings(node.get("states")).contains(state);
    }

    private static List<String> strings(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false).map(JsonElement::getAsString).toList();
    }

    private static List<Integer> numbers(JsonElement array) {
        return array.getAsJsonArray().asList().stream().map(JsonElement::getAsInt).toList();
    }

    /** What was said since the last question: the kind and the name of what it is about. */
    private List<String> events() {
        List<String> events = new ArrayList<>();
        for (JsonElement each : assistant.ask("events").getAsJsonArray()) {
            JsonArray event = each.getAsJsonArray();
            events.add(event.get(0).getAsString() + " " + event.get(1).getAsString() + " " + event.get(2).getAsString() + " "
                    + event.get(3).getAsInt() + " " + event.get(4).getAsInt());
        }
        return events;
    }

    private void hear(String... wanted) {
        List<String> heard = new ArrayList<>();
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!Stream.of(wanted).allMatch(each -> heard.stream().anyMatch(event -> event.startsWith(each)))) {
            heard.addAll(events());
            assertTrue(System.nanoTime() < deadline, List.of(wanted) + " not all in " + heard);
        }
    }

    @Test
    void frameHoldsCardsCardsHoldTheirPartsAndArrowsSayWhatTheyConnect() {
        board.select("sea");
        board.press("Ctrl+G", "a frame", () -> board.stage.editing() && board.stage.caret().isPresent());
        board.person.type("Coast");
        board.window.await("the title", () -> board.has("Coast"));
        board.leave();
        board.press("Esc", "nothing selected", () -> board.stage.selection().isEmpty());
        board.select("river", "sea");
        board.press("Ctrl+L", "an arrow", () -> board.stage.selection().size() == 1 && !board.card("river").selected());

        JsonObject tree = tree();

        assertEquals("canvas", says(tree, "role"));
        assertTrue(children(node(tree, "panel", "Coast")).stream().anyMatch(child -> says(child, "name").equals("sea")));
        assertEquals("section", says(node(tree, "section", "sea"), "role"));
        assertEquals("Arrow from river to sea", says(node(tree, "image", "Arrow from river to sea"), "name"));
        assertEquals("{\"from\":[\"river\"],\"to\":[\"sea\"]}", assistant.ask("relations", "role", "image", "name",
                "Arrow from river to sea").toString());
        assertFalse(all(tree).anyMatch(node -> is(node, "defunct")), "a screen reader passes over what is gone");
        assertTrue(all(tree).flatMap(parent -> Stream.iterate(0, i -> i < children(parent).size(), i -> i + 1)
                .filter(i -> children(parent).get(i).get("index").getAsInt() != i)).findAny().isEmpty());
        assertEquals(4, children(node(tree, "tool bar", "Zoom, 100 %")).size());
        assertBounds(node(tree, "section", "river"), board.bounds("river"));
    }

    private void assertBounds(JsonObject node, Rect points) {
        Point at = board.canvas.toDisplay((int) Math.round(points.x()), (int) Math.round(points.y()));
        assertEquals(List.of(at.x, at.y, (int) Math.round(points.width()), (int) Math.round(points.height())),
                numbers(node.get("bounds")));
    }

    @Test
    void aNoteHasHeadingsTasksItemsLinksAndTables() {
        JsonObject card = node(tree(), "section", "To pack");
        assertEquals("1", says(node(card, "heading", "To pack").getAsJsonObject("attributes"), "level"));
        assertFalse(is(node(card, "check box", "Boots"), "checked"));
        assertTrue(is(node(card, "check box", "Jars"), "checked"));
        assertEquals("list item", says(node(card, "list item", "1. Wake up"), "role"));
        JsonObject link = node(node(card, "paragraph", "See the map first."), "text", "the map");
        assertEquals("https://example.org/", says(link, "description"));
        assertEquals(List.of("Open the link"), strings(link.get("actions")));
        JsonObject table = all(card).filter(node -> says(node, "role").equals("table")).findFirst().orElseThrow();
        assertEquals(List.of("Day", "Boat", "Mon", "Canoe"), all(table).filter(node -> says(node, "role").equals("table cell"))
                .map(node -> says(node, "name")).toList());
        assertEquals(List.of("Edit", "Open", "Select"), strings(card.get("actions")).subList(0, 3));
    }

    @Test
    void whatIsAtAPointIsFoundFromTheBoardDown() {
        JsonObject task = node(tree(), "check box", "Boots");
        List<Integer> at = numbers(task.get("bounds"));
        List<String> way = strings(assistant.ask("at", "x", at.get(0) + 40, "y", at.get(1) + at.get(3) / 2));
        assertEquals(List.of("To pack", "text", "list", "Boots"), way.subList(1, way.size()));
    }

    @Test
    void aTaskIsTickedAndACardSelectedByTheirActions() {
        tree();
        assertTrue(assistant.ask("act", "role", "section", "name", "river", "action", "Select").getAsBoolean());
        board.window.await("river selected", () -> board.card("river").selected());
        hear("object:state-changed:selected section river 1", "object:state-changed:focused section river 1", "object:selection-changed canvas");
        assertTrue(is(node(tree(), "section", "river"), "focused"));

        assertTrue(assistant.ask("act", "role", "section", "name", "To pack", "action", "Select").getAsBoolean());
        hear("object:state-changed:focused section To pack 1", "object:state-changed:selected section river 0");
        assertTrue(assistant.ask("act", "role", "check box", "name", "Boots", "action", "Tick").getAsBoolean());
        hear("object:state-changed:checked check box Boots 1");
        assertTrue(is(node(tree(), "check box", "Boots"), "checked"));
        assertTrue(assistant.ask("act", "role", "check box", "name", "Boots", "action", "Take the tick away").getAsBoolean());
        hear("object:state-changed:checked check box Boots 0");
    }

    @Test
    void whatComesAndGoesIsSaid() {
        tree();
        events();
        board.notes("lake");
        hear("object:children-changed:add canvas");
        assertEquals("lake", says(node(tree(), "section", "lake"), "name"));
        board.select("lake");
        board.press("Delete", "gone", () -> !board.has("lake"));
        hear("object:children-changed:remove canvas");
        assertFalse(all(tree()).anyMatch(node -> says(node, "name").equals("lake")));
    }

    @Test
    void theTextThatIsWrittenHasACaretSelectionAndPlaces() {
        tree();
        board.select("river");
        board.press("Enter", "its text is edited", () -> board.stage.editing() && board.stage.caret().isPresent());
        hear("object:state-changed:focused text");
        board.person.press("End");
        board.person.type("bank");
        board.window.await("the text", () -> board.has("riverbank"));
        hear("object:text-changed:insert text", "object:text-caret-moved text");

        JsonObject text = assistant.ask("text", "card", "riverbank").getAsJsonObject();

        assertEquals("riverbank", says(text, "content"));
        assertEquals(9, text.get("caret").getAsInt());
        assertTrue(strings(text.get("states")).containsAll(List.of("editable", "focused", "multi-line", "showing")), text.toString());
        List<Integer> last = numbers(text.getAsJsonArray("characters").get(8));
        Rect caret = board.stage.caret().orElseThrow();
        assertEquals(board.canvas.toDisplay((int) Math.round(caret.x()), 0).x, last.get(0) + last.get(2), 2);
        assertEquals(8, assistant.ask("place", "card", "riverbank", "x", last.get(0) + 1, "y", last.get(1) + 3).getAsInt());

        assertTrue(assistant.ask("select", "card", "riverbank", "start", 0, "end", 5).getAsBoolean());
        hear("object:text-selection-changed text");
        assertEquals("[[0,5]]", assistant.ask("text", "card", "riverbank").getAsJsonObject().get("selections").toString());
        assertTrue(assistant.ask("caret", "card", "riverbank", "offset", 5).getAsBoolean());
        assertTrue(assistant.ask("insert", "card", "riverbank", "offset", 5, "string", " \ud83d\ude42 ").getAsBoolean());
        board.window.await("written by the assistant", () -> board.has("river \ud83d\ude42 bank"));
        JsonObject written = assistant.ask("text", "card", "river \ud83d\ude42 bank").getAsJsonObject();
        assertEquals(12, written.get("count").getAsInt(), "an emoji is one character");
        assertEquals(8, written.get("caret").getAsInt());
        assertEquals("bank", assistant.ask("stretch", "card", "river \ud83d\ude42 bank", "kind", "word", "offset", 9).getAsString());
        board.leave();
    }

    @Test
    void linesWordsAndLinksOfATextAreTold() {
        assertEquals("- [ ] Boots\n", assistant.ask("stretch", "card", "To pack", "kind", "line", "offset", 18).getAsString());
        assertEquals("pack\n", assistant.ask("stretch", "card", "To pack", "kind", "word", "offset", 6).getAsString());
        JsonObject text = assistant.ask("text", "card", "To pack").getAsJsonObject();
        int map = says(text, "content").indexOf("the map");
        List<Integer> links = numbers(text.get("links"));
        assertEquals(List.of(-1, 0, 0), List.of(links.get(map - 2), links.get(map), links.get(map + 6)));
        assertEquals(-1, text.get("caret").getAsInt(), "nobody writes in it");
    }
}
