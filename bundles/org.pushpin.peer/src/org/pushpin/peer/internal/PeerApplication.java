// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

import org.pushpin.peer.internal.command.CatCommand;
import org.pushpin.peer.internal.command.CommandException;
import org.pushpin.peer.internal.command.ExitCode;
import org.pushpin.peer.internal.command.Commands;
import org.pushpin.peer.internal.command.RestoreCommand;
import org.pushpin.repo.Profile;
import org.pushpin.repo.ProfileProblem;
import org.pushpin.repo.Repo;
import org.pushpin.repo.Restoring;

/**
 * The command line: {@code [--profile DIR] COMMAND …}. A command for a profile that another process holds goes there;
 * otherwise this process opens the profile for as long as the command takes.
 */
public final class PeerApplication implements IApplication {

    private static final long OPENING_SECONDS = 30;

    private final TerminalConsole console = new TerminalConsole();
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        context.applicationRunning();
        List<String> arguments =
                new ArrayList<>(List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS)));
        try {
            return run(arguments);
        } catch (IOException e) {
            console.progress("pushpin: " + e.getMessage());
            return ExitCode.FAILED.code();
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void stop() {
        console.close();
        try {
            ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        Path profile = takeProfile(arguments);
        Commands commands = new Commands();
        if (arguments.isEmpty() || arguments.getFirst().equals("help") || arguments.getFirst().equals("--help")) {
            commands.help().forEach(console::out);
            return ExitCode.DONE.code();
        }
        try {
            commands.find(arguments);
        } catch (CommandException e) {
            console.progress("pushpin: " + e.getMessage());
            return e.exit().code();
        }
        Path directory = Path.of("").toAbsolutePath();
        if (arguments.getFirst().equals("cat") && CatCommand.isFile(arguments.subList(1, arguments.size()))) {
            return commands.run(null, directory, arguments, console).code();
        }
        if (arguments.getFirst().equals("restore")) {
            return restore(commands, profile, directory, arguments);
        }
        OptionalInt there = new ControlClient().run(profile, directory, arguments, console);
        return there.isPresent() ? there.getAsInt() : here(commands, profile, directory, arguments);
    }

    /** Needs a storage, and no open profile. */
    private int restore(Commands commands, Path profile, Path directory, List<String> arguments) throws InterruptedException {
        BundleContext bundles = FrameworkUtil.getBundle(PeerApplication.class).getBundleContext();
        ServiceTracker<Restoring, Restoring> tracker = new ServiceTracker<>(bundles, Restoring.class, null);
        tracker.open();
        try {
            Restoring restoring = tracker.waitForService(OPENING_SECONDS * 1000);
            return commands.run(new RestoreCommand(restoring, new Profile(profile)), null, directory, arguments, console).code();
        } finally {
            tracker.close();
        }
    }

    /** Opens the profile in this process, for this command. */
    private int here(Commands commands, Path profile, Path directory, List<String> arguments)
            throws IOException, InterruptedException {
        new Profile(profile).create();
        BundleContext bundles = FrameworkUtil.getBundle(PeerApplication.class).getBundleContext();
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(bundles, answers(bundles), null);
        ServiceTracker<Repo, Repo> repo = new ServiceTracker<>(bundles, Repo.class, null);
        tracker.open();
        repo.open();
        try {
            bundles.registerService(Profile.class, new Profile(profile), null);
            Object answer = tracker.waitForService(OPENING_SECONDS * 1000);
            if (!(answer instanceof ControlComponent control)) {
                console.progress("pushpin: " + (answer instanceof ProfileProblem problem ? problem.message()
                        : "the profile " + profile + " could not be opened in " + OPENING_SECONDS + " s"));
                return ExitCode.PROFILE.code();
            }
            int code = commands.run(control.services(), directory, arguments, console).code();
            repo.getService().close();
            return code;
        } finally {
            tracker.close();
            repo.close();
        }
    }

    /** What comes when a profile was opened, or could not be. */
    private static Filter answers(BundleContext bundles) {
        try {
            return bundles.createFilter("(|(objectClass=" + ControlComponent.class.getName() + ")(objectClass="
                    + ProfileProblem.class.getName() + "))");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a class name breaks no filter", e);
        }
    }

    private static Path takeProfile(List<String> arguments) {
        int at = arguments.indexOf("--profile");
        if (at >= 0 && at + 1 < arguments.size()) {
            arguments.remove(at);
            return Path.of(arguments.remove(at)).toAbsolutePath().normalize();
        }
        String data = System.getenv("XDG_DATA_HOME");
        return (data == null || data.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data)).resolve("pushpin");
    }
}
