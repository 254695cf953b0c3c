// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.pushpin.content.Intent;
import org.pushpin.content.Seed;
import org.pushpin.content.StickyColor;
import org.pushpin.content.View;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.fixture.Types;

/** Cards of each type, on a board and opened, and what stands in a card's place. */
final class Cards {

    private static final String NOTE = """
            ## River watch
            How **volunteers** map a *catchment*: ~~200~~ 300 people, `every` ==second== Sunday. See [the map](https://example.org).
            ### To pack
            - [x] Boots, and a long tape that does not stretch when it is wet
            - [ ] Sample jars
              - two for the mill
            1. First the weir
            2. Then the mill
            > It was never this clear in May.
            ```
            depth = 1.8  # m
            ```
            | Site | Depth |
            |---|--:|
            | Weir | 1.8 |
            | Mill | 12.25 |
            ---
            The end.""";

    private static final String SCRIPTS = """
            שלום עולם, 42 דגים!
            مرحبا بالعالم، ١٢ سمكة
            Vine\u0301gar, A\u030angstro\u0308m, n\u0303, e\u0302\u0323
            abc אבג def
            🫙🌊👩‍🔬👍🏽🇳🇱 ok""";

    private Cards() {
    }

    static List<Exhibit> exhibits() {
        return List.of(
                new Exhibit("text", 380, 470, studio -> studio.pin("a", studio.text(NOTE), 20, 20, 340, 0)),
                new Exhibit("text-opened", 560, 420, studio -> studio.shown = studio.text(NOTE)),
                new Exhibit("text-marks", 320, 130, Cards::marks),
                new Exhibit("text-clipped", 320, 150, studio -> studio.pin("a", studio.text(NOTE), 20, 20, 280, 100)),
                new Exhibit("scripts", 320, 190, studio -> studio.pin("a", studio.text(SCRIPTS), 20, 20, 280, 0)),
                new Exhibit("stickies", 440, 350, Cards::stickies),
                new Exhibit("ink", 320, 220, Cards::ink),
                new Exhibit("images", 420, 480, Cards::images),
                new Exhibit("image-opened", 420, 300, studio -> studio.shown = studio.image(SamplePictures.png(), "image/png", "Mill lane.png", 160, 120)),
                new Exhibit("pictures-refused", 420, 380, Cards::refused),
                new Exhibit("files", 420, 340, Cards::files),
                new Exhibit("file-opened", 420, 260, studio -> studio.shown = studio.file(Studio.bytes("%PDF-1.4"), "application/pdf", "Silt and seasons.pdf")),
                new Exhibit("boards", 440, 270, Cards::boards),
                new Exhibit("strangers", 420, 340, Cards::strangers),
                new Exhibit("workspace", 360, 240, Cards::workspace));
    }

    private static void marks(Studio studio) {
        DocumentUrl url = studio.text("Bring the long tape and see the map of silt");
        ObjectId text = Types.text(studio.theatre.repo.handle(url).current());
        studio.theatre.perform(url, new Intent.Format(text, 10, 19, "strong", new Scalar.Bool(true)));
        studio.theatre.perform(url, new Intent.Format(text, 24, 31, "link", Scalar.of("https://example.org")));
        studio.theatre.perform(url, new Intent.Format(text, 35, 43, "em", new Scalar.Bool(true)));
        studio.pin("a", url, 20, 20, 280, 0);
    }

    private static void stickies(Studio studio) {
        StickyColor[] colors = StickyColor.values();
        for (int i = 0; i < colors.length; i++) {
            String text = i == 1 ? "Ask about the flood\n- [x] lock keeper\n- [ ] miller" : colors[i].id();
            studio.pin("s" + i, studio.sticky(colors[i].id(), text), 20 + 140 * (i % 3), 20 + 140 * (i / 3), 120, 120);
        }
    }

    private static void ink(Studio studio) {
        DocumentUrl url = studio.theatre.factory.create("ink", new Seed.Blank("The bend"));
        String[] pens = {"ink/3", "red/6", "blue/12", "green/1.5"};
        for (int pen = 0; pen < pens.length; pen++) {
            List<Intent.Sample> path = new ArrayList<>();
            for (int i = 0; i <= 60; i++) {
                path.add(new Intent.Sample(20 + i * 4, 30 + pen * 36 + 14 * Math.sin(i / 6.0 + pen), 0.5, i * 10));
            }
            studio.theatre.perform(url, new Intent.Stroke(pens[pen], path));
        }
        studio.pin("a", url, 20, 20, 280, 180);
    }

    private static void images(Studio studio) {
        studio.pin("png", studio.image(SamplePictures.png(), "image/png", "Mill lane.png", 160, 120), 20, 20, 180, 0)
                .pin("jpg", studio.image(SamplePictures.turnedJpeg(), "image/jpeg", "Turned.jpg", 160, 120), 220, 20, 180, 0)
                .pin("svg", studio.image(SamplePictures.svg(), "image/svg+xml", "Hills.svg", 160, 120), 20, 210, 180, 0)
                .pin("webp", studio.image(SamplePictures.webp(), "image/webp", "Half.webp", 160, 90), 220, 210, 180, 0);
    }

    private static void refused(Studio studio) {
        byte[] bomb = SamplePictures.png();
        System.arraycopy(new byte[] {0, 0, (byte) 0x9C, 0x40, 0, 0, (byte) 0x9C, 0x40}, 0, bomb, 16, 8);
        studio.pin("absent", studio.absent("Eels.jpg"), 20, 20, 180, 140)
                .pin("damaged", studio.image(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1}, "image/png", "Torn.png", 160, 120), 220, 20, 180, 140)
                .pin("huge", studio.image(bomb, "image/png", "Catchment.png", 40_000, 40_000), 20, 175, 180, 140)
                .pin("unknown", studio.image(Studio.bytes("GIMP"), "image/x-xcf", "Layers.xcf", 160, 120), 220, 175, 180, 140);
    }

    private static void files(Studio studio) {
        studio.pin("pdf", studio.file(Studio.bytes("%PDF-1.4"), "application/pdf", "Silt and seasons.pdf"), 20, 20, 180, 120)
                .pin("zip", studio.file(new byte[52_000], "application/zip", "jars.zip"), 220, 20, 180, 120)
                .pin("long", studio.file(new byte[1], "audio/ogg", "Interview with the lock keeper about the flood of 1987, part two.ogg"), 20, 160, 180, 120)
                .pin("none", studio.file(new byte[0], "application/octet-stream", "eels"), 220, 160, 180, 120);
    }

    private static void boards(Studio studio) {
        DocumentUrl nested = studio.board("Week two");
        DocumentUrl main = studio.theatre.board;
        studio.theatre.board = nested;
        for (int i = 0; i < 6; i++) {
            studio.pin("n" + i, i % 2 == 0 ? studio.sticky(StickyColor.values()[i].id(), "x") : studio.text("## Day " + i), (i % 3) * 300, (i / 3) * 220, 240, 160);
        }
        studio.theatre.board = main;
        DocumentUrl tinted = studio.board("A board whose name is much longer than its card is wide");
        studio.act(tinted, "color", Map.of("color", "herb"));
        studio.pin("full", nested, 20, 20, 200, 180).pin("empty", tinted, 240, 20, 180, 140);
    }

    private static void strangers(Studio studio) {
        studio.theatre.add(new Types.Any("trouble", (document, in) -> {
            throw new IllegalStateException("of its own");
        }));
        studio.theatre.add(new Types.Any("fine", (document, in) -> View.Text.of("fine", in.theme().body())));
        DocumentUrl plugin = studio.theatre.repo.create(null, edit -> edit.putObject(ObjectId.ROOT, "x", ObjectType.MAP)).url("kanban");
        studio.pin("waiting", studio.theatre.repo.unknown("text"), 20, 20, 180, 120).pin("unknown", plugin, 220, 20, 180, 120)
                .pin("broken", studio.theatre.factory.create("trouble", Seed.blank()), 20, 160, 180, 120)
                .pin("fine", studio.theatre.factory.create("fine", Seed.blank()), 220, 160, 180, 120);
    }

    private static void workspace(Studio studio) {
        DocumentUrl url = studio.theatre.factory.create("workspace", new Seed.Blank("Home"));
        for (String title : List.of("Field trip", "Week two", "")) {
            studio.act(url, "add", Map.of("url", studio.board(title).toString()));
        }
        studio.shown = url;
    }
}
