// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import org.pushpin.content.Adjustment;
import org.pushpin.content.CardSize;
import org.pushpin.content.ContentType;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.Posters;

/** Puts cards onto an empty board in columns, each card below the shortest column so far. Waits for the layout. */
public record BoardLayout(Repo repo, ContentRegistry registry, Posters posters) {

    private static final double GAP = 40;
    private static final double COLUMN = 360;

    /** From a card to another; none where one of them is not on the board. */
    record Arrow(DocumentUrl from, DocumentUrl to) {}

    void fill(DocumentUrl board, List<DocumentUrl> cards, List<Arrow> arrows) {
        ContentType type = registry.type("board").orElseThrow();
        DocHandle handle = repo.open(board).toCompletableFuture().join();
        List<Placement> placements = new ArrayList<>();
        Map<DocumentUrl, String> keys = new HashMap<>();
        for (DocumentUrl card : cards) {
            CardSize size = size(card.contentType());
            Placement placement = new Placement(key(), card, Point.ORIGIN, Math.min(size.width(), COLUMN), size.height());
            placements.add(placement);
            keys.put(card, placement.key());
        }
        handle.changeSilently(null, edit -> {
            type.perform(new Intent.Insert(placements), edit);
            for (Arrow arrow : arrows) {
                if (!keys.containsKey(arrow.from) || !keys.containsKey(arrow.to)) continue;
                type.perform(new Intent.Connect(key(), Edge.End.of(keys.get(arrow.from), false), Edge.End.of(keys.get(arrow.to), true)), edit);
            }
        });
        Map<String, Adjustment> places = places(placements, heights(board));
        handle.changeSilently(null, edit -> type.perform(new Intent.Arrange(places), edit));
    }

    private static String key() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private CardSize size(String type) {
        return registry.type(type).map(known -> known.descriptor(Locale.ROOT).size()).orElse(CardSize.cells(15, 0, 2, 2, 72, 72));
    }

    /** How high the cards turned out; none where the board could not be laid out. */
    private Map<String, Rect> heights(DocumentUrl board) {
        try {
            return posters.poster(board, Theme.LIGHT).toCompletableFuture().join().places();
        } catch (CompletionException unknown) {
            return Map.of();
        }
    }

    private static Map<String, Adjustment> places(List<Placement> cards, Map<String, Rect> heights) {
        double[] bottoms = new double[Math.clamp((int) Math.ceil(Math.sqrt(cards.size())), 1, 12)];
        Map<String, Adjustment> places = new HashMap<>();
        for (Placement card : cards) {
            int column = 0;
            for (int i = 1; i < bottoms.length; i++) if (bottoms[i] < bottoms[column]) column = i;
            double y = Math.ceil((bottoms[column] + GAP) / CardSize.CELL) * CardSize.CELL;
            places.put(card.key(), Adjustment.move(new Point(GAP + column * (COLUMN + GAP), y)));
            bottoms[column] = y + heights.getOrDefault(card.key(), new Rect(0, 0, 1, card.height().orElse(200))).height();
        }
        return places;
    }
}
