// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.content.BlobRef;
import org.pushpin.content.Caption;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.content.Size;
import org.pushpin.content.Theme;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.fixture.FakeRepo;
import org.pushpin.scene.internal.fixture.Theatre;

/** Where a view is set up and its picture is taken. */
final class Studio implements AutoCloseable {

    final Theatre theatre = Theatre.ofTheProduct(Lettering.FONTS);
    /** What is opened. */
    DocumentUrl shown = theatre.board;
    /** Where others are at the same board; closed with this. */
    final List<Studio> others = new ArrayList<>();

    DocumentUrl text(String text) {
        return theatre.factory.create("text", new Seed.Text(text));
    }

    DocumentUrl sticky(String color, String text) {
        DocumentUrl url = theatre.factory.create("sticky", new Seed.Text(text));
        act(url, "color", Map.of("color", color));
        return url;
    }

    DocumentUrl board(String title) {
        return theatre.factory.create("board", new Seed.Blank(title));
    }

    DocumentUrl image(byte[] content, String mediaType, String name, int width, int height) {
        return file("image", content, mediaType, name, Optional.of(new Size(width, height)));
    }

    DocumentUrl file(byte[] content, String mediaType, String name) {
        return file("file", content, mediaType, name, Optional.empty());
    }

    private DocumentUrl file(String type, byte[] content, String mediaType, String name, Optional<Size> pixels) {
        var blob = theatre.repo.blobs.put(content);
        return theatre.factory.create(type, new Seed.Blob(new BlobRef(blob.id(), content.length, mediaType, name), pixels));
    }

    /** A picture that no peer has brought yet. */
    DocumentUrl absent(String name) {
        return theatre.factory.create("image", new Seed.Blob(new BlobRef(FakeRepo.FakeBlobs.id(200), 2_400_000, "image/jpeg", name),
                Optional.of(new Size(160, 120))));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void act(DocumentUrl url, String name, Map<String, String> arguments) {
        Map<String, Scalar> values = new java.util.HashMap<>();
        arguments.forEach((key, value) -> values.put(key, Scalar.of(value)));
        theatre.perform(url, new Intent.Act(name, values));
    }

    /** Pins at a place of the board, which is the same of the picture; a height of 0 is automatic. */
    Studio pin(String key, DocumentUrl url, double x, double y, double width, double height) {
        theatre.pin(key, url, x, y, width, height);
        return this;
    }

    void frame(String key, String title, String color, Rect at, String... items) {
        theatre.perform(theatre.board, new Intent.Enclose(key, at, java.util.Set.of(items), "", new Caption(title, color)));
    }

    void arrow(String key, Edge.End from, Edge.End to, String label, String color) {
        theatre.perform(theatre.board, new Intent.Connect(key, from, to, new Caption(label, color)));
    }

    void open(Theme theme, int width, int height, double scale) {
        theatre.open(shown, theme, width, height, scale);
    }

    BufferedImage picture() {
        theatre.settle();
        return FramePicture.of(theatre.stage.frame());
    }

    @Override
    public void close() {
        others.forEach(Studio::close);
        theatre.close();
    }
}
