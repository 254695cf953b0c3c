// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import java.io.InterruptedIOException;

/** Is told how far something long has come, and may end it. Called on the thread that does it, every few hundred KiB. */
@FunctionalInterface
public interface Transfer {

    /**
     * @param bytes so far
     * @throws InterruptedIOException to end it; what it made so far is removed
     */
    void moved(long bytes) throws InterruptedIOException;
}
