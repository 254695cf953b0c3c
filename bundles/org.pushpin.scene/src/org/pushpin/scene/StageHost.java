// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.net.URI;
import java.time.Instant;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.pushpin.content.Color;
import org.pushpin.content.Place;
import org.pushpin.crypto.DocumentUrl;

/** What a stage needs from the window that shows it, or from whatever stands for one. */
public interface StageHost {

    /** Runs a task on the ui thread, in order, soon. Called on any thread; after the window is gone it may drop it. */
    void execute(Runnable task);

    /** Something to paint, announce or enable has changed. Called on the ui thread, often; coalesce per frame. */
    void damaged();

    /** What the clipboard holds. A host may answer later, on the ui thread. */
    CompletionStage<Transfer> clipboard();

    void clipboard(Transfer content);

    /** A person asked to open a document. */
    void open(DocumentUrl url, Place place);

    /** A person asked to open a link of the outside world. Only http, https and mailto are passed. */
    void browse(URI link);

    /** Asks the person for a colour. Answers later, on the ui thread; empty where they choose none, or where nobody can be asked. */
    default CompletionStage<Optional<Color>> color(Color present) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Asks the person where a copy of a file goes. Answers later; empty where they want none, or where nobody can be asked. */
    default CompletionStage<Optional<Path>> saveAs(String name) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Opens a file with the program that the system has for it. @return whether there is one */
    default boolean launch(Path file) {
        return false;
    }

    /**
     * What is dragged has left the stage while the button is down: goes on as a drag of the platform's. Should it come back,
     * the host tells {@link Stage#carry}.
     *
     * @param files those of what is dragged, as far as they are written by the time that somebody asks; null where it has none
     */
    default void dragOut(Transfer content, Supplier<List<Path>> files) {
        // nowhere to go
    }

    void cursor(CursorShape shape);

    /** One quiet line that goes away by itself; an empty one takes it back. */
    void notice(String text);

    Instant now();
}
