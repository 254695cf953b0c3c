// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.util.List;


/** The command line: finds the command and runs it; problems become one line. Stateless. */
public final class Commands {

    private final List<Command> all = List.of(new NewCommand(), new ListCommand(), new CatCommand(), new AddCommand(),
            new ExportCommand(), new SyncCommand(), new PeerCommand());

    /** @param arguments the command's name first */
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws InterruptedException {
        try {
            return find(arguments).run(services, directory, arguments.subList(1, arguments.size()), console);
        } catch (CommandException e) {
            console.progress("pushpin: " + e.getMessage());
            return e.exit();
        }
    }

    /** @throws CommandException if there is no such command */
    public Command find(List<String> arguments) throws CommandException {
        if (arguments.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "which command? try: pushpin help");
        }
        return all.stream().filter(command -> command.name().equals(arguments.getFirst())).findFirst()
                .orElseThrow(() -> new CommandException(ExitCode.USAGE,
                        "there is no command " + arguments.getFirst() + "; try: pushpin help"));
    }

    /** One line per command. */
    public List<String> help() {
        return all.stream().map(command -> "pushpin [--profile DIR] " + command.name() + " " + command.usage()).toList();
    }
}
