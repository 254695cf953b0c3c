// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;

import org.pushpin.content.BlobRef;
import org.pushpin.content.ContentType;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Seed;
import org.pushpin.content.Size;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Blobs;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.plugin.PluginException;
import org.pushpin.scene.internal.preview.PictureDecoder;
import org.pushpin.scene.internal.preview.Previews;
import org.pushpin.scene.internal.preview.UnsupportedPictureException;

/** Makes documents by the types that are registered. Any thread. */
public final class Factory implements DocumentFactory {

    /** Longer text files become file cards. */
    private static final long MOST_TEXT_BYTES = 256 * 1024;
    private static final String FALLBACK = "file";
    /** Where the first card of a board goes, from its left and from what is above. */
    private static final double FIRST = 40;
    /** Cards side by side where no point was named. */
    private static final int ROW = 3;

    private final Repo repo;
    private final ContentRegistry registry;
    private final Guard guard;
    private final Executor io;
    private final ToDoubleFunction<DocumentUrl> bottom;

    /** @param bottom tells where the lowest card of a board ends, 0 where there is none; asked on {@code io} */
    public Factory(Repo repo, ContentRegistry registry, Guard guard, Executor io,
            ToDoubleFunction<DocumentUrl> bottom) {
        this.repo = repo;
        this.registry = registry;
        this.guard = guard;
        this.io = io;
        this.bottom = bottom;
    }

    @Override
    public DocumentUrl create(String type, Seed seed) {
        ContentType known = registry.type(type)
                .orElseThrow(() -> new IllegalArgumentException("the card type " + type + " is not installed"));
        DocHandle made = repo.create(null, edit -> {
            try {
                guard.call(known, type, () -> {
                    known.create(edit, seed);
                    return true;
                });
            } catch (PluginException broken) {
                throw new IllegalArgumentException("the plug-in for the card type " + type + " failed", broken);
            }
        });
        return made.url(type);
    }

    @Override
    public DocumentUrl copy(DocumentUrl url) {
        DocHandle original = repo.local(url.id())
                .orElseThrow(() -> new IllegalArgumentException("the document is not here"));
        return repo.create(null, original::copyInto).url(url.contentType());
    }

    @Override
    public DocumentUrl importText(String text) {
        return create("text", new Seed.Text(text.replaceAll("\\R", "\n")));
    }

    @Override
    public CompletionStage<DocumentUrl> importFile(Path file, DoubleConsumer progress) {
        return CompletableFuture.supplyAsync(() -> probe(file), io).thenCompose(probed -> {
            if (probed.text.isPresent()) return CompletableFuture.completedFuture(importText(probed.text.get()));
            return repo.blobs().importFile(file, read -> progress.accept(probed.size > 0
                    ? Math.min(1, (double) read / probed.size) : Double.NaN))
                    .thenApply(blob -> create(blob, probed.mediaType, String.valueOf(file.getFileName())));
        });
    }

    private record Probed(long size, String mediaType, Optional<String> text) {}

    private Probed probe(Path file) {
        try {
            if (Files.isDirectory(file)) throw new IOException("it is a folder");
            long size = Files.size(file);
            byte[] start;
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(MediaTypes.PROBED);
            }
            String name = String.valueOf(file.getFileName());
            String mediaType = MediaTypes.probe(start, size <= start.length, name);
            boolean text = size <= MOST_TEXT_BYTES && isNote(mediaType);
            return new Probed(size, mediaType, text ? text(Files.readAllBytes(file)) : Optional.empty());
        } catch (NoSuchFileException missing) {
            throw new CompletionException(new IOException("there is no such file"));
        } catch (IOException unreadable) {
            throw new CompletionException(unreadable);
        }
    }

    /** Text of a kind that no type names is read as plain text; a page of HTML is not. */
    private boolean isNote(String mediaType) {
        Optional<Descriptor> best = best(mediaType);
        boolean unknownText = mediaType.startsWith("text/") && !mediaType.equals("text/html")
                && best.map(type -> type.affinity(mediaType)).orElse(0) < 2;
        return (unknownText ? best("text/plain") : best).filter(type -> type.type().equals("text")).isPresent();
    }

    /** Text that would not be the same after it was read stays a file. */
    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString());
        } catch (java.nio.charset.CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }

    @Override
    public CompletionStage<DocumentUrl> importBytes(Bytes content, String mediaType, String name) {
        byte[] bytes = content.toByteArray();
        byte[] start = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, MediaTypes.PROBED));
        String probed = MediaTypes.probe(start, start.length == bytes.length, name);
        String type = probed.equals(MediaTypes.ANYTHING) ? mediaType : probed;
        return repo.blobs().importBytes(bytes).thenApplyAsync(blob -> create(blob, type, name), io);
    }

    private DocumentUrl create(Blobs.Blob blob, String mediaType, String name) {
        BlobRef ref = new BlobRef(blob.id(), blob.size(), mediaType, name);
        String type = best(mediaType).map(Descriptor::type).orElse(FALLBACK);
        boolean picture = mediaType.startsWith("image/") && !type.equals(FALLBACK);
        return create(type, new Seed.Blob(ref, picture ? pixels(blob) : Optional.empty()));
    }

    /** How large a picture says it is, though it may be too large to be shown; its card says what is wrong with it. */
    private Optional<Size> pixels(Blobs.Blob blob) {
        if (blob.size() > Previews.MOST_FILE_BYTES) return Optional.empty();
        try {
            PictureDecoder.Header header = PictureDecoder.header(() -> repo.blobs().read(blob.id()));
            return Optional.of(new Size(header.width(), header.height()));
        } catch (UnsupportedPictureException notShown) {
            return notShown.claimed();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The type that fits a media type best. */
    private Optional<Descriptor> best(String mediaType) {
        List<Descriptor> fitting = new ArrayList<>();
        for (ContentType type : registry.types()) {
            try {
                Descriptor descriptor = guard.call(type, type.getClass().getName(), () -> type.descriptor(Locale.ROOT));
                if (descriptor.accepts(mediaType)) fitting.add(descriptor);
            } catch (PluginException broken) {
                System.getLogger(Factory.class.getName()).log(System.Logger.Level.DEBUG, "a type without descriptor");
            }
        }
        return fitting.stream().max(Comparator.comparingInt((Descriptor d) -> d.affinity(mediaType))
                .thenComparing(Descriptor::type, Comparator.reverseOrder()));
    }

    // placing

    @Override
    public CompletionStage<Point> room(DocumentUrl board) {
        return repo.open(board).thenApplyAsync(handle -> new Point(FIRST, Placements.snap(bottom.applyAsDouble(board)) + FIRST), io);
    }

    @Override
    public CompletionStage<Void> place(DocumentUrl board, List<DocumentUrl> cards, Point at) {
        return repo.open(board).thenAcceptAsync(handle -> {
            ContentType type = registry.type(board.contentType()).orElseThrow(() -> new IllegalArgumentException(
                    "the card type " + board.contentType() + " is not installed"));
            Placements sizes = new Placements(registry, guard);
            if (at != null) {
                insert(handle, type, board, sizes.at(at, cards));
                return;
            }
            for (int first = 0; first < cards.size(); first += ROW) { // each below what the last row turned out to need
                List<DocumentUrl> row = cards.subList(first, Math.min(first + ROW, cards.size()));
                insert(handle, type, board, row(sizes, Placements.snap(bottom.applyAsDouble(board)) + FIRST, row));
            }
        }, io);
    }

    private void insert(DocHandle handle, ContentType type, DocumentUrl board, List<Placement> placements) {
        handle.change(null, edit -> {
            try {
                guard.call(type, board.contentType(), () -> {
                    type.perform(new Intent.Insert(placements), edit);
                    return true;
                });
            } catch (PluginException broken) {
                throw new IllegalStateException("the plug-in for " + board.contentType() + " failed", broken);
            }
        });
    }

    /** Side by side, as wide as their types say. */
    private static List<Placement> row(Placements sizes, double y, List<DocumentUrl> cards) {
        List<Placement> placements = new ArrayList<>();
        double x = FIRST;
        for (DocumentUrl card : cards) {
            placements.addAll(sizes.at(new Point(x, y), List.of(card)));
            x += sizes.size(card.contentType()).width() + FIRST;
        }
        return placements;
    }
}
