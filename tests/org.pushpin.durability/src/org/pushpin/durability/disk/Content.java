// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A file's content: what has been fsynced, and what has been done to it since. */
final class Content {

    private static final int SECTOR = 512;

    private byte[] synced = new byte[0];
    private final List<Act> later = new ArrayList<>();
    private int syncedActs;

    private sealed interface Act permits Written, Truncated {}

    private record Written(long at, byte[] bytes) implements Act {}

    private record Truncated(long length) implements Act {}

    Content() {}

    Content(byte[] synced) {
        this.synced = synced;
    }

    void write(long at, byte[] bytes) {
        later.add(new Written(at, bytes));
    }

    void truncate(long length) {
        later.add(new Truncated(length));
    }

    /** How much has been done so far. */
    int acts() {
        return syncedActs + later.size();
    }

    /** An fsync has returned that began when this much had been done. */
    void sync(int acts) {
        List<Act> now = later.subList(0, Math.max(0, acts - syncedActs));
        for (Act act : now) {
            synced = play(synced, act);
        }
        syncedActs += now.size();
        now.clear();
    }

    /** How long the file is for its process. */
    long length() {
        long length = synced.length;
        for (Act act : later) {
            length = switch (act) {
                case Written it -> Math.max(length, it.at() + it.bytes().length);
                case Truncated it -> it.length();
            };
        }
        return length;
    }

    private static byte[] play(byte[] content, Act act) {
        return switch (act) {
            case Written it -> put(content, it.at(), it.bytes(), 0, it.bytes().length);
            case Truncated it -> Arrays.copyOf(content, Math.toIntExact(it.length()));
        };
    }

    private static byte[] put(byte[] content, long at, byte[] bytes, int from, int to) {
        int end = Math.toIntExact(at + to);
        byte[] longer = end > content.length ? Arrays.copyOf(content, end) : content;
        System.arraycopy(bytes, from, longer, Math.toIntExact(at + from), to - from);
        return longer;
    }

    /** What may be found: each sector of each act since the last fsync with this probability, and perhaps the length without it. */
    byte[] image(RandomGenerator random, double probability) {
        byte[] image = synced.clone();
        for (Act act : later) {
            switch (act) {
                case Written it -> image = sectors(image, it, random, probability);
                case Truncated it -> image = random.nextDouble() < probability ? play(image, it) : image;
            }
        }
        boolean lengthened = length() > image.length && random.nextBoolean() && probability > 0;
        return lengthened ? Arrays.copyOf(image, Math.toIntExact(length())) : image;
    }

    private static byte[] sectors(byte[] image, Written act, RandomGenerator random, double probability) {
        byte[] changed = image;
        for (int from = 0; from < act.bytes().length;) {
            int to = (int) Math.min(act.bytes().length, from + SECTOR - (act.at() + from) % SECTOR);
            if (random.nextDouble() < probability) {
                changed = put(changed, act.at(), act.bytes(), from, to);
            }
            from = to;
        }
        return changed;
    }
}
