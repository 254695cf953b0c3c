// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.rehearsal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.pushpin.content.BlobRef;
import org.pushpin.content.ContentType;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Seed;
import org.pushpin.content.Size;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Subscription;
import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Stage;
import org.pushpin.scene.StageHost;
import org.pushpin.scene.internal.core.Histories;
import org.pushpin.scene.internal.core.Self;
import org.pushpin.scene.internal.core.Services;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.plugin.PluginException;
import org.pushpin.scene.internal.preview.Previews;

/**
 * Shows a board of every card type to nobody, and does with it what people do: in a fresh virtual machine classes are loaded, fonts
 * read and methods compiled by that, which would otherwise keep the first board waiting. Nothing is stored or said. What it does takes less than a second of one processor; it ends early when told to. One thread, its own.
 */
public final class Rehearsal {

    private static final Logger LOG = System.getLogger(Rehearsal.class.getName());

    private static final String BOARD = "board";
    private static final List<String> NEEDED = List.of(BOARD, "text", "image");
    /** What lies on it, as far as it is installed: mostly text. */
    private static final List<String> TYPES = List.of("text", "image", "text", "sticky", "text", "ink", "text", "board", "text", "file");
    private static final int ROUNDS = 2;
    /** Documents of the profile that are read from the disk, of which nothing is shown. */
    private static final int READ = 3;
    private static final int CARDS = 20;
    private static final int COLUMNS = 5;
    private static final Optional<Size> SIZE = Optional.of(new Size(PaperFiles.WIDTH, PaperFiles.HEIGHT));
    private static final String TEXT = """
            # A heading and a few words
            Text with **bold** and *slanted* words, `code` and a [link](https://example.org), long enough to be broken.
            - one
            - [x] two
            > three
            """;

    /** Opens a stage; on paper as in a window. */
    @FunctionalInterface
    public interface Opener {
        Stage open(DocumentUrl url, Services services, StageHost host);
    }

    private final Services real;
    private final Opener opener;
    private final BooleanSupplier stopped;
    private final PaperWindow window = new PaperWindow();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Subscription types = () -> { };

    /** @param stopped whether somebody waits for what this takes */
    public Rehearsal(Services real, Opener opener, BooleanSupplier stopped) {
        this.real = real;
        this.opener = opener;
        this.stopped = stopped;
    }

    /** Begins, on a thread of its own, as soon as the cards that most boards have can be shown. */
    public void begin() {
        types = real.registry().subscribe(this::beginNow);
        beginNow();
    }

    private void beginNow() {
        boolean ready = NEEDED.stream().allMatch(type -> real.registry().type(type).isPresent());
        if (!ready || !begun.compareAndSet(false, true)) return;
        Thread.ofPlatform().daemon().name("render-rehearsal").start(this::run);
    }

    /** All of it, here and now. */
    void run() {
        types.close();
        real.repo().documents().stream().limit(READ).takeWhile(id -> !stopped.getAsBoolean()).forEach(real.repo()::local);
        for (int round = 0; round < ROUNDS && !stopped.getAsBoolean(); round++) {
            try (PaperRepo repo = new PaperRepo(real.repo().peers()); Guard guard = real.guard().another()) {
                play(repo, guard, round);
            } catch (IOException | PluginException | RuntimeException broken) { // whatever breaks, breaks again where it is seen
                LOG.log(Level.DEBUG, "the rehearsal ended early", broken);
                return;
            }
        }
    }

    private void play(PaperRepo repo, Guard guard, int round) throws IOException, PluginException {
        try (Previews previews = new Previews(repo.files, Runnable::run)) {
            Services services = new Services(repo, real.registry(), real.factory(), guard, real.fonts(), previews, window::execute,
                    (due, task) -> { }, new Histories(), new Self(repo));
            DocumentUrl board = board(repo, guard, round);
            try (Stage stage = opener.open(board, services, window)) {
                stage.resize(1440, 800, 1);
                settle(stage);
                act(stage);
            }
        }
    }

    private void settle(Stage stage) {
        window.settle(stopped);
        stage.frame();
    }

    // what is on the board

    private DocumentUrl board(PaperRepo repo, Guard guard, int round) throws IOException, PluginException {
        List<DocumentUrl> cards = new ArrayList<>();
        List<BlobRef> pictures = pictures(repo);
        for (int i = 0; i < CARDS && !stopped.getAsBoolean(); i++) {
            String name = TYPES.get(i % TYPES.size());
            Seed seed = switch (name) {
                case "image", "file" -> new Seed.Blob(pictures.get(i % pictures.size()), SIZE);
                case "text" -> new Seed.Text(TEXT + round + i);
                default -> new Seed.Blank("Round " + round);
            };
            if (real.registry().type(name).isPresent()) cards.add(make(repo, guard, name, seed));
        }
        ContentType type = real.registry().type(BOARD).orElseThrow();
        DocumentUrl board = make(repo, guard, BOARD, new Seed.Blank(BOARD));
        PaperDocument document = (PaperDocument) repo.local(board.id()).orElseThrow();
        Intent insert = new Intent.Insert(placements(cards));
        guard.call(type, BOARD, () -> document.change(null, edit -> type.perform(insert, edit)));
        return board;
    }

    private static List<BlobRef> pictures(PaperRepo repo) throws IOException {
        return List.of(repo.files.picture("jpeg"), repo.files.picture("png"));
    }

    private DocumentUrl make(PaperRepo repo, Guard guard, String name, Seed seed) throws PluginException {
        ContentType type = real.registry().type(name).orElseThrow();
        return guard.call(type, name, () -> repo.create(null, edit -> type.create(edit, seed))).url(name);
    }

    private static List<Placement> placements(List<DocumentUrl> cards) {
        List<Placement> placements = new ArrayList<>();
        for (DocumentUrl card : cards) {
            int number = placements.size();
            Point at = new Point(40 + number % COLUMNS * 280, 40 + number / COLUMNS * 160);
            placements.add(new Placement("card" + number, card, at, 240, OptionalDouble.empty()));
        }
        return placements;
    }

    // what a person does

    private void act(Stage stage) {
        List<Runnable> acts = new ArrayList<>(List.of(stage::commands, stage::accessible,
                () -> stage.wheel(700, 400, 0, 20, Modifiers.NONE), () -> press(stage, 1)));
        for (int i = 0; i < 10; i++) {
            int step = i;
            acts.add(() -> pointer(stage, PointerEvent.Kind.MOVE, 100 + 3 * step, 60 + step, 0));
        }
        acts.add(() -> pointer(stage, PointerEvent.Kind.UP, 130, 70, 1));
        acts.add(() -> stage.menu(new Point(130, 70)));
        acts.add(() -> press(stage, 2));
        acts.add(() -> pointer(stage, PointerEvent.Kind.UP, 100, 60, 2));
        for (String letter : "a word ".split("")) acts.add(() -> stage.text(letter));
        acts.add(() -> stage.key(KeyEvent.of("Esc")));
        for (Runnable each : acts) {
            if (stopped.getAsBoolean()) return;
            each.run();
            settle(stage);
        }
    }

    private static void press(Stage stage, int clicks) {
        pointer(stage, PointerEvent.Kind.DOWN, 100, 60, clicks);
    }

    private static void pointer(Stage stage, PointerEvent.Kind kind, double x, double y, int clicks) {
        stage.pointer(new PointerEvent(kind, x, y, PointerEvent.Button.LEFT, clicks, Modifiers.NONE));
    }
}
