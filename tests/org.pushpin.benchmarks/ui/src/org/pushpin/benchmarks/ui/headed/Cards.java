// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The cards of a board, the same for every program: in rows and columns, a tenth of them pictures, a fifth sticky notes, the rest notes
 * of one to nine lines. The first is the marker, a picture of one colour that is found on the screen; below it is a short note to type into.
 */
final class Cards {

    static final int WIDTH = 320;
    static final int HEIGHT = 280;
    static final int CARD_WIDTH = 280;
    /** Of the marker's picture. */
    static final int MARKER_HEIGHT = 188;
    /** Of a sticky note, which is a square. */
    static final int STICKY = 200;
    static final int PICTURES = 12;
    /** Of a picture's file, in pixels. */
    static final int PICTURE_WIDTH = 1280;
    static final int PICTURE_HEIGHT = 860;
    /** Where the view begins: room above and left of the first card. */
    static final int LEFT = -60;
    static final int TOP = -80;
    /** Others' hands are right of these columns and in these rows: in sight at 100 %, and out of the way. */
    private static final int MOVING_FROM = 3;
    private static final int MOVING_ROWS = 3;
    private static final String[] WORDS = ("silt settle after rain who else measures here compare with last year bring the "
            + "long tape and two jars the bend at mill lane train leaves platform meet at the clock camera spare battery")
            .split(" ");

    enum Kind { MARKER, PICTURE, STICKY, TEXT }

    record Card(int number, Kind kind, int x, int y, String text) {

        String key() {
            return "card" + number;
        }
    }

    private final List<Card> all = new ArrayList<>();
    private final int columns;

    Cards(int count) {
        columns = (int) Math.ceil(Math.sqrt((double) count * HEIGHT / WIDTH));
        Random random = new Random(11);
        for (int i = 0; i < count; i++) {
            Kind kind = i == 0 ? Kind.MARKER : i % 10 == 7 ? Kind.PICTURE : i % 5 == 3 ? Kind.STICKY : Kind.TEXT;
            boolean probe = i == columns;
            String text = probe ? "ab" : text(i, kind == Kind.STICKY ? 6 : 40, random);
            all.add(new Card(i, probe ? Kind.TEXT : kind, i % columns * WIDTH, i / columns * HEIGHT, text));
        }
        all.add(all.remove(0));
    }

    private static String text(int number, int most, Random random) {
        StringBuilder text = new StringBuilder("Note " + number);
        int words = 6 + random.nextInt(most);
        for (int i = 0; i < words; i++) {
            text.append(i % 14 == 0 ? "\n" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    /** From back to front: the marker is above all. */
    List<Card> all() {
        return all;
    }

    /** What somebody else moves about, all the time. */
    List<Card> moving() {
        return all.stream().filter(card -> card.number % columns >= MOVING_FROM && card.number % columns <= MOVING_FROM + 1
                && card.number / columns <= MOVING_ROWS).toList();
    }

    /** For a page: the cards, and the numbers of those that move. */
    String json() {
        String cards = all.stream().map(card -> "{\"number\":" + card.number + ",\"kind\":\"" + card.kind + "\",\"x\":" + card.x + ",\"y\":" + card.y
                + ",\"text\":\"" + card.text.replace("\n", "\\n") + "\"}").collect(Collectors.joining(",\n"));
        String moving = moving().stream().map(card -> Integer.toString(card.number)).collect(Collectors.joining(","));
        return "{\"cards\":[" + cards + "],\"moves\":[" + moving + "],\"left\":" + LEFT + ",\"top\":" + TOP + "}";
    }
}
