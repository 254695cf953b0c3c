// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import org.pushpin.export.Exporter;
import org.pushpin.export.Importer;
import org.pushpin.peer.internal.command.Services;
import org.pushpin.repo.Profile;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.Home;
import org.pushpin.search.Search;

/** Opens the control socket as soon as a profile is open, in the desktop as in a peer; hence immediate. */
@Component(service = ControlComponent.class, immediate = true)
public final class ControlComponent {

    private static final Logger LOG = System.getLogger(ControlComponent.class.getName());

    private final Services services;
    private final ControlServer server;

    @Activate
    public ControlComponent(@Reference Profile profile, @Reference Repo repo, @Reference Home home,
            @Reference DocumentFactory factory, @Reference ContentRegistry registry, @Reference Exporter exporter,
            @Reference Importer importer, @Reference Search search) {
        services = new Services(repo, home, factory, registry, exporter, importer, search);
        ControlServer opened = null;
        try {
            opened = new ControlServer(profile.directory(), () -> services);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(Level.WARNING, "no control socket: {0}", e.getMessage());
        }
        server = opened;
    }

    /** What this process's own command works with. */
    Services services() {
        return services;
    }

    @Deactivate
    void close() {
        if (server != null) {
            server.close();
        }
    }
}
