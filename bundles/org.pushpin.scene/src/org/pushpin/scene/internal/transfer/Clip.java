// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.transfer;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.pushpin.content.Caption;
import org.pushpin.content.Edge;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;

/**
 * Cards, frames and the arrows between them, apart from any board. As text, a line for each, of fields with a space
 * between; {@code -} stands for an empty field, texts are encoded as in forms. Keys hold within the clip only.
 *
 * <pre>
 * card KEY FRAME URL X Y WIDTH HEIGHT|auto
 * frame KEY FRAME X Y WIDTH HEIGHT COLOR TITLE
 * arrow FROM TO HEAD-AT-FROM HEAD-AT-TO X Y COLOR LABEL     X Y: of the end without a card
 * </pre>
 *
 * Lines that are anything else are passed over; what other programs put there cannot be trusted, so numbers are bounded,
 * and at most {@value #MOST} lines are read.
 *
 * @param cards from the lowest to the highest, as are frames
 */
public record Clip(List<Card> cards, List<Frame> frames, List<Arrow> arrows) {

    private static final int MOST = 5000;
    private static final int LONGEST = 8000;
    private static final double FARTHEST = 1e6;

    /** @param frame the key of its frame, in the clip or not; empty: none */
    public record Card(String key, String frame, DocumentUrl url, Rect at, boolean autoHeight) {}

    public record Frame(String key, String frame, Rect at, Caption caption) {}

    public record Arrow(Edge.End from, Edge.End to, Caption caption) {}

    public Clip {
        cards = List.copyOf(cards);
        frames = List.copyOf(frames);
        arrows = List.copyOf(arrows);
    }

    public boolean isEmpty() {
        return cards.isEmpty() && frames.isEmpty();
    }

    /** The upper left corner of all. */
    public Point corner() {
        List<Rect> all = new ArrayList<>(cards.stream().map(Card::at).toList());
        frames.forEach(frame -> all.add(frame.at));
        return all.stream().reduce(Rect::union).map(Rect::corner).orElse(Point.ORIGIN);
    }

    // as text

    public String write() {
        StringBuilder lines = new StringBuilder();
        for (Frame frame : frames) {
            line(lines, "frame", frame.key, frame.frame, place(frame.at), number(frame.at.height()), frame.caption.color(),
                    encoded(frame.caption.text()));
        }
        for (Card card : cards) {
            line(lines, "card", card.key, card.frame, card.url.toString(), place(card.at),
                    card.autoHeight ? "auto" : number(card.at.height()));
        }
        for (Arrow arrow : arrows) {
            Point free = arrow.from.item().isEmpty() ? arrow.from.at() : arrow.to.at();
            line(lines, "arrow", arrow.from.item(), arrow.to.item(), "" + arrow.from.arrow(), "" + arrow.to.arrow(),
                    number(free.x()) + " " + number(free.y()), arrow.caption.color(), encoded(arrow.caption.text()));
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String... fields) {
        for (String field : fields) lines.append(field.isEmpty() ? "-" : field).append(' ');
        lines.setCharAt(lines.length() - 1, '\n');
    }

    private static String place(Rect at) {
        return number(at.x()) + " " + number(at.y()) + " " + number(at.width());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What can be read of a text. */
    public static Clip read(String text) {
        List<Card> cards = new ArrayList<>();
        List<Frame> frames = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        for (String line : text.lines().limit(MOST).filter(line -> line.length() <= LONGEST).toList()) {
            String[] f = line.strip().split(" ");
            try {
                if (f[0].equals("card") && f.length == 8) cards.add(card(f));
                else if (f[0].equals("frame") && f.length == 9) frames.add(frame(f));
                else if (f[0].equals("arrow") && f.length == 9) arrows.add(arrow(f));
            } catch (FormatException | IllegalArgumentException notOne) {
                System.getLogger(Clip.class.getName()).log(System.Logger.Level.DEBUG, "a line that is no card");
            }
        }
        return new Clip(cards, frames, arrows);
    }

    private static Card card(String[] f) throws FormatException {
        boolean auto = f[7].equals("auto");
        return new Card(field(f[1]), field(f[2]), DocumentUrl.parse(f[3]), rect(f[4], f[5], f[6], auto ? "0" : f[7]), auto);
    }

    private static Frame frame(String[] f) {
        return new Frame(field(f[1]), field(f[2]), rect(f[3], f[4], f[5], f[6]), caption(f[7], f[8]));
    }

    private static Arrow arrow(String[] f) {
        Point free = new Point(number(f[5]), number(f[6]));
        return new Arrow(end(f[1], free, f[3]), end(f[2], free, f[4]), caption(f[7], f[8]));
    }

    private static Edge.End end(String item, Point free, String head) {
        boolean arrow = Boolean.parseBoolean(head);
        return field(item).isEmpty() ? Edge.End.at(free, arrow) : Edge.End.of(field(item), arrow);
    }

    private static Caption caption(String color, String text) {
        return new Caption(URLDecoder.decode(field(text), StandardCharsets.UTF_8), field(color));
    }

    private static String field(String field) {
        return field.equals("-") ? "" : field;
    }

    private static Rect rect(String x, String y, String width, String height) {
        return new Rect(number(x), number(y), Math.max(0, number(width)), Math.max(0, number(height)));
    }

    private static double number(String field) {
        double number = Double.parseDouble(field);
        return Double.isFinite(number) ? Math.clamp(number, -FARTHEST, FARTHEST) : 0;
    }
}
