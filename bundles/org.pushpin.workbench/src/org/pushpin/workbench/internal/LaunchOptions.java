// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.pushpin.network.Address;

/**
 * What the command line asked for.
 *
 * @param profile the folder of the person's data
 * @param listen where to accept peers
 * @param join peers to connect to
 * @param urls documents to open
 */
record LaunchOptions(Path profile, Optional<Address> listen, List<Address> join, List<String> urls) {

    /**
     * Reads {@code [--profile DIR] [--listen HOST:PORT] [--join HOST:PORT]… [URL]…}; what the platform itself
     * understands has been taken out before.
     *
     * @throws IllegalArgumentException with one line that says what is wrong
     */
    static LaunchOptions parse(String[] arguments) {
        Path profile = defaultProfile();
        Optional<Address> listen = Optional.empty();
        List<Address> join = new ArrayList<>();
        List<String> urls = new ArrayList<>();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--profile" -> profile = Path.of(value(argument, rest));
                case "--listen" -> listen = Optional.of(Address.parse(value(argument, rest)));
                case "--join" -> join.add(Address.parse(value(argument, rest)));
                default -> {
                    if (argument.startsWith("pushpin:")) {
                        urls.add(argument);
                    } else if (argument.startsWith("--")) {
                        throw new IllegalArgumentException("unknown option " + argument);
                    }
                }
            }
        }
        return new LaunchOptions(profile.toAbsolutePath().normalize(), listen, List.copyOf(join), List.copyOf(urls));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static Path defaultProfile() {
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data == null || data.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        return base.resolve("pushpin");
    }
}
