// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import org.pushpin.repo.Profile;
import org.pushpin.repo.ProfileProblem;
import org.pushpin.content.Theme;
import org.pushpin.repo.Repo;
import org.pushpin.scene.StageFactory;
import org.pushpin.workbench.internal.chrome.Messages;

/**
 * The desktop: opens the profile, then the window. Exit code 0, 23 to be started again, 2 for wrong arguments, 1 when
 * the profile cannot be opened.
 */
public final class WorkbenchApplication implements IApplication {

    private static final Duration OPENING = Duration.ofSeconds(30);
    private static final Integer FAILED = 1;
    private static final Integer USAGE = 2;

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        LaunchOptions options;
        try {
            options = LaunchOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("pushpin: " + e.getMessage());
            return USAGE;
        }
        Display display = PlatformUI.createDisplay();
        try (Repo repo = openProfile(options.profile())) {
            Desktop desktop = new Desktop(options, repo, display);
            Thread.ofPlatform().daemon().name("warm-up").start(() -> warmUp(desktop.theme()));
            int code = PlatformUI.createAndRunWorkbench(display, new PushPinWorkbenchAdvisor(desktop));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } catch (IOException e) {
            System.err.println("pushpin: " + e.getMessage());
            MessageDialog.openError(null, "PushPin", e.getMessage());
            return FAILED;
        } finally {
            display.dispose();
        }
    }

    /** While the window comes up, what its first board would wait for is done beside. */
    private static void warmUp(Theme theme) {
        ServiceLookup.find(StageFactory.class).ifPresent(stages -> stages.warmUp(theme));
    }

    /**
     * The repo opens by itself once the profile is known.
     *
     * @throws IOException with a sentence that says why it does not
     */
    private static Repo openProfile(Path profile) throws IOException, InterruptedException {
        try {
            new Profile(profile).create();
        } catch (IOException e) {
            throw new IOException(Messages.get("profile.folder", profile), e);
        }
        ServiceLookup.context().registerService(Profile.class, new Profile(profile), null);
        Object answer = ServiceLookup.await(OPENING, Repo.class, ProfileProblem.class)
                .orElseThrow(() -> new IOException(Messages.get("profile.closed", profile)));
        return switch (answer) {
            case Repo repo -> repo;
            case ProfileProblem problem -> throw new IOException(problem.message());
            default -> throw new IllegalStateException(answer.toString());
        };
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
