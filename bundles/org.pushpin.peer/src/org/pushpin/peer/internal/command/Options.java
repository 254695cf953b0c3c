// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;
import org.pushpin.network.Address;

/** The arguments of a command, taken one by one; what is left over is an error. One thread. */
final class Options {

    private final List<String> rest;
    private final String usage;

    Options(Command command, List<String> arguments) {
        this.rest = new ArrayList<>(arguments);
        this.usage = "usage: pushpin [--profile DIR] " + command.name() + " " + command.usage();
    }

    /** The value of an option, which is taken out. */
    Optional<String> value(String option) throws CommandException {
        int at = rest.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == rest.size()) {
            throw wrong(option + " needs a value");
        }
        rest.remove(at);
        return Optional.of(rest.remove(at));
    }

    boolean flag(String option) {
        return rest.remove(option);
    }

    Optional<Address> address(String option) throws CommandException {
        Optional<String> value = value(option);
        try {
            return value.map(Address::parse);
        } catch (IllegalArgumentException e) {
            throw wrong(option + ": " + e.getMessage());
        }
    }

    Optional<Duration> seconds(String option) throws CommandException {
        Optional<String> value = value(option);
        try {
            return value.map(Integer::parseInt).filter(seconds -> seconds > 0).map(Duration::ofSeconds);
        } catch (NumberFormatException e) {
            throw wrong(option + " takes a number of seconds");
        }
    }

    Optional<Integer> number(String option) throws CommandException {
        Optional<String> value = value(option);
        try {
            if (value.isEmpty() || Integer.parseInt(value.get()) > 0) {
                return value.map(Integer::valueOf);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(option + " takes a number from 1 on");
    }

    /** The next argument that is no option. */
    String next(String what) throws CommandException {
        if (rest.isEmpty()) {
            throw wrong("missing: " + what);
        }
        return rest.removeFirst();
    }

    DocumentUrl url(String what) throws CommandException {
        return parse(next(what));
    }

    static DocumentUrl parse(String text) throws CommandException {
        try {
            return DocumentUrl.parse(text);
        } catch (FormatException e) {
            throw new CommandException(ExitCode.USAGE, text + " is not a link: " + e.getMessage());
        }
    }

    /** All that is left, at least one. */
    List<String> several(String what) throws CommandException {
        if (rest.isEmpty()) {
            throw wrong("missing: " + what);
        }
        return rest();
    }

    /** All that is left, if anything; what looks like an option is wrong. */
    List<String> words() throws CommandException {
        Optional<String> option = rest.stream().filter(argument -> argument.startsWith("--")).findFirst();
        if (option.isPresent()) {
            throw wrong("unexpected: " + option.get());
        }
        return rest();
    }

    private List<String> rest() {
        List<String> all = List.copyOf(rest);
        rest.clear();
        return all;
    }

    void end() throws CommandException {
        if (!rest.isEmpty()) {
            throw wrong("unexpected: " + rest.getFirst());
        }
    }

    private CommandException wrong(String problem) {
        return new CommandException(ExitCode.USAGE, problem + "; " + usage);
    }
}
