// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.util.Map;

import org.pushpin.content.BoardColor;
import org.pushpin.content.Color;
import org.pushpin.content.Theme;

/** The colours of JSON Canvas: six without fixed values, and any by its hex digits. */
final class CanvasColors {

    private static final Map<String, BoardColor> PRESETS = Map.of("1", BoardColor.RUST, "2", BoardColor.PEACH, "3", BoardColor.ENGINEER,
            "4", BoardColor.PINE, "5", BoardColor.SOFT, "6", BoardColor.ROYAL);
    private static final Map<String, String> STICKY = Map.of("pink", "1", "orange", "2", "yellow", "3", "green", "4", "blue", "5",
            "violet", "6");

    private CanvasColors() {
    }

    /** The id of the board's colour for one of a canvas: the nearest; empty for none, and for what is no colour. */
    static String board(String canvas) {
        if (PRESETS.containsKey(canvas)) return PRESETS.get(canvas).id();
        if (!canvas.matches("#[0-9A-Fa-f]{6}")) return "";
        Color wanted = Color.of(canvas);
        BoardColor best = BoardColor.SNOW;
        for (BoardColor color : BoardColor.values()) {
            if (color != BoardColor.DEFAULT && distance(color, wanted) < distance(best, wanted)) best = color;
        }
        return best.id();
    }

    private static int distance(BoardColor color, Color wanted) {
        int a = color.paper(Theme.LIGHT).argb();
        int b = wanted.argb();
        int red = (a >> 16 & 255) - (b >> 16 & 255);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }

    /** Empty for none. */
    static String canvas(String board) {
        BoardColor color = BoardColor.of(board);
        if (board.matches("#[0-9A-Fa-f]{6}")) return board;
        if (color == BoardColor.DEFAULT) return "";
        return PRESETS.entrySet().stream().filter(preset -> preset.getValue() == color).map(Map.Entry::getKey).findFirst()
                .orElseGet(() -> color.paper(Theme.LIGHT).hex());
    }

    /** Of a sticky note. */
    static String sticky(String color) {
        return STICKY.getOrDefault(color, "3");
    }
}
