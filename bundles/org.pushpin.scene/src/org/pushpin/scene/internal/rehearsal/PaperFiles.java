// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.rehearsal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import javax.imageio.ImageIO;

import org.pushpin.content.BlobRef;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Blobs;
import org.pushpin.repo.Subscription;

/** Small pictures, made here. */
final class PaperFiles implements Blobs {

    static final int WIDTH = 160;
    static final int HEIGHT = 120;

    private static final Subscription NOTHING = () -> { };

    private final Map<BlobId, byte[]> content = new HashMap<>();

    /** A picture. @param format as its media type and file name have it */
    BlobRef picture(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean written = ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), format, bytes);
        if (!written) throw new IOException("Java writes no " + format);
        byte[] number = new byte[BlobId.LENGTH];
        number[0] = (byte) (content.size() + 1);
        BlobId id = new BlobId(Bytes.of(number));
        content.put(id, bytes.toByteArray());
        return new BlobRef(id, bytes.size(), "image/" + format, "paper." + format);
    }

    @Override
    public CompletionStage<Blob> importFile(Path file, LongConsumer progress) {
        return refused();
    }

    @Override
    public CompletionStage<Blob> importBytes(byte[] bytes) {
        return refused();
    }

    @Override
    public CompletionStage<Path> exportTo(BlobId id, Path file, LongConsumer progress) {
        return refused();
    }

    private static <T> CompletionStage<T> refused() {
        return CompletableFuture.failedFuture(new IOException("this is paper only"));
    }

    @Override
    public Optional<Blob> find(BlobId id) {
        return Optional.ofNullable(content.get(id)).map(bytes -> new Blob(id, bytes.length));
    }

    @Override
    public InputStream read(BlobId id) throws IOException {
        byte[] bytes = content.get(id);
        if (bytes == null) throw new IOException("there is no such file");
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public Subscription arrivals(Consumer<Blob> listener) {
        return NOTHING;
    }

    @Override
    public Optional<Coming> coming(BlobId id) {
        return Optional.empty();
    }

    @Override
    public Subscription comings(Consumer<Coming> listener) {
        return NOTHING;
    }

    @Override
    public void stop(BlobId id) {
        // nothing is on its way
    }

    @Override
    public void resume(BlobId id) {
        // nothing is on its way
    }

    @Override
    public CompletionStage<List<Unlinked>> unlinked() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletionStage<List<Unlinked>> collect(boolean early) {
        return unlinked();
    }
}
