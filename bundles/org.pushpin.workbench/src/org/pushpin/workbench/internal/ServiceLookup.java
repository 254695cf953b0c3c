// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.time.Duration;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
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

    /** Waits for a service while the product starts. */
    static <T> Optional<T> await(Class<T> type, Duration limit) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(limit.toMillis())).flatMap(found -> find(type));
        } finally {
            tracker.close();
        }
    }

    static BundleContext context() {
        return FrameworkUtil.getBundle(ServiceLookup.class).getBundleContext();
    }
}
