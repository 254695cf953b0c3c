// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The bridge from objects that the workbench creates by reflection (editors, handlers) to OSGi services. Stateless.
 */
public final class ServiceLookup {

    private ServiceLookup() {
    }

    /** The service, if it is there now. */
    public static <T> Optional<T> find(Class<T> type) {
        BundleContext context = context();
        ServiceReference<T> reference = context.getServiceReference(type);
        return reference == null ? Optional.empty() : Optional.ofNullable(context.getService(reference));
    }

    /** The service, which the product always has once its profile is open. */
    public static <T> T require(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalStateException("no service " + type.getName()));
    }

    /** Waits until a service of one of the types is there, while the product starts. */
    static Optional<Object> await(Duration limit, Class<?>... types) throws InterruptedException {
        String any = Arrays.stream(types).map(type -> "(objectClass=" + type.getName() + ")")
                .collect(Collectors.joining("", "(|", ")"));
        try {
            ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context(), context().createFilter(any), null);
            tracker.open();
            try {
                return Optional.ofNullable(tracker.waitForService(limit.toMillis()));
            } finally {
                tracker.close();
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a class name breaks no filter", e);
        }
    }

    static BundleContext context() {
        return FrameworkUtil.getBundle(ServiceLookup.class).getBundleContext();
    }
}
