// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

/** A command ends early; the message is one line for standard error. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ExitCode exit;

    public CommandException(ExitCode exit, String message) {
        super(message);
        this.exit = exit;
    }

    public ExitCode exit() {
        return exit;
    }
}
