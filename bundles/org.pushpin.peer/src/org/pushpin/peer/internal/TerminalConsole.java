// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal;

import java.util.concurrent.CountDownLatch;

import org.pushpin.peer.internal.command.Console;

/** Standard output and standard error of this process. */
final class TerminalConsole implements Console {

    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void out(String line) {
        System.out.println(line);
        System.out.flush();
    }

    @Override
    public void progress(String line) {
        System.err.println(line);
    }

    @Override
    public boolean closed() {
        return closed.getCount() == 0;
    }

    @Override
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    void close() {
        closed.countDown();
    }
}
