// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;

/**
 * Where a line may end: as Java has it, but not within a time, a date or a number, which Java takes apart after a colon or a
 * slash. Source: Unicode Annex 14, rule 25. One thread.
 */
final class LineBreaks extends BreakIterator {

    private static final String WITHIN = ":.,/-";

    private final BreakIterator all = BreakIterator.getLineInstance();
    private CharacterIterator text = new StringCharacterIterator("");

    @Override
    public void setText(CharacterIterator newText) {
        text = (CharacterIterator) newText.clone();
        all.setText(newText);
    }

    @Override
    public CharacterIterator getText() {
        return all.getText();
    }

    /** Whether a place is between the digits of one number. */
    private boolean within(int place) {
        boolean inside = place - 2 >= text.getBeginIndex() && place < text.getEndIndex();
        return inside && isDigit(text.setIndex(place)) && WITHIN.indexOf(text.setIndex(place - 1)) >= 0
                && isDigit(text.setIndex(place - 2));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int onward(int from) {
        int place = from;
        while (place != DONE && within(place)) place = all.next();
        return place;
    }

    private int back(int from) {
        int place = from;
        while (place != DONE && within(place)) place = all.previous();
        return place;
    }

    @Override
    public int first() {
        return all.first();
    }

    @Override
    public int last() {
        return all.last();
    }

    @Override
    public int next() {
        return onward(all.next());
    }

    @Override
    public int next(int n) {
        int place = current();
        for (int i = 0; i < Math.abs(n) && place != DONE; i++) place = n > 0 ? next() : previous();
        return place;
    }

    @Override
    public int previous() {
        return back(all.previous());
    }

    @Override
    public int following(int offset) {
        return onward(all.following(offset));
    }

    @Override
    public int preceding(int offset) {
        return back(all.preceding(offset));
    }

    @Override
    public boolean isBoundary(int offset) {
        return all.isBoundary(offset) && !within(offset);
    }

    @Override
    public int current() {
        return all.current();
    }
}
