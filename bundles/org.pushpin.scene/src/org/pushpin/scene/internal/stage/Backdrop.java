// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Color;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.camera.Camera;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.render.Overview;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * All cards in sight as blocks of colour in one picture, for what is not painted yet where they are small. However many
 * there are, a frame has one sprite more, and making it costs a fill for each of at most {@value #MOST} cards. Ui thread.
 */
final class Backdrop {

    /** Beyond, every second or third is enough for a moment. */
    private static final int MOST = 4000;
    /** Points for a pixel. */
    private static final int COARSE = 2;
    private static final int LOOKS = 12;

    private final Core core;
    private long versions;
    private Made made;

    /** What a picture was made from, and the picture. */
    private record Made(Scene scene, Camera camera, int width, int height, Set<String> held, Sprite sprite) {}

    Backdrop(Core core) {
        this.core = core;
    }

    /** Nothing where squares of the plane are all over the window. */
    Optional<Sprite> sprite(Overview overview) {
        if (covers(overview.tiles())) return Optional.empty();
        Set<String> held = new HashSet<>();
        core.lifted.items().forEach(item -> held.add(item.key()));
        Scene scene = core.scene().orElse(null);
        boolean same = made != null && made.scene == scene && made.camera.equals(core.camera) && made.width == core.width
                && made.height == core.height && made.held.equals(held);
        if (!same) made = new Made(scene, core.camera, core.width, core.height, held, make(held));
        return Optional.of(made.sprite);
    }

    /** Looks at the window here and there. */
    private boolean covers(List<Overview.Square> squares) {
        Rect view = core.camera.viewport(core.width, core.height);
        for (int row = 0; row < LOOKS; row++) {
            for (int column = 0; column < LOOKS; column++) {
                Point at = new Point(view.x() + (column + 0.5) * view.width() / LOOKS,
                        view.y() + (row + 0.5) * view.height() / LOOKS);
                if (squares.stream().noneMatch(square -> square.area().contains(at))) return false;
            }
        }
        return true;
    }

    /** @param held what is a picture of its own */
    private Sprite make(Set<String> held) {
        BufferedImage image = new BufferedImage((core.width + COARSE - 1) / COARSE, (core.height + COARSE - 1) / COARSE,
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        List<SceneItem> items = core.shownIn(core.camera.viewport(core.width, core.height));
        int step = items.size() / MOST + 1;
        for (int i = 0; i < items.size(); i += step) if (!held.contains(items.get(i).key())) fill(g, items.get(i));
        g.dispose();
        return new Sprite("block/all", ++versions, image, 0, 0, image.getWidth() * COARSE, image.getHeight() * COARSE);
    }

    private void fill(Graphics2D g, SceneItem item) {
        if (item.chrome().background().isEmpty()) return;
        Rect at = core.camera.points(core.shown(item));
        Color ground = item.chrome().background().map(Overview::flat).orElseThrow();
        g.setColor(new java.awt.Color(ground.argb(), true));
        int x = (int) Math.round(at.x() / COARSE);
        int y = (int) Math.round(at.y() / COARSE);
        g.fillRect(x, y, (int) Math.max(1, Math.round(at.right() / COARSE) - x), (int) Math.max(1, Math.round(at.bottom() / COARSE) - y));
    }
}
