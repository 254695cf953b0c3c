// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

import javax.imageio.ImageIO;

import org.pushpin.content.BlobRef;
import org.pushpin.content.ContentType;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Seed;
import org.pushpin.content.Size;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Blobs;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.internal.OpenRepo;

/** Makes boards: notes of one to nine lines, and every tenth card a picture, in rows and columns of {@link #WIDTH} × {@link #HEIGHT}. */
final class Boards {

    static final double WIDTH = 320;
    static final double HEIGHT = 240;
    private static final int PICTURES = 12;
    private static final int FLUSH = 500;
    private static final String[] WORDS = ("silt settle after rain who else measures here compare with last year bring the "
            + "long tape and two jars the bend at mill lane train leaves platform meet at the clock camera spare battery")
            .split(" ");

    private final OpenRepo repo;
    private final Parts parts;
    private final Random random = new Random(11);
    private final List<BlobRef> pictures = new ArrayList<>();

    Boards(OpenRepo repo, Parts parts) throws Exception {
        this.repo = repo;
        this.parts = parts;
        for (int i = 0; i < PICTURES; i++) {
            byte[] picture = picture(i);
            Blobs.Blob blob = repo.blobs().importBytes(picture).toCompletableFuture().get();
            pictures.add(new BlobRef(blob.id(), picture.length, "image/jpeg", "picture " + i + ".jpg"));
        }
    }

    private static byte[] picture(int number) throws Exception {
        BufferedImage image = new BufferedImage(1280, 860, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.getHSBColor(number / 12f, 0.5f, 0.9f), 0, 860, Color.DARK_GRAY));
        g.fillRect(0, 0, 1280, 860);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** A board of so many cards, as near to a square as it can be. */
    DocumentUrl make(int cards) throws Exception {
        int columns = (int) Math.ceil(Math.sqrt(cards * HEIGHT / WIDTH));
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < cards; i++) {
            Point at = new Point(i % columns * WIDTH, i / columns * HEIGHT);
            placements.add(new Placement("card" + i, card(i), at, 280, OptionalDouble.empty()));
            if (i % FLUSH == 0) {
                repo.flush().toCompletableFuture().get();
            }
        }
        ContentType board = parts.type("board");
        DocHandle handle = repo.create(null, edit -> board.create(edit, new Seed.Blank("Board of " + cards)));
        handle.changeSilently(null, edit -> board.perform(new Intent.Insert(placements), edit));
        repo.flush().toCompletableFuture().get();
        return handle.url("board");
    }

    private DocumentUrl card(int number) {
        boolean picture = number % 10 == 7;
        String type = picture ? "image" : "text";
        Seed seed = picture ? new Seed.Blob(pictures.get(number % PICTURES), Optional.of(new Size(1280, 860)))
                : new Seed.Text(text(number));
        return repo.create(null, edit -> parts.type(type).create(edit, seed)).url(type);
    }

    private String text(int number) {
        StringBuilder text = new StringBuilder("# Note " + number);
        int words = 6 + random.nextInt(50);
        for (int i = 0; i < words; i++) {
            text.append(i % 14 == 0 ? "\n" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
