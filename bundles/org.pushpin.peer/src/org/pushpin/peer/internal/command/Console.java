// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

/** Where a command's words go: a terminal, or a control socket. Any thread. */
public interface Console {

    /** A result, on standard output, with a line end. */
    void out(String line);

    /** Progress or a problem, on standard error. */
    void progress(String line);

    /** Whether nobody listens any more, so that the command should end. */
    boolean closed();

    /** Waits until {@link #closed()}. */
    void awaitClosed() throws InterruptedException;
}
