// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.osgi.probe;

import org.eclipse.osgi.internal.hookregistry.HookConfigurator;
import org.eclipse.osgi.internal.hookregistry.HookRegistry;

/** Puts a {@link Probe} into the framework of a product that is not otherwise changed. Named in hookconfigurators.properties. */
public final class ProbeHook implements HookConfigurator {
    @Override
    public void addHooks(HookRegistry registry) {
        registry.addActivatorHookFactory(Probe::new);
    }
}
