// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.util.List;

/** One command of the command line. Implementations are stateless. */
public interface Command {

    /** Its name, the first word. */
    String name();

    /** How it is called, for the help: one line, without the name. */
    String usage();

    /**
     * Does it. On a thread of its own; blocks until done.
     *
     * @param services what the profile offers
     * @param directory where it was called; relative files are there
     * @return what to end with
     * @throws CommandException to end with one line on standard error
     */
    ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException;
}
