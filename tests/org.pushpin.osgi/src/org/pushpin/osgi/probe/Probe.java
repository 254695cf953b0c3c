// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.osgi.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Answers questions about a running product over a loopback connection, one line each way. It lives in the framework
 * itself and sees no bundle's classes, so the product's own installer is called by reflection.
 */
final class Probe implements BundleActivator {
    private static final String TYPE = "org.pushpin.content.ContentType";
    private static final String INSTALLER = "org.pushpin.workbench.internal.install.CardTypeInstaller";

    private final CountDownLatch started = new CountDownLatch(1);
    private BundleContext context;
    private Object installer;

    @Override
    public void start(BundleContext systemContext) {
        context = systemContext;
        systemContext.addFrameworkListener(event -> {
            if (event.getType() == FrameworkEvent.STARTED) {
                started.countDown();
            }
        });
        Thread.ofPlatform().daemon().name("probe").start(this::serve);
    }

    @Override
    public void stop(BundleContext systemContext) {
        // The thread ends with the process.
    }

    private void serve() {
        int port = Integer.getInteger("probe.port");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            started.await();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(line.split("\t")));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            e.printStackTrace(); // into the product's log; the test sees the connection end
        }
        System.exit(0);
    }

    private String answer(String[] words) {
        try {
            return switch (words[0]) {
                case "types" -> String.join(" ", types());
                case "await" -> String.valueOf(await(() -> types().contains(words[1])));
                case "await-gone" -> String.valueOf(await(() -> !types().contains(words[1])));
                case "unresolved" -> String.join(" ", unresolved());
                case "bundles" -> String.join(" ", bundles().map(Bundle::getSymbolicName).toList());
                case "state" -> bundles().filter(b -> b.getSymbolicName().equals(words[1])).map(Probe::state).toList().toString();
                case "install" -> ask("install", URI.create(words[1]), words[2], null);
                case "uninstall" -> ask("uninstall", words[1], null);
                case "installed" -> ask("installed");
                case "reinstate" -> ask("reinstate", monitor());
                default -> "unknown question " + words[0];
            };
        } catch (ReflectiveOperationException | InterruptedException | IllegalStateException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return "failed: " + cause.toString().replace('\n', ' ');
        }
    }

    private List<String> types() {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(TYPE, null);
            return found == null ? List.of()
                    : Arrays.stream(found).map(r -> String.valueOf(r.getProperty("contentType"))).sorted().toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean await(BooleanSupplier condition) throws InterruptedException {
        while (true) {
            var changed = new CountDownLatch(1);
            ServiceListener listener = event -> changed.countDown();
            context.addServiceListener(listener);
            try {
                if (condition.getAsBoolean()) {
                    return true;
                }
                if (!changed.await(30, TimeUnit.SECONDS)) {
                    return false;
                }
            } finally {
                context.removeServiceListener(listener);
            }
        }
    }

    private Stream<Bundle> bundles() {
        return Arrays.stream(context.getBundles());
    }

    private static String state(Bundle bundle) {
        return bundle + " state " + bundle.getState() + " level " + bundle.adapt(BundleStartLevel.class).getStartLevel()
                + " services " + Arrays.toString(bundle.getRegisteredServices());
    }

    private List<String> unresolved() {
        return bundles().filter(b -> b.getState() == Bundle.INSTALLED)
                .filter(b -> (b.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) == 0)
                .map(Bundle::getSymbolicName).toList();
    }

    private String ask(String method, Object... arguments) throws ReflectiveOperationException, InterruptedException {
        Object target = installer();
        for (var candidate : target.getClass().getMethods()) {
            if (candidate.getName().equals(method) && candidate.getParameterCount() == arguments.length) {
                return String.valueOf(candidate.invoke(target, arguments)).replace('\n', ' ');
            }
        }
        throw new NoSuchMethodException(method);
    }

    private Object installer() throws ReflectiveOperationException, InterruptedException {
        if (installer == null) {
            Class<?> type = bundle("org.pushpin.workbench").loadClass(INSTALLER);
            installer = type.getConstructors()[0].newInstance(service("org.eclipse.equinox.p2.core.IProvisioningAgent"),
                    service("org.eclipse.equinox.internal.provisional.configurator.Configurator"),
                    Path.of(System.getProperty("probe.profile")));
        }
        return installer;
    }

    private Object monitor() throws ReflectiveOperationException {
        return bundle("org.eclipse.equinox.common").loadClass("org.eclipse.core.runtime.NullProgressMonitor")
                .getConstructor().newInstance();
    }

    private Bundle bundle(String name) {
        return bundles().filter(b -> b.getSymbolicName().equals(name)).findFirst().orElseThrow();
    }

    private Object service(String name) throws InterruptedException {
        if (!await(() -> context.getServiceReference(name) != null)) {
            throw new IllegalStateException("no service " + name);
        }
        return context.getService(context.getServiceReference(name));
    }
}
