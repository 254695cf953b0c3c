// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.pushpin.content.Edge;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;

/** Boards as a whole: their ground, frames, arrows, from near and from afar. */
final class Boards {

    private Boards() {
    }

    static List<Exhibit> exhibits() {
        return List.of(
                new Exhibit("empty", 420, 260, studio -> { }),
                new Exhibit("ground", 320, 180, Boards::ground),
                new Exhibit("frames", 420, 340, Boards::frames),
                new Exhibit("arrows", 460, 370, Boards::arrows),
                new Exhibit("afar", 420, 280, Boards::many, studio -> zoom(studio, "zoomOut", 7)),
                new Exhibit("near", 420, 280, studio -> studio.pin("a", studio.text("# Silt\nSettles **slowly**"), 150, 90, 120, 0),
                        studio -> zoom(studio, "zoomIn", 4)),
                new Exhibit("minimap", 460, 300, Boards::many, studio -> studio.theatre.stage.perform("minimap")));
    }

    private static void zoom(Studio studio, String way, int times) {
        for (int i = 0; i < times; i++) {
            studio.theatre.stage.perform(way);
            studio.theatre.settle();
        }
        studio.theatre.pass(Duration.ofSeconds(1)); // until all is sharp
    }

    private static void ground(Studio studio) {
        studio.act(studio.theatre.board, "color", Map.of("color", "bigblue"));
        studio.pin("a", studio.text("On blue"), 20, 20, 120, 0);
        studio.frame("f", "A frame on it", "", new Rect(160, 30, 140, 120));
    }

    private static void frames(Studio studio) {
        studio.pin("a", studio.text("### Lock keeper\nSaw the flood."), 40, 60, 160, 0).pin("b", studio.sticky("green", "Eels"), 240, 80, 120, 120);
        studio.frame("inner", "", "sky", new Rect(220, 60, 160, 170), "b");
        studio.frame("outer", "Background reading", "", new Rect(20, 30, 380, 240), "a", "inner");
    }

    private static void arrows(Studio studio) {
        studio.pin("a", studio.text("Rain"), 20, 30, 120, 0).pin("b", studio.text("Silt"), 320, 30, 120, 0)
                .pin("c", studio.sticky("blue", "Eels"), 170, 170, 120, 120);
        studio.arrow("ab", Edge.End.of("a", false), Edge.End.of("b", true), "leads to", "");
        studio.arrow("bc", Edge.End.of("b", true), Edge.End.of("c", true), "", "#cc4444");
        studio.arrow("ca", Edge.End.of("c", false), Edge.End.of("a", false), "a line with a longer label", "");
        studio.arrow("out", Edge.End.of("c", false), Edge.End.at(new Point(420, 290), true), "", "");
    }

    private static void many(Studio studio) {
        for (int i = 0; i < 24; i++) {
            int x = 20 + 220 * (i % 6);
            int y = 20 + 180 * (i / 6);
            if (i % 3 == 0) studio.pin("k" + i, studio.sticky(i % 2 == 0 ? "yellow" : "pink", "Note " + i), x, y, 160, 140);
            else studio.pin("k" + i, studio.text("## Day " + i + "\nSamples were taken at the weir and at the mill."), x, y, 200, 140);
        }
    }
}
