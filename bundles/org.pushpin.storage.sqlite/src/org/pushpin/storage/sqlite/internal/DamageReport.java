// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was found damaged since opening, each thing once, and the rows of the log that still have to be marked. Any thread. */
final class DamageReport {

    private static final System.Logger LOG = System.getLogger(DamageReport.class.getName());

    private final List<String> sentences = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<Long> unmarked = new HashSet<>();
    private boolean salvaged;

    synchronized void report(String sentence) {
        if (known.add(sentence)) {
            sentences.add(sentence);
            LOG.log(System.Logger.Level.WARNING, sentence);
        }
    }

    /** A row of the log that does not match its hash; it is marked with the next commit. */
    synchronized void reportBatch(long revision) {
        report("Stored change " + revision + " is damaged and was set aside.");
        unmarked.add(revision);
    }

    /** The database holds what could be read of a damaged one; that is told until something is written. */
    synchronized void salvaged() {
        report(Salvage.SENTENCE);
        salvaged = true;
    }

    synchronized boolean takeSalvaged() {
        boolean taken = salvaged;
        salvaged = false;
        return taken;
    }

    synchronized void row(String what) {
        report("Stored data (" + what + ") are damaged and were set aside.");
    }

    synchronized List<String> sentences() {
        return List.copyOf(sentences);
    }

    synchronized List<Long> takeUnmarked() {
        List<Long> taken = List.copyOf(unmarked);
        unmarked.clear();
        return taken;
    }
}
