// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The words of a text, in the form in which they are compared: lower case, without accents, ligatures and width. Where people
 * write without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) each character is a word, so that a few in a row find
 * them anywhere; each emoji is one, too. A form holds no space, no quote and no ASCII but {@code a-z0-9}.
 *
 * <p>Pure; linear in the text. Source: Unicode NFKD and {@code UnicodeData}'s categories as the JDK has them.
 */
public final class Words {

    /** Longer words are compared by their beginning; in code points of their form. */
    public static final int LONGEST = 48;

    private static final int ASCII = 128;

    private final String text;
    private final Predicate<Word> visitor;
    private final StringBuilder form = new StringBuilder();
    private int start;
    private int length;
    private boolean more = true;

    /**
     * A word.
     *
     * @param form as it is compared
     * @param start where it begins in the text, in UTF-16 units
     * @param end behind its last unit
     */
    public record Word(String form, int start, int end) {}

    private Words(String text, Predicate<Word> visitor) {
        this.text = text;
        this.visitor = visitor;
    }

    /** All words of a text. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        visit(text, words::add);
        return words;
    }

    /** The forms of a text's words with single spaces between them. */
    public static String forms(String text) {
        StringBuilder forms = new StringBuilder(text.length());
        visit(text, word -> {
            forms.append(forms.isEmpty() ? "" : " ").append(word.form());
            return true;
        });
        return forms.toString();
    }

    /** Gives the words one after another until the visitor has seen enough. */
    public static void visit(String text, Predicate<Word> visitor) {
        new Words(text, visitor).run();
    }

    private void run() {
        for (int at = 0; at < text.length() && more;) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            take(point, at, next);
            at = next;
        }
        end(text.length());
    }

    private void take(int point, int at, int next) {
        if (point < ASCII) {
            ascii(point, at);
        } else if (isMark(point)) {
            if (!form.isEmpty() && !Letters.isAccent(point)) {
                add(point);
            }
        } else if (Letters.standsAlone(point)) {
            end(at);
            begin(point, at);
            alone(next);
        } else if (Character.isLetterOrDigit(point)) {
            begin(point, at);
        } else {
            end(at);
        }
    }

    private void ascii(int point, int at) {
        boolean upper = point >= 'A' && point <= 'Z';
        if (upper || point >= 'a' && point <= 'z' || point >= '0' && point <= '9') {
            start = form.isEmpty() ? at : start;
            add(upper ? point + ('a' - 'A') : point);
        } else {
            end(at);
        }
    }

    private void begin(int point, int at) {
        start = form.isEmpty() ? at : start;
        if (Letters.isSimple(point)) {
            add(Letters.fold(point));
            return;
        }
        String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        plain.codePoints().filter(part -> !Letters.isAccent(part)).forEach(part -> Letters.folded(part, this::addIfWord));
    }

    private void addIfWord(int point) {
        if (point >= ASCII ? Character.isLetterOrDigit(point) || isMark(point) || Letters.standsAlone(point)
                : Character.isLetterOrDigit(point)) {
            add(point);
        }
    }

    private void add(int point) {
        if (length < LONGEST) {
            form.appendCodePoint(point);
            length++;
        }
    }

    /** A word of one character takes the marks with it that follow. */
    private void alone(int next) {
        int end = next;
        while (end < text.length() && isMark(text.codePointAt(end)) && length < LONGEST) {
            int mark = text.codePointAt(end);
            if (!Letters.isAccent(mark)) {
                add(mark);
            }
            end += Character.charCount(mark);
        }
        end(end);
    }

    private void end(int at) {
        if (!form.isEmpty()) {
            more = more && visitor.test(new Word(form.toString(), start, at));
            form.setLength(0);
        }
        length = 0;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
