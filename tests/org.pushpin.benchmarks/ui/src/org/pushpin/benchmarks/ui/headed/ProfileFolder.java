// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.pushpin.benchmarks.repo.OpenProfile;
import org.pushpin.content.BlobRef;
import org.pushpin.content.ContentType;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Seed;
import org.pushpin.content.Size;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Blobs;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.internal.OpenRepo;

/** Makes a profile on a disk with a board in it, as the product would have stored it. */
final class ProfileFolder {

    private static final int FLUSH = 500;

    private final OpenRepo repo;
    private final Map<Cards.Kind, ContentType> types = new HashMap<>();
    private final List<BlobRef> pictures = new ArrayList<>();

    private ProfileFolder(OpenRepo repo) throws Exception {
        this.repo = repo;
        types.put(Cards.Kind.TEXT, type("text", "Text"));
        types.put(Cards.Kind.STICKY, type("sticky", "Sticky"));
        types.put(Cards.Kind.PICTURE, type("image", "Image"));
        types.put(Cards.Kind.MARKER, type("image", "Image"));
        for (int i = 0; i < Cards.PICTURES; i++) {
            pictures.add(blob(Pictures.picture(i), "image/jpeg", "picture " + i + ".jpg"));
        }
        pictures.add(blob(Pictures.marker(), "image/png", "marker.png"));
    }

    /** @return the board's link */
    static DocumentUrl make(Path folder, Cards cards) throws Exception {
        try (OpenProfile profile = new OpenProfile(folder)) {
            return new ProfileFolder(profile.repo()).board(cards);
        }
    }

    /** By its class's name: nobody may name the class. */
    static ContentType type(String name, String prefix) throws ReflectiveOperationException {
        return (ContentType) Class.forName("org.pushpin.content." + name + ".internal." + prefix + "Type").getConstructor().newInstance();
    }

    private BlobRef blob(byte[] content, String mediaType, String name) throws Exception {
        Blobs.Blob blob = repo.blobs().importBytes(content).toCompletableFuture().get();
        return new BlobRef(blob.id(), content.length, mediaType, name);
    }

    private DocumentUrl board(Cards cards) throws Exception {
        List<Placement> placements = new ArrayList<>();
        for (Cards.Card card : cards.all()) {
            Point at = new Point(card.x(), card.y());
            boolean sticky = card.kind() == Cards.Kind.STICKY;
            placements.add(new Placement(card.key(), document(card), at, sticky ? Cards.STICKY : Cards.CARD_WIDTH,
                    sticky ? OptionalDouble.of(Cards.STICKY) : OptionalDouble.empty()));
            if (card.number() % FLUSH == 0) {
                repo.flush().toCompletableFuture().get();
            }
        }
        ContentType board = type("board", "Board");
        DocHandle handle = repo.create(null, edit -> board.create(edit, new Seed.Blank("Board of " + placements.size())));
        handle.changeSilently(null, edit -> board.perform(new Intent.Insert(placements), edit));
        DocumentUrl url = handle.url("board");
        repo.setting("camera/" + url.id(), Bytes.utf8(String.format(Locale.ROOT, "%d %d 1", Cards.LEFT, Cards.TOP)));
        repo.flush().toCompletableFuture().get();
        return url;
    }

    private DocumentUrl document(Cards.Card card) {
        Seed seed = switch (card.kind()) {
            case MARKER -> picture(Cards.PICTURES);
            case PICTURE -> picture(card.number() % Cards.PICTURES);
            case STICKY, TEXT -> new Seed.Text(card.text());
        };
        String name = switch (card.kind()) {
            case MARKER, PICTURE -> "image";
            case STICKY -> "sticky";
            case TEXT -> "text";
        };
        return repo.create(null, edit -> types.get(card.kind()).create(edit, seed)).url(name);
    }

    private Seed picture(int number) {
        return new Seed.Blob(pictures.get(number), Optional.of(new Size(Cards.PICTURE_WIDTH, Cards.PICTURE_HEIGHT)));
    }
}
