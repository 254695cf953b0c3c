// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {
    private static final ActorId A = ActorId.of(new byte[] {1});
    private static final ActorId B = ActorId.of(new byte[] {2});
    private static final Scalar TRUE = Scalar.of(true);
    private static final Map<String, Scalar> BOLD = Map.of("bold", TRUE);

    private final Edit edit = Doc.empty().edit(A);
    private final ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);

    private static Doc committed(Edit edit) {
        return edit.commit(null, Instant.EPOCH).orElseThrow().document();
    }

    @Test
    void aTextIsPiecesAndBlocks() {
        edit.splice(text, 0, 0, "title body 😀");
        ObjectId second = edit.splitBlock(text, 6, Map.of("type", Scalar.of("paragraph"), "parents", new Content.Elements(List.of(Scalar.of("list")))));
        ObjectId first = edit.splitBlock(text, 0);
        edit.mark(text, 9, 15, ExpandMark.AFTER, "bold", TRUE);

        List<Span> spans = List.of(new Span.Block(first, Map.of()), new Span.Text("title "),
                new Span.Block(second, Map.of("parents", new Content.Elements(List.of(Scalar.of("list"))), "type", Scalar.of("paragraph"))),
                new Span.Text("b"), new Span.Text("ody 😀", BOLD));
        assertEquals(spans, edit.spans(text));
        assertEquals("\uFFFCtitle \uFFFCbody 😀", edit.text(text));
        assertEquals(spans, committed(edit).spans(text));
    }

    @Test
    void whatIsNeitherCharacterNorBlockStandsAsAPlaceholder() {
        edit.splice(text, 0, 0, "ab").insert(text, 1, Scalar.of(7)).insertObject(text, 1, ObjectType.LIST);
        edit.mark(text, 0, 4, ExpandMark.NONE, "bold", TRUE);

        assertEquals(List.of(new Span.Text("a\uFFFC\uFFFCb", BOLD)), edit.spans(text));
    }

    @Test
    void blocksAreJoinedAndReplaced() {
        edit.splice(text, 0, 0, "ab");
        edit.splitBlock(text, 1);
        ObjectId other = edit.replaceBlock(text, 1);

        assertEquals(List.of(new Span.Text("a"), new Span.Block(other, Map.of()), new Span.Text("b")), edit.spans(text));
        assertThrows(IllegalArgumentException.class, () -> edit.joinBlock(text, 0));
        assertThrows(IllegalArgumentException.class, () -> edit.joinBlock(text, 3));
        assertEquals("ab", edit.joinBlock(text, 1).text(text));
    }

    @Test
    void aBlockIsWrittenAndDeletedLikeAnythingElse() {
        edit.splice(text, 0, 0, "ab");
        ObjectId block = edit.splitBlock(text, 1);
        edit.put(block, "type", "heading");

        assertEquals(Map.of("type", Scalar.of("heading")), ((Span.Block) edit.spans(text).get(1)).value());
        assertEquals("ab", edit.splice(text, 1, 1, "").text(text));
    }

    @ParameterizedTest
    @CsvSource({"'', abc", "abc, ''", "abc, abc", "abcabba, cbabac", "hello world, hallo werld!", "👨‍👩‍👧x👨‍👩‍👦, 👨‍👩‍👦x👨‍👩‍👧", "'e\u0301a', 'ea'", "🇩🇪🇫🇷, 🇫🇷🇩🇪"})
    void updateTextMakesIt(String from, String to) {
        edit.splice(text, 0, 0, from);

        assertEquals(to, edit.updateText(text, to).text(text));
    }

    @Test
    void updateTextLeavesWhatIsTheSame() {
        edit.splice(text, 0, 0, "the quick brown fox");
        Doc base = committed(edit);
        Doc one = committed(base.edit(A).updateText(text, "the slow brown fox"));
        Doc other = committed(base.edit(B).updateText(text, "the quick brown dog jumps"));

        assertEquals("the slow brown dog jumps", one.merge(other).text(text));
    }

    @Test
    void textsWithNothingInCommonAreReplaced() {
        edit.splice(text, 0, 0, "ab".repeat(20_000));

        assertEquals("xy".repeat(20_000), edit.updateText(text, "xy".repeat(20_000)).text(text));
    }

    @Test
    void updateSpansMakesThemAndThenDoesNothing() {
        List<Span> target = List.of(new Span.Block(Map.of("type", Scalar.of("h1"))), new Span.Text("Ti"), new Span.Text("tle", BOLD),
                new Span.Block(Map.of("type", Scalar.of("p"))), new Span.Text("bo", BOLD), new Span.Text("dy", Map.of("bold", TRUE, "em", TRUE)));
        edit.splice(text, 0, 0, "Title");
        edit.updateSpans(text, target);
        assertEquals(target, unnamed(edit.spans(text)));

        Edit again = committed(edit).edit(A);
        again.updateSpans(text, again.spans(text));
        assertEquals(true, again.isEmpty());
    }

    @Test
    void updateSpansKeepsABlockThatChanges() {
        edit.splice(text, 0, 0, "ab");
        ObjectId block = edit.splitBlock(text, 0, Map.of("type", Scalar.of("p")));
        edit.updateSpans(text, List.of(new Span.Block(Map.of("type", Scalar.of("h1"))), new Span.Text("ab")));

        assertEquals(new Span.Block(block, Map.of("type", Scalar.of("h1"))), edit.spans(text).getFirst());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void updateSpansMakesAny(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            List<Span> target = randomSpans(random);
            edit.updateSpans(text, target, name -> ExpandMark.values()[Math.floorMod(name.hashCode(), 4)]);
            assertEquals(target, unnamed(edit.spans(text)));
        }
    }

    private static List<Span> randomSpans(Random random) {
        List<Span> spans = new ArrayList<>();
        String[] words = {"a", "ab", "b a", "👨‍👩‍👧", "e\u0301", "ba", "\n"};
        for (int n = random.nextInt(8); n > 0; n--) {
            Map<String, Scalar> marks = switch (random.nextInt(4)) {
                case 0 -> Map.of();
                case 1 -> BOLD;
                case 2 -> Map.of("link", Scalar.of("u" + random.nextInt(2)));
                default -> Map.of("bold", TRUE, "link", Scalar.of("u"));
            };
            boolean fits = spans.isEmpty() || spans.getLast() instanceof Span.Block || !((Span.Text) spans.getLast()).marks().equals(marks);
            spans.add(random.nextInt(3) == 0 || !fits ? new Span.Block(Map.of("n", Scalar.of(random.nextInt(2)))) : new Span.Text(words[random.nextInt(words.length)], marks));
        }
        return spans;
    }

    private static List<Span> unnamed(List<Span> spans) {
        return spans.stream().map(span -> span instanceof Span.Block block ? (Span) new Span.Block(block.value()) : span).toList();
    }

    @Test
    void anObjectIsUpdatedToAContentAndKeepsWhatIsRight() {
        ObjectId list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        edit.insert(list, 0, Scalar.of(1)).insert(list, 1, Scalar.of(2)).put(ObjectId.ROOT, "gone", 1);
        Content content = new Content.Entries(Map.of("list", new Content.Elements(List.of(Scalar.of(1), new Content.Entries(Map.of("x", TRUE)), Scalar.of(3))),
                "text", new Content.Characters("new"), "scalar", Scalar.of("s")));

        edit.update(ObjectId.ROOT, content);

        assertEquals(content, edit.content(ObjectId.ROOT).orElseThrow());
        assertEquals(list, ((ObjectValue) edit.get(ObjectId.ROOT, "list").orElseThrow()).id());
        assertEquals("new", edit.text(text));
        assertFalse(edit.content(ObjectId.parse("77@01")).isPresent());
        assertThrows(IllegalArgumentException.class, () -> edit.update(list, new Content.Characters("")));
    }
}
