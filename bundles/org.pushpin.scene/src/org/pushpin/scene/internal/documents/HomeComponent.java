// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.documents;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.Home;
import org.pushpin.scene.internal.plugin.Guard;

/** The home as a service. */
@Component
public final class HomeComponent implements Home {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Guard guard = new Guard(PATIENCE);
    private final HomeBase home;

    @Activate
    public HomeComponent(@Reference Repo repo, @Reference ContentRegistry registry,
            @Reference DocumentFactory factory) {
        home = new HomeBase(repo, registry, factory, guard);
    }

    @Deactivate
    void stop() {
        home.close();
        guard.close();
    }

    @Override
    public CompletionStage<DocumentUrl> start() {
        return home.start();
    }

    @Override
    public CompletionStage<DocumentUrl> workspace() {
        return home.workspace();
    }

    @Override
    public List<DocumentUrl> boards() {
        return home.boards();
    }

    @Override
    public void visited(DocumentUrl board) {
        home.visited(board);
    }
}
