// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.search.IndexEntry;
import org.pushpin.search.Query;
import org.pushpin.search.SearchException;

/** How every adapter of the search port must answer queries. Extend it and say how an index is opened. */
public abstract class QueryConformance extends IndexSuite {

    @Test
    void allTermsMustBeFoundInAnyField() throws SearchException {
        put("a", "Field trip", "pack the tent");
        put("b", "Field", "nothing");
        DocumentId file = document("c");
        put(indexed(file, new IndexEntry("file", "m", "", "trip.pdf\napplication/pdf", "field", Set.of(), CREATED, CREATED)));

        assertEquals(List.of("a", "b", "c"), found("field"));
        assertEquals(List.of("a", "c"), found("FIELD  trip"));
        assertEquals(List.of("a"), found("tent trip"));
        assertEquals(List.of("c"), found("pdf"));
        assertEquals(List.of(), found("tent nothing"));
    }

    @Test
    void beginningsAndPhrases() throws SearchException {
        put("a", "", "the meeting notes of May");
        put("b", "", "notes of the meeting");

        assertEquals(List.of("a", "b"), found("meet not"));
        assertEquals(List.of("a"), found("meeting-notes"));
        assertEquals(List.of("a"), found("\"meeting notes\""));
        assertEquals(List.of(), found("\"meeting note\""));
        assertEquals(List.of("a"), found("\"meeting no"));
        assertEquals(List.of(), found("eeting"));
    }

    @Test
    void accentsCaseAndWidthDoNotMatter() throws SearchException {
        put("a", "Café Zürich", "Straße nach Łódź, naïve ΟΔΥΣΣΕΥΣ, йогурт");
        put("b", "", "cafe zurich ＡＢＣ");

        assertEquals(List.of("a", "b"), found("CAFÉ zurich"));
        assertEquals(List.of("a"), found("strasse lodz"));
        assertEquals(List.of("a"), found("naive οδυσσευς ЙОГУРТ"));
        assertEquals(List.of("b"), found("abc"));
    }

    @Test
    void scriptsWithoutSpacesAreFoundAnywhere() throws SearchException {
        put("a", "東京都庁", "新宿にある。ひらがな");
        put("b", "京都", "カタカナーズ");
        put("c", "สวัสดีครับ", "หนังสือ");

        assertEquals(List.of("a", "b"), found("京都"));
        assertEquals(List.of("a"), found("都庁"));
        assertEquals(List.of("a"), found("宿に"));
        assertEquals(List.of("b"), found("タカナ"));
        assertEquals(List.of("c"), found("ดีครับ"));
        assertEquals(List.of(), found("庁都"));
    }

    @Test
    void theBetterComesFirst() throws SearchException {
        String filler = " and something else that is written here".repeat(3);
        put("text", "Else", "apple" + filler);
        put("title", "Apple" + filler, "");
        put("beginning", "Applepie" + filler, "");
        for (int i = 0; i < 20; i++) {
            put("other " + i, "Pear", filler);
        }

        List<String> order = found(Query.of("apple"));

        assertEquals("title", order.getFirst());
        assertEquals(Set.of("title", "text", "beginning"), Set.copyOf(order));
        assertEquals(List.of("title"), found(Query.of("apple").limit(1)));
    }

    @Test
    void filtersByTypeAuthorAndDate() throws SearchException {
        DeviceId ann = new DeviceId(samples.bytes(32));
        DeviceId ben = new DeviceId(samples.bytes(32));
        for (int day = 1; day <= 4; day++) {
            DocumentId id = document("day " + day);
            put(indexed(id, new IndexEntry(day % 2 == 0 ? "text" : "board", "m", "Plan", "", "", day < 3 ? Set.of(ann) : Set.of(ann, ben),
                    CREATED, CREATED.plusSeconds(day))));
        }

        for (Query query : List.of(Query.of("plan"), Query.of(""))) {
            assertEquals(4, found(query).size());
            assertEquals(Set.of("day 2", "day 4"), Set.copyOf(found(query.types("text"))));
            assertEquals(4, found(query.types("text", "board")).size());
            assertEquals(Set.of("day 3", "day 4"), Set.copyOf(found(query.authors(ben))));
            assertEquals(4, found(query.authors(ben, ann)).size());
            assertEquals(Set.of("day 3", "day 4"), Set.copyOf(found(query.from(CREATED.plusSeconds(3)))));
            assertEquals(Set.of("day 1"), Set.copyOf(found(query.before(CREATED.plusSeconds(2)))));
            assertEquals(Set.of("day 2"), Set.copyOf(found(query.types("text").authors(ann).before(CREATED.plusSeconds(4)))));
        }
        assertEquals(List.of("day 4", "day 3"), found(Query.all().limit(2)));
    }

    @Test
    void noQueryBreaksAnything() throws SearchException {
        put("a", "It's a \"plan\" (draft) AND more*", "NEAR(this, that) title:x -minus ^start {a b}: c");
        List<String> hostile = List.of("\"", "\"\"", "'", "*", "(", ")", "a AND", "OR", "NOT a", "NEAR(a b)", "title:plan", "-plan", "^a",
                "{title}:x", "a\u0000b", "\\", "%", "_", ";DROP TABLE doc", "\uD800", "a\"b\"c", "\"*\"", "+", "--", "/*", "x".repeat(100_000),
                "\"".repeat(999), "( ".repeat(400), "a ".repeat(500), "東\"京", "\u202E", "e\u0301".repeat(300));
        for (String query : hostile) {
            index.search(Query.of(query));
        }
        Random random = new Random(5);
        String alphabet = "ab\"'*()-^:{}+ ANDORT\u0000\u0301東é\uD83C\uDF89\uDF89";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder query = new StringBuilder();
            random.ints(random.nextInt(20), 0, alphabet.length()).forEach(at -> query.append(alphabet.charAt(at)));
            index.search(Query.of(query.toString()));
        }
        assertEquals(List.of("a"), found("NEAR(this"));
        assertEquals(List.of("a"), found("title:x"));
        assertEquals(List.of("a"), found("and MORE*"));
        assertEquals(List.of(), found("!!!"));
    }

    @Test
    void strangeTextsAreKept() throws SearchException {
        String text = "one\u0000two\uD83C\uDF89 three " + "long".repeat(10_000) + " four " + "字".repeat(3_000) + " \u0E33";
        DocumentId id = put("a", "\u0000", text);

        assertEquals(text, index.text(id, "text"));
        for (String word : List.of("one", "two", "three", "four", "\uD83C\uDF89", "longlong", "字字字")) {
            assertEquals(List.of("a"), found(word), word);
        }
    }
}
