// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.link;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.LinkLimits;

/**
 * What following links may cost, and has cost: somebody else decides what a document links to. Every time that somebody here says to
 * go on, as much again is allowed. Any thread.
 */
public final class LinkBudget {

    /** The setting that holds it: times allowed u32, documents u32, bytes u64. */
    public static final String SETTING = "follow.budget";

    /** How many links may lead from a root to a document. */
    public static final int DEPTH = 8;
    private static final int DOCUMENTS = 10_000;
    private static final long BYTES = 16L << 30;
    private static final int LENGTH = 2 * Integer.BYTES + Long.BYTES;
    private static final int MOST_TIMES = 1_000;

    private final int documentsEach;
    private final long bytesEach;
    private final Set<BlobId> begun = new HashSet<>();
    private int times = 1;
    private int documents;
    private long bytes;
    private boolean reached;
    private boolean told;

    public LinkBudget() {
        this(DOCUMENTS, BYTES);
    }

    LinkBudget(int documents, long bytes) {
        documentsEach = documents;
        bytesEach = bytes;
    }

    /** Goes on with what was remembered. */
    public synchronized void restore(Optional<Bytes> setting) {
        setting.filter(value -> value.length() == LENGTH).ifPresent(value -> {
            ByteBuffer fields = value.asBuffer();
            times = Math.clamp(fields.getInt(), 1, MOST_TIMES);
            documents = Math.max(0, fields.getInt());
            bytes = Math.max(0, fields.getLong());
        });
    }

    /** To be remembered. */
    public synchronized Bytes encode() {
        return Bytes.copy(ByteBuffer.allocate(LENGTH).putInt(times).putInt(documents).putLong(bytes).flip());
    }

    /** How deep links are followed now. */
    public synchronized int depth() {
        return DEPTH * times;
    }

    /** Whether one more document may be followed to; it counts then. */
    public synchronized boolean takeDocument() {
        boolean room = documents < documentsEach * (long) times;
        if (room) {
            documents++;
        } else {
            reached = true;
        }
        return room;
    }

    /** Whether a file may be fetched; it counts then, once. */
    public synchronized boolean takeBlob(BlobId blob, long length) {
        if (begun.contains(blob)) {
            return true;
        }
        if (bytes + length > bytesEach * times) {
            reached = true;
            return false;
        }
        bytes += length;
        return begun.add(blob);
    }

    /** A link is too deep. */
    public synchronized void tooDeep() {
        reached = true;
    }

    /** Whether there is something to tell that has not been told. */
    public synchronized boolean takeNews() {
        boolean news = reached && !told;
        told = reached;
        return news;
    }

    /** Allows as much again. */
    public synchronized void allowMore() {
        times = Math.min(MOST_TIMES, times + 1);
        reached = false;
        told = false;
    }

    public synchronized LinkLimits limits() {
        return new LinkLimits(DEPTH * times, documentsEach * times, bytesEach * times, documents, bytes, reached);
    }
}
