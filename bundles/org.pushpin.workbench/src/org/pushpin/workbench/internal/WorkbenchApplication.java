// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

import org.pushpin.repo.Profile;
import org.pushpin.repo.Repo;

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
        try {
            Optional<Repo> repo = openProfile(options);
            if (repo.isEmpty()) {
                String problem = Messages.get("profile.closed", options.profile());
                System.err.println("pushpin: " + problem);
                MessageDialog.openError(null, "PushPin", problem);
                return FAILED;
            }
            Desktop desktop = new Desktop(options, repo.get(), display);
            int code = PlatformUI.createAndRunWorkbench(display, new PushPinWorkbenchAdvisor(desktop));
            repo.get().close();
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } catch (IOException e) {
            System.err.println("pushpin: the profile folder cannot be made: " + e.getMessage());
            return FAILED;
        } finally {
            display.dispose();
        }
    }

    /** The repo opens by itself once the profile is known. */
    private static Optional<Repo> openProfile(LaunchOptions options) throws IOException, InterruptedException {
        Files.createDirectories(options.profile());
        FrameworkUtil.getBundle(WorkbenchApplication.class).getBundleContext().registerService(Profile.class,
                new Profile(options.profile()), null);
        return ServiceLookup.await(Repo.class, OPENING);
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
