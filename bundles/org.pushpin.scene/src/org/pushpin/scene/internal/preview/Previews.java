// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import org.pushpin.content.BlobRef;
import org.pushpin.content.Preview;
import org.pushpin.content.Size;
import org.pushpin.crypto.BlobId;
import org.pushpin.repo.Blobs;
import org.pushpin.repo.Subscription;
import org.pushpin.scene.internal.paint.Pictures;

/**
 * Pictures made from blobs, on a worker, each at a few sizes; at most {@value #BUDGET_BYTES} bytes of pixels are kept,
 * the least recently used go first. Any thread; answering never waits.
 */
public final class Previews implements Pictures, AutoCloseable {

    static final long BUDGET_BYTES = 128L << 20;
    /** A larger file is not read into memory to look at it. */
    public static final long MOST_FILE_BYTES = 64L << 20;
    /** Longest side of what is kept, in pixels. */
    private static final int[] LEVELS = {256, 512, 1024, 2048, 4096};
    /** The level that is decoded unasked; those below are made of it, those above are decoded when they are needed. */
    private static final int FIRST = 1024;

    private record Key(BlobId blob, int level) {}

    private final Blobs blobs;
    private final Executor worker;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<BlobId, Preview> known = new HashMap<>();
    private final Set<Key> wanted = new HashSet<>();
    private final LinkedHashMap<Key, BufferedImage> pixels = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long generation;
    private final Subscription arrivals;

    /** @param worker where pictures are decoded; run inline, answers are there at once */
    public Previews(Blobs blobs, Executor worker) {
        this.blobs = blobs;
        this.worker = worker;
        arrivals = blobs.arrivals(blob -> arrived(blob.id()));
    }

    private void arrived(BlobId blob) {
        synchronized (this) {
            if (!(known.get(blob) instanceof Preview.Missing)) return;
            known.remove(blob);
            generation++;
        }
        listeners.forEach(Runnable::run);
    }

    /** Is called, on a worker, when an answer has changed. */
    public Subscription subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /** Grows with every answer that changes. */
    public synchronized long generation() {
        return generation;
    }

    /** What is known of a picture; asking for it has it made. */
    public Preview preview(BlobRef blob, String kind) {
        if (!kind.equals(Preview.IMAGE)) return new Preview.Broken(Preview.Reason.UNKNOWN);
        synchronized (this) {
            Preview answer = known.get(blob.id());
            if (answer != null) return answer;
            Optional<Blobs.Blob> here = blobs.find(blob.id());
            if (here.isEmpty()) return remember(blob.id(), new Preview.Missing());
            if (here.get().size() > MOST_FILE_BYTES) {
                return remember(blob.id(), new Preview.Broken(Preview.Reason.TOO_LARGE));
            }
            known.put(blob.id(), new Preview.Pending());
        }
        make(blob, FIRST);
        synchronized (this) {
            return known.get(blob.id());
        }
    }

    private synchronized Preview remember(BlobId blob, Preview answer) {
        known.put(blob, answer);
        return answer;
    }

    @Override
    public Optional<java.awt.Image> pixels(Preview.Ready picture, double width, double height) {
        int level = level(picture, Math.max(width, height));
        Optional<BufferedImage> best = best(picture.blob().id(), level);
        if (best.isEmpty() || longest(best.get()) < Math.min(level, longest(picture))) {
            make(picture.blob(), Math.max(FIRST, level));
            best = best(picture.blob().id(), level);
        }
        return best.map(image -> image);
    }

    /** Whether the best pixels for a size are here. */
    public boolean complete(Preview.Ready picture, double width, double height) {
        int level = level(picture, Math.max(width, height));
        return best(picture.blob().id(), level).filter(i -> longest(i) >= Math.min(level, longest(picture))).isPresent();
    }

    private static int level(Preview.Ready picture, double wanted) {
        for (int level : LEVELS) if (wanted <= level) return level;
        return LEVELS[LEVELS.length - 1];
    }

    private static int longest(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static int longest(Preview.Ready picture) {
        return (int) Math.max(picture.pixels().width(), picture.pixels().height()) - 1;
    }

    /** The smallest that is large enough, else the largest. */
    private synchronized Optional<BufferedImage> best(BlobId blob, int level) {
        BufferedImage best = null;
        for (int each : LEVELS) {
            BufferedImage image = pixels.get(new Key(blob, each));
            if (image != null) best = image;
            if (image != null && each >= level) break;
        }
        return Optional.ofNullable(best);
    }

    private void make(BlobRef blob, int level) {
        Key key = new Key(blob.id(), level);
        synchronized (this) {
            if (!wanted.add(key)) return;
        }
        worker.execute(() -> {
            decode(blob, key);
            listeners.forEach(Runnable::run);
        });
    }

    private void decode(BlobRef blob, Key key) {
        Preview answer;
        Decoded decoded = null;
        try {
            decoded = PictureDecoder.decode(() -> blobs.read(blob.id()), key.level);
            answer = new Preview.Ready(blob, Preview.IMAGE, new Size(decoded.width(), decoded.height()));
        } catch (UnsupportedPictureException refused) {
            answer = new Preview.Broken(refused.reason());
        } catch (IOException unreadable) {
            answer = new Preview.Broken(Preview.Reason.DAMAGED);
        } catch (OutOfMemoryError large) {
            answer = new Preview.Broken(Preview.Reason.TOO_LARGE);
        }
        synchronized (this) {
            wanted.remove(key);
            generation++;
            known.put(blob.id(), answer);
            if (decoded != null) keep(key, decoded.image());
        }
        if (decoded != null && key.level == FIRST) shrink(key.blob, decoded.image());
    }

    /**
     * Keeps a picture at the smaller levels too, each an average of the one above: drawn at less than half its size, pixels
     * would be left out, and edges be jagged.
     */
    private void shrink(BlobId blob, BufferedImage first) {
        BufferedImage image = first;
        for (int level = FIRST / 2; level >= LEVELS[0] && longest(image) > level; level /= 2) {
            image = Turn.NONE.upright(image, level);
            synchronized (this) {
                keep(new Key(blob, level), image);
            }
        }
    }

    private void keep(Key key, BufferedImage image) {
        BufferedImage before = pixels.put(key, image);
        bytes += size(image) - (before == null ? 0 : size(before));
        List<Key> oldest = new ArrayList<>(pixels.keySet());
        for (Key old : oldest) {
            if (bytes <= BUDGET_BYTES || old.equals(key)) break;
            bytes -= size(pixels.remove(old));
        }
    }

    private static long size(BufferedImage image) {
        return 4L * image.getWidth() * image.getHeight();
    }

    @Override
    public void close() {
        arrivals.close();
        listeners.clear();
    }
}
