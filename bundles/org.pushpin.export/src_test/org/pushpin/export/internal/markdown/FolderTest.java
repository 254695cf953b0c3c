// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.content.Fields;
import org.pushpin.content.Rect;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.Importer;
import org.pushpin.export.Progress;
import org.pushpin.export.internal.fixture.Desk;

/** A folder of notes as a board. */
final class FolderTest {

    @TempDir
    Path folder;
    private final Desk desk = new Desk();

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve("Trip").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Importer.Imported read(Progress progress) throws IOException {
        return new FolderImport(desk.maker(), new BoardLayout(desk.repo, desk.registry, desk.posters), progress).read(folder.resolve("Trip"));
    }

    private Importer.Imported read() throws IOException {
        return read(Progress.NONE);
    }

    /** Cards by what they say first: a note's first line, a title. */
    private Map<String, Fields> cards(DocumentUrl board) {
        Map<String, Fields> cards = new TreeMap<>();
        Fields all = Fields.root(desk.document(board)).map("cards").orElseThrow();
        for (String key : all.doc().keys(all.map())) cards.put(title(url(all.map(key).orElseThrow())), all.map(key).orElseThrow());
        return cards;
    }

    private static DocumentUrl url(Fields card) {
        try {
            return DocumentUrl.parse(card.string("url"));
        } catch (org.pushpin.crypto.FormatException e) {
            throw new AssertionError(e);
        }
    }

    private String title(DocumentUrl card) {
        Fields fields = Fields.root(desk.document(card));
        return fields.string("text").isEmpty() ? fields.string("title") : fields.string("text").lines().findFirst().orElse("");
    }

    /** {@code from > to}, by the same names. */
    private Set<String> arrows(DocumentUrl board) {
        Set<String> arrows = new HashSet<>();
        Fields cards = Fields.root(desk.document(board)).map("cards").orElseThrow();
        Fields.root(desk.document(board)).map("edges").ifPresent(edges -> edges.doc().keys(edges.map()).forEach(key -> {
            Fields edge = edges.map(key).orElseThrow();
            arrows.add(title(url(cards.map(edge.string("from")).orElseThrow())) + " > " + title(url(cards.map(edge.string("to")).orElseThrow())));
        }));
        return arrows;
    }

    @Test
    void notesPicturesAndFoldersAreCardsWithArrowsBetweenThem() throws IOException {
        put("a.md", "---\ntags: [x]\n---\nAlpha\nsee [[B]] and [c](sub/c.md), ![](img/p.png) and https://a.example/ and `[[B]]`");
        put("b.md", "Beta\nback to [[a|the first]] and [[missing]]");
        put("sub/c.md", "Gamma [up](../a.md)");
        put(".obsidian/app.json", "{}");
        put(".hidden.md", "no");
        Files.createDirectories(folder.resolve("Trip/img"));
        Files.write(folder.resolve("Trip/img/p.png"), Desk.picture());
        Files.write(folder.resolve("Trip/data.bin"), new byte[] {0, 1});

        Importer.Imported imported = read();

        assertEquals(List.of(), imported.problems());
        assertEquals("Trip", title(imported.url()));
        Map<String, Fields> cards = cards(imported.url());
        assertEquals(Set.of("Alpha", "Beta", "sub", "img", "p", "data"), cards.keySet());
        assertEquals(Set.of("Alpha > Beta", "Beta > Alpha", "Alpha > p"), arrows(imported.url()));
        assertEquals(Set.of("Gamma [up](../a.md)"), cards(url(cards.get("sub"))).keySet());
        assertEquals("---\ntags: [x]\n---\n", Fields.root(desk.document(url(cards.get("Alpha")))).string("frontMatter"));
    }

    @Test
    void linksCanBeFollowedAndTheTextStaysAsItWas() throws IOException {
        put("a.md", "to [[sub/c]] here");
        put("sub/c.md", "Gamma");
        DocumentUrl board = read().url();
        DocumentUrl note = url(cards(board).get("to [[sub/c]] here"));
        DocumentUrl inner = url(cards(url(cards(board).get("sub"))).get("Gamma"));
        ObjectId text = Fields.root(desk.document(note)).object("text", ObjectType.TEXT).orElseThrow();
        Mark mark = desk.document(note).marks(text).getFirst();
        assertEquals("[[sub/c]]", desk.document(note).text(text).substring(mark.start(), mark.end()));
        assertTrue(((Scalar.Str) mark.value()).value().contains(inner.toString()));
    }

    @Test
    void cardsDoNotOverlap() throws IOException {
        for (int i = 0; i < 30; i++) put("note " + i + ".md", "Note " + i);
        List<Rect> at = cards(read().url()).values().stream().map(card -> new Rect(card.number("x").orElse(0), card.number("y").orElse(0),
                card.number("width").orElse(0), 123.4)).toList();
        for (Rect a : at) for (Rect b : at) assertTrue(a == b || !a.intersects(b), a + " " + b);
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestGoesOn() throws IOException {
        put("good.md", "Good");
        put("bad.bin", "x");
        Files.createSymbolicLink(folder.resolve("Trip/link.md"), folder.resolve("Trip/good.md"));
        Files.delete(folder.resolve("Trip/bad.bin"));
        Files.createDirectories(folder.resolve("Trip/" + "d/".repeat(20)));
        Importer.Imported imported = read();
        assertEquals(Set.of("Good", "d"), cards(imported.url()).keySet());
        assertEquals(1, imported.problems().size());
        assertTrue(imported.problems().getFirst().contains("too deep"), imported.problems().toString());
    }

    @Test
    void linksOutOfTheFolderLeadNowhere() throws IOException {
        Files.writeString(folder.resolve("secret.md"), "secret");
        put("a.md", "[x](../secret.md) [[../secret]] [y](/etc/passwd) [z](" + folder.resolve("secret.md") + ")");
        Importer.Imported imported = read();
        assertEquals(1, cards(imported.url()).size());
        assertEquals(Set.of(), arrows(imported.url()));
    }

    @Test
    void itCanBeStopped() throws IOException {
        put("a.md", "a");
        put("b.md", "b");
        int[] asked = {0};
        Progress stopped = new Progress() {
            @Override
            public void at(double part) {
                assertTrue(part > 0 && part <= 1);
            }

            @Override
            public boolean cancelled() {
                return ++asked[0] == 2;
            }
        };
        assertThrows(CancellationException.class, () -> read(stopped));
    }

    @Test
    void linksInNotes() {
        List<NoteLinks.Link> links = NoteLinks.of("[[A b#h|c]] ![[p.png]] [t](x%20y.md#z) ![i](<a b.png> \"title\") [w](https://x) [m](mailto:a@b) [h](#here)\n```\n[[no]]\n```\n");
        assertEquals(List.of("A b", "p.png", "x y.md", "a b.png"), links.stream().map(NoteLinks.Link::target).toList());
        assertEquals(List.of(false, true, false, true), links.stream().map(NoteLinks.Link::shown).toList());
    }

    @Test
    void brackets() {
        for (String part : List.of("[[", "[", "![", "`", "[](", "[a](<", "```\n")) assertEquals(List.of(), NoteLinks.of(part.repeat(20_000)), part);
    }
}
