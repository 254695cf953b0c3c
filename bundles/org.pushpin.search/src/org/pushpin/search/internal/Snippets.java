// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pushpin.search.Snippet;
import org.pushpin.search.Snippet.Range;
import org.pushpin.search.Term;
import org.pushpin.search.Words;
import org.pushpin.search.Words.Word;

/**
 * Cuts the piece out of a text in which most of the terms stand. Looks no further than some words behind the first place where
 * something stands, so it costs little for most texts.
 */
final class Snippets {

    private static final int LENGTH = 160;
    private static final int BEFORE = 40;
    private static final int FURTHER = 1_000;
    private static final int MOST = 64;

    private final List<Term> terms;
    private final int longest;
    private final List<Found> found = new ArrayList<>();
    private final Deque<Word> recent = new ArrayDeque<>();
    private int left = Integer.MAX_VALUE;

    private record Found(int term, int start, int end) {}

    private Snippets(List<Term> terms) {
        this.terms = terms;
        this.longest = terms.stream().mapToInt(term -> term.words().size()).max().orElse(1);
    }

    /** A piece of the text, one line. */
    static Snippet of(String text, List<Term> terms) {
        var snippets = new Snippets(terms);
        Words.visit(text, snippets::look);
        return snippets.cut(text);
    }

    /** All of a short text. */
    static Snippet whole(String text, List<Term> terms) {
        var snippets = new Snippets(terms);
        Words.visit(text, snippets::look);
        return snippets.piece(text, 0, text.length());
    }

    private boolean look(Word word) {
        recent.addLast(word);
        if (recent.size() > longest) {
            recent.removeFirst();
        }
        List<Word> words = List.copyOf(recent);
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).isEndOf(words)) {
                found.add(new Found(i, words.get(words.size() - terms.get(i).words().size()).start(), word.end()));
                left = Math.min(left, FURTHER);
            }
        }
        return left-- > 0 && found.size() < MOST;
    }

    private Snippet cut(String text) {
        int best = 0;
        int most = 0;
        for (Found first : found) {
            Set<Integer> inside = new HashSet<>();
            found.stream().filter(one -> one.start() >= first.start() && one.end() <= first.start() + LENGTH - BEFORE)
                    .forEach(one -> inside.add(one.term()));
            if (inside.size() > most) {
                most = inside.size();
                best = first.start();
            }
        }
        int start = boundary(text, Math.max(0, best - BEFORE), best);
        int end = Math.min(text.length(), start + LENGTH);
        return piece(text, start, end < text.length() ? lastBoundary(text, start, end) : end);
    }

    /** Behind the first space from {@code from} on, unless that is behind {@code to}. */
    private static int boundary(String text, int from, int to) {
        if (from == 0) {
            return 0;
        }
        for (int at = from; at < to; at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    /** Before the last space of a piece, unless that is in its first half. */
    private static int lastBoundary(String text, int start, int end) {
        for (int at = end; at > start + LENGTH / 2; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    private Snippet piece(String text, int start, int end) {
        StringBuilder line = new StringBuilder(start > 0 ? "…" : "");
        int[] places = new int[end - start + 1];
        for (int at = start; at < end; at++) {
            places[at - start] = line.length();
            char unit = text.charAt(at);
            if (!Character.isWhitespace(unit) && !Character.isISOControl(unit)) {
                line.append(unit);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        places[end - start] = line.length();
        List<Range> ranges = new ArrayList<>();
        found.stream().filter(one -> one.start() >= start && one.end() <= end)
                .sorted((a, b) -> a.start() != b.start() ? Integer.compare(a.start(), b.start()) : Integer.compare(b.end(), a.end()))
                .forEach(one -> add(new Range(places[one.start() - start], places[one.end() - start]), ranges));
        return new Snippet(line.append(end < text.length() ? "…" : "").toString(), ranges);
    }

    private static void add(Range range, List<Range> ranges) {
        Range last = ranges.isEmpty() ? null : ranges.getLast();
        if (last == null || range.start() >= last.end()) {
            ranges.add(range);
        } else if (range.end() > last.end()) {
            ranges.set(ranges.size() - 1, new Range(last.start(), range.end()));
        }
    }
}
