// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;


/** The command line: finds the command and runs it; problems become one line. Stateless. */
public final class Commands {

    private static final Logger LOG = System.getLogger(Commands.class.getName());

    private final List<Command> all = List.of(new NewCommand(), new ListCommand(), new SearchCommand(), new StatusCommand(),
            new CatCommand(), new AddCommand(), new ExportCommand(), new ImportCommand(), new SyncCommand(), new PeerCommand(), new BackupCommand(),
            new RestoreCommand(null, null), new GcCommand());

    /** @param arguments the command's name first */
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws InterruptedException {
        try {
            return run(find(arguments), services, directory, arguments, console);
        } catch (CommandException e) {
            console.progress("pushpin: " + e.getMessage());
            return e.exit();
        }
    }

    /** The same with a command that is not one of these. */
    public ExitCode run(Command command, Services services, Path directory, List<String> arguments, Console console)
            throws InterruptedException {
        try {
            return command.run(services, directory, arguments.subList(1, arguments.size()), console);
        } catch (CommandException e) {
            console.progress("pushpin: " + e.getMessage());
            return e.exit();
        } catch (RuntimeException e) { // a card type may do anything, and whoever waits for an answer must get one
            LOG.log(Level.DEBUG, "a command failed", e);
            console.progress("pushpin: internal error: " + e);
            return ExitCode.FAILED;
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
        return all.stream().map(command -> "pushpin [--profile DIR] " + (command.name() + " " + command.usage()).strip()).toList();
    }
}
