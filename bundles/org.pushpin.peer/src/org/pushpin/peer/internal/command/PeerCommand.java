// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.pushpin.network.Address;
import org.pushpin.repo.Subscription;

/** Keeps this profile's documents in reach of peers until it is stopped. */
final class PeerCommand implements Command {

    @Override
    public String name() {
        return "peer";
    }

    @Override
    public String usage() {
        return "[--listen HOST:PORT] [--join HOST:PORT]";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        Options options = new Options(this, arguments);
        Optional<Address> listen = options.address("--listen");
        Optional<Address> join = options.address("--join");
        options.end();
        if (listen.isPresent()) {
            Address bound = Waiting.on(services.repo().peers().listen(listen.get()), Saving.LIMIT, "listening",
                    console);
            console.out("listening on " + bound);
        }
        join.ifPresent(address -> services.repo().peers().join(address).whenComplete((done, problem) ->
                console.progress(problem == null ? "connected to " + address
                        : "not connected to " + address + " yet: " + Waiting.message(problem))));
        try (Subscription notices = services.repo().notices(notice -> console.progress(notice.text()))) {
            console.awaitClosed();
        }
        return ExitCode.DONE;
    }
}
