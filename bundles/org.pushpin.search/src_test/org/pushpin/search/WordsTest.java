// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pushpin.search.Words.Word;

class WordsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Hello World | hello world
            don't | don t
            snake_case-and.dots | snake case and dots
            Ünïcödé ÉCLAIR | unicode eclair
            Straße STRASSE | strasse strasse
            Æther Œuvre smørrebrød Łódź İstanbul ISPARTA ısparta | aether oeuvre smorrebrod lodz istanbul isparta isparta
            ΟΔΥΣΣΕΥΣ Οδυσσεύς | οδυσσευσ οδυσσευσ
            Йогурт ёлка | иогурт елка
            ﬁne ＡＢＣ ① ² | fine abc
            東京都 | 東 京 都
            カード ｶｰﾄ | カ ー ト\u3099 カ ー ト
            हिन्दी | हिन्दी
            שָׁלוֹם | שלום
            مُحَمَّد | محمد
            abc123 3.14 | abc123 3 14
            a🎉b | a 🎉 b
            👍🏽 | 👍
            ™ | tm
            !!! | ''
            """, delimiter = '|')
    void formsAreComparable(String text, String forms) {
        assertEquals(forms, Words.forms(text));
    }

    @ParameterizedTest
    @CsvSource({"한국어, 한국", "한국어, 하", "สวัสดี, ดี"})
    void aBeginningOfAWordIsABeginningOfItsForm(String text, String part) {
        assertTrue(Words.forms(text).contains(Words.forms(part)));
    }

    @Test
    void placesAreThoseOfTheText() {
        String text = "Ein cafe\u0301, 東京 🎉!";
        List<String> words = Words.of(text).stream().map(word -> text.substring(word.start(), word.end())).toList();
        assertEquals(List.of("Ein", "cafe\u0301", "東", "京", "🎉"), words);
    }

    @Test
    void longWordsAreCut() {
        assertEquals(Words.LONGEST, Words.forms("x".repeat(5_000)).length());
        assertEquals(Words.LONGEST + 1, Words.forms("a" + "\u0903".repeat(5_000) + " b").length() - 1);
        assertEquals(1, Words.of("字" + "\u0903".repeat(100)).size());
    }

    @Test
    void formsHoldNothingThatAnIndexMightTakeForSyntax() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(500, 0, 0x2FFFF).forEach(text::appendCodePoint);
            random.ints(50, 0, 0x3000).forEach(text::appendCodePoint);
            for (Word word : Words.of(text.toString())) {
                assertTrue(!word.form().isEmpty() && word.start() < word.end() && word.end() <= text.length());
                assertTrue(word.form().chars().allMatch(unit -> unit >= 128 || unit >= 'a' && unit <= 'z' || unit >= '0' && unit <= '9'),
                        word.form());
            }
        }
    }

    @Test
    void queriesAreTermsAndPhrases() {
        assertEquals(List.of(new Term(List.of("ab"), true), new Term(List.of("c", "d"), true)), Term.parse(" AB  c-d ab"));
        assertEquals(List.of(new Term(List.of("a", "b"), false), new Term(List.of("c"), true)), Term.parse("\"a b\"c"));
        assertEquals(List.of(new Term(List.of("a", "b"), true)), Term.parse("\"a b"));
        assertEquals(List.of(), Term.parse("\"\" - !"));
        assertEquals(16, Term.parse("a b c d e f g h i j k l m n o p q r s t").size());
    }
}
