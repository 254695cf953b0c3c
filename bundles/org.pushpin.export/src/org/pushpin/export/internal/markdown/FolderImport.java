// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.markdown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.pushpin.content.ContentType;
import org.pushpin.content.Fields;
import org.pushpin.content.Intent;
import org.pushpin.content.Seed;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.Importer;
import org.pushpin.export.Progress;
import org.pushpin.export.internal.cards.CardMaker;
import org.pushpin.repo.DocHandle;

import com.google.gson.JsonObject;

/** Makes a board of a folder. One use, one thread, which waits for files. */
public final class FolderImport {

    private final CardMaker maker;
    private final BoardLayout layout;
    private final Progress progress;
    private final Map<Path, DocumentUrl> made = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private FileTree tree;
    private Path root;

    public FolderImport(CardMaker maker, BoardLayout layout, Progress progress) {
        this.maker = maker;
        this.layout = layout;
        this.progress = progress;
    }

    /** @throws IOException if the folder cannot be read */
    public Importer.Imported read(Path folder) throws IOException {
        root = folder.toRealPath();
        tree = new FileTree(root);
        problems.addAll(tree.problems);
        int done = 0;
        for (List<Path> files : tree.folders.values()) {
            for (Path file : files) {
                stopped();
                card(file);
                progress.at(0.8 * ++done / tree.count());
            }
        }
        for (Path each : tree.folders.keySet()) made.put(each, maker.factory().create("board", new Seed.Blank(name(each))));
        done = 0;
        for (Path each : tree.folders.keySet()) {
            stopped();
            board(each);
            progress.at(0.8 + 0.2 * ++done / tree.folders.size());
        }
        return new Importer.Imported(made.get(root), problems);
    }

    private void stopped() {
        if (progress.cancelled()) throw new CancellationException();
    }

    private static String name(Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    private void card(Path file) {
        try {
            made.put(file, maker.file(file, new JsonObject()));
        } catch (IOException unreadable) {
            problems.add(root.relativize(file) + ": " + unreadable.getMessage());
        }
    }

    private void board(Path folder) {
        Set<DocumentUrl> cards = new LinkedHashSet<>();
        tree.within(folder).forEach(inner -> cards.add(made.get(inner)));
        Set<BoardLayout.Arrow> arrows = new LinkedHashSet<>();
        for (Path file : tree.folders.get(folder)) {
            DocumentUrl card = made.get(file);
            if (card == null) continue;
            cards.add(card);
            if (card.contentType().equals("text") && CardMaker.isMarkdown(file)) links(file, card, cards, arrows);
        }
        layout.fill(made.get(folder), List.copyOf(cards), List.copyOf(arrows));
    }

    /** Follows the links of a note: pictures come to it, the others become arrows where they lead to this board. */
    private void links(Path file, DocumentUrl note, Set<DocumentUrl> cards, Set<BoardLayout.Arrow> arrows) {
        DocHandle handle = maker.repo().open(note).toCompletableFuture().join();
        Optional<ObjectId> text = Fields.root(handle.current()).object("text", ObjectType.TEXT);
        if (text.isEmpty()) return;
        List<Intent> marks = new ArrayList<>();
        for (NoteLinks.Link link : NoteLinks.of(handle.current().text(text.get()))) {
            DocumentUrl target = tree.target(file, link).map(made::get).orElse(null);
            if (target == null || target.equals(note)) continue;
            if (link.shown() && target.contentType().equals("image")) cards.add(target);
            arrows.add(new BoardLayout.Arrow(note, target));
            if (link.from() < link.to()) marks.add(new Intent.Format(text.get(), link.from(), link.to(), "link", Scalar.of(target.toString())));
        }
        ContentType type = maker.registry().type("text").orElseThrow();
        if (!marks.isEmpty()) handle.changeSilently(null, edit -> marks.forEach(mark -> type.perform(mark, edit)));
    }
}
