// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.search.Words.Word;

/**
 * One thing that is searched for: words that must stand in a row.
 *
 * @param words their forms, at least one
 * @param prefix whether the last may be the beginning of a longer word
 */
public record Term(List<String> words, boolean prefix) {

    private static final int MOST_TERMS = 16;
    private static final int MOST_WORDS = 24;
    private static final String QUOTES = "\"“”„«»";

    public Term {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a term without words");
        }
        words = List.copyOf(words);
    }

    /**
     * Reads what a person typed: terms are parted by spaces, what stands in quotation marks is one and exact, all else
     * finds longer words, too. Every text is a query; of a long one the beginning counts.
     */
    public static List<Term> parse(String text) {
        List<Term> terms = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at <= text.length(); at++) {
            boolean quote = at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0;
            if (at == text.length() || quote || !quoted && Character.isWhitespace(text.charAt(at))) {
                add(text.substring(start, at), !quoted || at == text.length(), terms);
                start = at + 1;
                quoted ^= quote;
            }
        }
        return terms.stream().distinct().limit(MOST_TERMS).toList();
    }

    private static void add(String part, boolean prefix, List<Term> terms) {
        List<String> words = Words.of(part).stream().map(Word::form).limit(MOST_WORDS).toList();
        if (!words.isEmpty()) {
            terms.add(new Term(words, prefix));
        }
    }

    /** Whether the last of these words are this term. */
    public boolean isEndOf(List<Word> text) {
        int start = text.size() - words.size();
        int last = words.size() - 1;
        if (start < 0) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (!text.get(start + i).form().equals(words.get(i))) {
                return false;
            }
        }
        String end = text.getLast().form();
        return prefix ? end.startsWith(words.get(last)) : end.equals(words.get(last));
    }
}
