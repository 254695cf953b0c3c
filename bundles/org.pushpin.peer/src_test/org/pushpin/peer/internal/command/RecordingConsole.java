// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.util.ArrayList;
import java.util.List;

/** A console that keeps what it is told; nobody closes it. */
public final class RecordingConsole implements Console {

    public final List<String> out = new ArrayList<>();
    public final List<String> progress = new ArrayList<>();

    @Override
    public void out(String line) {
        out.add(line);
    }

    @Override
    public void progress(String line) {
        progress.add(line);
    }

    @Override
    public boolean closed() {
        return false;
    }

    @Override
    public void awaitClosed() {
        throw new UnsupportedOperationException();
    }
}
