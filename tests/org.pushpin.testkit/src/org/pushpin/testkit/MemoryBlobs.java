// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.storage.BlobStore;

/** Blobs on a {@link MemoryDisk}, whose lock guards them. What a download has accepted survives a crash. */
final class MemoryBlobs implements BlobStore {

    private final MemoryDisk disk;
    private final Map<BlobId, Content> whole = new TreeMap<>();
    private final Map<BlobId, TreeMap<Integer, Bytes>> partial = new TreeMap<>();
    private final Map<BlobId, Long> changed = new HashMap<>();
    private final Map<BlobId, Integer> downloading = new HashMap<>();
    private long now;
    private long crashes;

    private record Content(BlobManifest manifest, List<Bytes> chunks) {}

    MemoryBlobs(MemoryDisk disk) {
        this.disk = disk;
    }

    void copyFrom(MemoryBlobs other) {
        whole.putAll(other.whole);
        other.partial.forEach((blob, chunks) -> partial.put(blob, new TreeMap<>(chunks)));
    }

    void forgetImports() {
        synchronized (disk) {
            crashes++;
            downloading.clear();
        }
    }

    @Override
    public Import begin() {
        synchronized (disk) {
            return new MemoryImport(crashes);
        }
    }

    @Override
    public Download download(BlobManifest manifest) {
        synchronized (disk) {
            happened(manifest.blob());
            downloading.merge(manifest.blob(), 1, Integer::sum);
            return new MemoryDownload(manifest, crashes);
        }
    }

    private void happened(BlobId blob) {
        changed.put(blob, ++now);
    }

    @Override
    public Optional<BlobManifest> manifest(BlobId blob) {
        synchronized (disk) {
            return Optional.ofNullable(whole.get(blob)).map(Content::manifest);
        }
    }

    @Override
    public int read(BlobId blob, long offset, ByteBuffer target) throws IOException {
        Content content;
        synchronized (disk) {
            content = whole.get(blob);
        }
        if (content == null) {
            throw new IOException("the file " + blob + " is not here");
        }
        long length = content.manifest().length();
        if (offset >= length) {
            return -1;
        }
        int read = 0;
        for (long at = offset; at < length && target.hasRemaining(); at = offset + read) {
            Bytes chunk = content.chunks().get((int) (at / BlobManifest.CHUNK_BYTES));
            int from = (int) (at % BlobManifest.CHUNK_BYTES);
            Bytes part = chunk.slice(from, Math.min(chunk.length(), from + target.remaining()));
            part.writeTo(target);
            read += part.length();
        }
        return read;
    }

    @Override
    public List<BlobId> list() {
        synchronized (disk) {
            return List.copyOf(whole.keySet());
        }
    }

    @Override
    public List<Kept> kept() {
        synchronized (disk) {
            List<Kept> kept = new ArrayList<>();
            whole.forEach((blob, content) -> kept.add(new Kept(blob, Form.WHOLE, content.manifest().length(), now)));
            partial.forEach((blob, chunks) -> kept.add(new Kept(blob, Form.PARTIAL,
                    chunks.values().stream().mapToLong(Bytes::length).sum(), now)));
            return kept;
        }
    }

    @Override
    public boolean remove(Kept kept) {
        synchronized (disk) {
            BlobId blob = kept.blob();
            if (downloading.containsKey(blob) || changed.getOrDefault(blob, 0L) > kept.moment()) {
                return false;
            }
            (kept.form() == Form.WHOLE ? whole : partial).remove(blob);
            return true;
        }
    }

    private final class MemoryImport implements Import {
        private final long bornAt;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private boolean closed;

        MemoryImport(long bornAt) {
            this.bornAt = bornAt;
        }

        @Override
        public void write(ByteBuffer source) throws IOException {
            checkOpen();
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            content.write(bytes);
        }

        @Override
        public BlobManifest finish() throws IOException {
            checkOpen();
            closed = true;
            byte[] bytes = content.toByteArray();
            BlobManifest manifest = BlobManifest.of(new ByteArrayInputStream(bytes));
            List<Bytes> chunks = IntStream.range(0, manifest.chunks().size())
                    .mapToObj(index -> Bytes.copy(bytes, index * BlobManifest.CHUNK_BYTES, manifest.chunkLength(index))).toList();
            synchronized (disk) {
                happened(manifest.blob());
                whole.putIfAbsent(manifest.blob(), new Content(manifest, chunks));
                partial.remove(manifest.blob());
            }
            return manifest;
        }

        @Override
        public void close() {
            closed = true;
        }

        private void checkOpen() throws IOException {
            synchronized (disk) {
                if (closed || bornAt != crashes) {
                    throw new IOException("this import is closed");
                }
            }
        }
    }

    private final class MemoryDownload implements Download {
        private final BlobManifest manifest;
        private final BlobId blob;
        private final long bornAt;
        private boolean closed;

        MemoryDownload(BlobManifest manifest, long bornAt) {
            this.manifest = manifest;
            this.bornAt = bornAt;
            this.blob = manifest.blob();
        }

        @Override
        public List<Integer> missing() {
            synchronized (disk) {
                if (whole.containsKey(blob)) {
                    return List.of();
                }
                Map<Integer, Bytes> here = partial.getOrDefault(blob, new TreeMap<>());
                return IntStream.range(0, manifest.chunks().size()).filter(index -> !here.containsKey(index)).boxed().toList();
            }
        }

        @Override
        public long missingBytes() {
            return missing().stream().mapToLong(manifest::chunkLength).sum();
        }

        @Override
        public boolean accept(int chunk, Bytes content) {
            if (!manifest.matches(chunk, content)) {
                return false;
            }
            synchronized (disk) {
                if (!whole.containsKey(blob)) {
                    partial.computeIfAbsent(blob, key -> new TreeMap<>()).put(chunk, content);
                }
                return true;
            }
        }

        @Override
        public boolean finish() {
            synchronized (disk) {
                if (whole.containsKey(blob)) {
                    return true;
                }
                if (!missing().isEmpty()) {
                    return false;
                }
                TreeMap<Integer, Bytes> here = partial.remove(blob);
                whole.put(blob, new Content(manifest, here == null ? List.of() : new ArrayList<>(here.values())));
                return true;
            }
        }

        @Override
        public void close() {
            synchronized (disk) {
                if (!closed && bornAt == crashes) { // what was accepted stays, for a later download to go on with
                    downloading.computeIfPresent(blob, (key, open) -> open == 1 ? null : open - 1);
                    happened(blob);
                }
                closed = true;
            }
        }
    }
}
