// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

/** What the command line ends with; documented in the package page of {@code org.pushpin.peer}. */
public enum ExitCode {
    DONE(0), FAILED(1), USAGE(2), NOT_FOUND(3), TIMEOUT(4), PROFILE(5), INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
