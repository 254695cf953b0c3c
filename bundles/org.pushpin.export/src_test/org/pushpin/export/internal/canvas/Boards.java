// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.pushpin.content.BoardColor;
import org.pushpin.content.Caption;
import org.pushpin.content.Edge;
import org.pushpin.content.Fields;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.internal.cards.Content;
import org.pushpin.export.internal.fixture.Desk;

import com.google.gson.JsonObject;

/** Boards at random, made as people make them, and what is the same in two of them. */
final class Boards {

    private final Desk desk;
    private final Random random;
    private final List<String> keys = new ArrayList<>();
    private final List<String> frames = new ArrayList<>();

    Boards(Desk desk, long seed) {
        this.desk = desk;
        this.random = new Random(seed);
    }

    /** The first of a row of steps, the same for the same seed: fewer of them make a smaller board. */
    DocumentUrl board(int steps) {
        DocumentUrl board = desk.create("board", new Seed.Blank("A board"));
        for (int i = 0; i < steps; i++) step(board, i);
        return board;
    }

    private void step(DocumentUrl board, int number) {
        String key = "k" + number;
        int kind = random.nextInt(11);
        if (kind < 5) {
            Placement card = new Placement(key, card(number), point(), length(), random.nextBoolean() ? java.util.OptionalDouble.empty()
                    : java.util.OptionalDouble.of(length()));
            desk.perform(board, new Intent.Insert(List.of(card)));
            keys.add(key);
        } else if (kind == 5) {
            desk.perform(board, new Intent.Enclose(key, new Rect(number(), number(), length(), length()), some(), "", new Caption(text(), color())));
            keys.add(key);
            frames.add(key);
        } else if (kind == 6 && keys.size() > 1) {
            desk.perform(board, new Intent.Connect(key, end(), end(), new Caption(text(), color())));
        } else if (kind == 7 && !keys.isEmpty()) {
            desk.perform(board, new Intent.Order(List.of(one(keys)), one(keys)));
        } else if (kind == 8 && !frames.isEmpty()) {
            desk.perform(board, new Intent.Reparent(some(), random.nextInt(3) == 0 ? "" : one(frames)));
        } else if (kind == 9 && !keys.isEmpty()) {
            desk.perform(board, random.nextBoolean() ? new Intent.Lock(Set.of(one(keys)), true) : new Intent.Remove(Set.of(one(keys))));
        } else {
            desk.perform(board, random.nextBoolean() ? new Intent.Rename(text()) : new Intent.Act("color", java.util.Map.of("color", Scalar.of(color()))));
        }
    }

    private DocumentUrl card(int number) {
        return switch (random.nextInt(6)) {
            case 0 -> note();
            case 1 -> sticky();
            case 2 -> desk.blob(Desk.picture(), "image/png", "photo " + number % 3 + ".png");
            case 3 -> desk.blob(("file " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/zip", text().replace('/', '-') + ".zip");
            case 4 -> desk.create("ink", new Seed.Blank("Ink"));
            default -> inner(number);
        };
    }

    private DocumentUrl inner(int number) {
        DocumentUrl inner = desk.create("board", new Seed.Blank("Inner " + number % 4));
        desk.perform(inner, new Intent.Insert(List.of(new Placement("in", note(), point(), 200, java.util.OptionalDouble.empty()))));
        return inner;
    }

    private DocumentUrl note() {
        DocumentUrl note = desk.create("text", new Seed.Text(text()));
        ObjectId text = Fields.root(desk.document(note)).object("text", ObjectType.TEXT).orElseThrow();
        int length = desk.document(note).length(text);
        if (length > 2 && random.nextBoolean()) desk.perform(note, new Intent.Format(text, 0, 2, "strong", Scalar.of(true)));
        return note;
    }

    private DocumentUrl sticky() {
        DocumentUrl sticky = desk.create("sticky", new Seed.Text(text()));
        desk.perform(sticky, new Intent.Act("color", java.util.Map.of("color", Scalar.of("pink"))));
        return sticky;
    }

    private Edge.End end() {
        return random.nextInt(4) == 0 ? Edge.End.at(point(), random.nextBoolean()) : Edge.End.of(one(keys), random.nextBoolean());
    }

    private Set<String> some() {
        Set<String> some = new java.util.HashSet<>();
        for (String key : keys) if (random.nextInt(3) == 0) some.add(key);
        return some;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Point point() {
        return new Point(number(), number());
    }

    private double number() {
        double number = random.nextInt(4000) - 2000;
        return random.nextInt(3) == 0 ? number + random.nextDouble() : number;
    }

    private double length() {
        return 40 + random.nextInt(600) + (random.nextInt(3) == 0 ? 0.25 : 0);
    }

    private String color() {
        return BoardColor.values()[random.nextInt(BoardColor.values().length)].id();
    }

    private String text() {
        return List.of("", "One line", "# Title\n\n- item **bold**\n", "\u05e9\u05dc\u05d5\u05dd \ud83d\ude00", "../../etc/passwd", "con", "https://a.example/", "a \"quote\" \\ / <b>")
                .get(random.nextInt(8));
    }

    // what is the same

    /** All that a board shows, and all that its cards say; not which documents those are. */
    static JsonObject shown(Desk desk, DocumentUrl url, int depth) {
        BoardFields board = BoardFields.of(desk.document(url));
        JsonObject all = new JsonObject();
        all.addProperty("title", board.root().string("title"));
        all.addProperty("background", BoardColor.of(board.root().string("background")).id());
        JsonObject entries = new JsonObject();
        int height = 0;
        for (BoardFields.Entry entry : board.entries()) entries.add(entry.key(), entry(desk, board, entry, height++, depth));
        all.add("cards", entries);
        JsonObject edges = new JsonObject();
        Set<String> present = entries.keySet();
        board.wires().forEach(wire -> {
            JsonObject edge = new JsonObject();
            for (String name : List.of("from", "to")) edge.addProperty(name, wire.fields().string(name));
            for (String name : List.of("fromX", "fromY", "toX", "toY")) edge.addProperty(name, wire.fields().number(name).orElse(0));
            for (String name : List.of("fromArrow", "toArrow")) edge.addProperty(name, wire.fields().isTrue(name));
            edge.addProperty("label", wire.fields().string("label"));
            edge.addProperty("color", BoardColor.of(wire.fields().string("color")).id());
            boolean seen = List.of("from", "to").stream().map(wire.fields()::string).allMatch(key -> key.isEmpty() || present.contains(key));
            if (seen) edges.add(wire.key(), edge);
        });
        all.add("edges", edges);
        return all;
    }

    private static JsonObject entry(Desk desk, BoardFields board, BoardFields.Entry entry, int height, int depth) {
        JsonObject one = new JsonObject();
        one.addProperty("at", entry.at().toString());
        one.addProperty("auto", entry.auto());
        one.addProperty("z", height);
        one.addProperty("locked", entry.fields().isTrue("locked"));
        one.addProperty("title", entry.fields().string("title"));
        one.addProperty("color", BoardColor.of(entry.fields().string("color")).id());
        boolean framed = board.entries().stream().anyMatch(other -> other.isFrame() && other.key().equals(entry.fields().string("frame")));
        one.addProperty("frame", framed ? entry.fields().string("frame") : "");
        if (entry.isFrame()) return one;
        one.addProperty("type", entry.url().orElseThrow().contentType());
        boolean inner = entry.url().get().contentType().equals("board");
        if (!inner) one.add("document", Content.of(desk.document(entry.url().get())));
        else if (depth > 0) one.add("board", shown(desk, entry.url().get(), depth - 1));
        return one;
    }
}
