// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Color;

class EmojiFontTest {

    private static final byte[] BYTES = bytes();
    private static final EmojiFont FONT = EmojiFont.read(BYTES).orElseThrow();

    @Test
    void sequencesAreOnePicture() {
        double one = FONT.emoji("🙂").orElseThrow().width();
        for (String emoji : EmojiClusterTest.WHOLE) {
            assertEquals(one, FONT.emoji(emoji).orElseThrow(() -> new AssertionError(emoji)).width(), emoji);
        }
        assertNotEquals(FONT.emoji("👍"), FONT.emoji("👍🏽"));
        assertNotEquals(FONT.emoji("🇩🇪"), FONT.emoji("🇫🇷"));
    }

    @Test
    void aSequenceThatTheFontLacksIsItsPartsSideBySide() {
        Emoji sled = FONT.emoji("👩‍🛷").orElseThrow();
        assertEquals(2 * FONT.emoji("👩").orElseThrow().width(), sled.width(), 1e-9);
    }

    @Test
    void whatTheFontLacksIsLeftToOthers() {
        assertEquals(Optional.empty(), FONT.emoji("漢"));
        assertEquals(Optional.empty(), FONT.emoji("\uDBFF\uDFFD"));
    }

    @Test
    void drawingsAreColouredAndStandOnTheLine() {
        for (String each : EmojiClusterTest.WHOLE) {
            Emoji emoji = FONT.emoji(each).orElseThrow();
            Rectangle2D box = emoji.layers().stream().map(layer -> layer.outline().getBounds2D())
                    .reduce(Rectangle2D::createUnion).orElseThrow();
            assertTrue(box.getMinX() >= 0 && box.getMaxX() <= emoji.width(), each + " is " + box);
            assertTrue(box.getMinY() > -1.1 && box.getMaxY() < 0.32, each + " is " + box);
            Set<Optional<Color>> colors = new HashSet<>();
            emoji.layers().forEach(layer -> colors.add(layer.color()));
            assertTrue(colors.size() > 1 || each.startsWith("❤"), each);
        }
    }

    @Test
    void aDamagedFontIsRefusedOrDrawsSomethingElse() throws IOException {
        Random random = new Random(5);
        for (String table : List.of("cmap", "GSUB", "COLR", "CPAL")) {
            int entry = entry(table);
            int start = ByteBuffer.wrap(BYTES).getInt(entry + 8);
            for (int i = 0; i < 150; i++) {
                byte[] damaged = BYTES.clone();
                int reach = i < 100 ? 64 : ByteBuffer.wrap(BYTES).getInt(entry + 12);
                for (int k = 0; k < 4; k++) damaged[start + random.nextInt(reach)] = (byte) random.nextInt(256);
                tables(damaged);
            }
            byte[] lying = BYTES.clone();
            ByteBuffer.wrap(lying).putInt(entry + 12, Integer.MAX_VALUE);
            assertEquals(Optional.empty(), EmojiFont.read(lying));
        }
        assertEquals(Optional.empty(), EmojiFont.read(new byte[0]));
        assertEquals(Optional.empty(), EmojiFont.read(Arrays.copyOf(BYTES, 3000)));
    }

    /** Everything that is read here; creating the platform's font each time would take long. */
    private static void tables(byte[] font) {
        try {
            FontTable tables = FontTable.of(font);
            Characters characters = new Characters(tables.table("cmap").orElseThrow());
            new Ligatures(tables.table("GSUB").orElseThrow(), 3).apply("ab");
            ColorLayers layers = new ColorLayers(tables.table("COLR").orElseThrow(), tables.table("CPAL").orElseThrow());
            for (int glyph = 0; glyph < 2000; glyph++) layers.of(glyph);
            characters.glyph(0x1F642);
        } catch (DamagedFontException refused) {
            assertTrue(refused.getMessage().length() > 3);
        }
    }

    private static int entry(String tag) {
        for (int i = 0; i < 20; i++) if (new String(BYTES, 12 + 16 * i, 4, java.nio.charset.StandardCharsets.US_ASCII).equals(tag)) return 12 + 16 * i;
        throw new AssertionError("no " + tag);
    }

    private static byte[] bytes() {
        try (InputStream in = EmojiFontTest.class.getResourceAsStream("/fonts/Twemoji.ttf")) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
