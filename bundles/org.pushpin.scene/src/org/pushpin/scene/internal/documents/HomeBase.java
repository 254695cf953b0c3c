// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.pushpin.content.ContentType;
import org.pushpin.content.Fields;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Seed;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Repo;
import org.pushpin.repo.Subscription;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.Home;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.plugin.PluginException;

/** A profile's workspace and its boards; made on the first run, as soon as the card types for that are here. */
public final class HomeBase implements Home, AutoCloseable {

    private static final String WORKSPACE = "home/workspace";
    private static final String CURRENT = "home/current";
    private static final List<String> NEEDED = List.of("workspace", "board", "text");

    private final Repo repo;
    private final ContentRegistry registry;
    private final DocumentFactory factory;
    private final Guard guard;
    private final CompletableFuture<DocumentUrl> workspace = new CompletableFuture<>();
    private final CompletableFuture<DocumentUrl> started = new CompletableFuture<>();
    private final Subscription types;

    public HomeBase(Repo repo, ContentRegistry registry, DocumentFactory factory, Guard guard) {
        this.repo = repo;
        this.registry = registry;
        this.factory = factory;
        this.guard = guard;
        types = registry.subscribe(this::begin);
        begin();
    }

    private synchronized void begin() {
        if (started.isDone()) return;
        Optional<DocumentUrl> known = setting(WORKSPACE);
        if (known.isPresent()) {
            workspace.complete(known.get());
            repo.open(known.get());
            started.complete(setting(CURRENT).orElseGet(() -> boards().stream().findFirst().orElse(known.get())));
        } else if (NEEDED.stream().allMatch(type -> registry.type(type).isPresent())) {
            firstRun();
        }
    }

    private void firstRun() {
        Messages messages = Messages.of(HomeBase.class, Locale.getDefault());
        DocumentUrl card = factory.create("text", new Seed.Text(messages.get("welcome")));
        DocumentUrl board = factory.create("board", new Seed.Blank(messages.get("home")));
        DocumentUrl space = factory.create("workspace", new Seed.Blank(messages.get("workspace")));
        double width = 340;
        Placement welcome = Placements.at(new Point(40, 40), card, width, java.util.OptionalDouble.empty());
        perform(board, new Intent.Insert(List.of(welcome)));
        add(space, board);
        setting(CURRENT, board);
        setting(WORKSPACE, space);
        repo.open(space);
        workspace.complete(space);
        started.complete(board);
    }

    private void perform(DocumentUrl url, Intent intent) {
        repo.local(url.id()).ifPresent(handle -> registry.type(url.contentType())
                .ifPresent(type -> handle.changeSilently(null, (Edit edit) -> perform(type, intent, edit))));
    }

    private void perform(ContentType type, Intent intent, Edit edit) {
        try {
            guard.call(type, type.getClass().getName(), () -> {
                type.perform(intent, edit);
                return true;
            });
        } catch (PluginException broken) {
            throw new IllegalStateException("the plug-in for boards failed", broken);
        }
    }

    private void add(DocumentUrl space, DocumentUrl board) {
        perform(space, new Intent.Act("add", Map.of("url", Scalar.of(board.toString()))));
    }

    private Optional<DocumentUrl> setting(String name) {
        return repo.setting(name).flatMap(bytes -> parse(new String(bytes.toByteArray(), StandardCharsets.UTF_8)));
    }

    private void setting(String name, DocumentUrl url) {
        repo.setting(name, Bytes.utf8(url.toString()));
    }

    private static Optional<DocumentUrl> parse(String url) {
        try {
            return Optional.of(DocumentUrl.parse(url));
        } catch (FormatException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public CompletionStage<DocumentUrl> start() {
        return started.minimalCompletionStage();
    }

    @Override
    public CompletionStage<DocumentUrl> workspace() {
        return workspace.minimalCompletionStage();
    }

    @Override
    public List<DocumentUrl> boards() {
        if (!workspace.isDone()) return List.of();
        Optional<Doc> doc = repo.local(workspace.join().id()).map(DocHandle::current);
        List<DocumentUrl> boards = new ArrayList<>();
        doc.ifPresent(d -> Fields.root(d).object("boards", ObjectType.LIST).ifPresent(list -> {
            for (int i = 0; i < d.length(list); i++) {
                if (d.get(list, i).orElse(null) instanceof Scalar.Str text) parse(text.value()).ifPresent(boards::add);
            }
        }));
        return List.copyOf(boards);
    }

    @Override
    public void visited(DocumentUrl board) {
        setting(CURRENT, board);
        boolean listed = boards().stream().anyMatch(known -> known.id().equals(board.id()));
        if (workspace.isDone() && board.contentType().equals("board") && !listed) add(workspace.join(), board);
    }

    @Override
    public void close() {
        types.close();
    }
}
