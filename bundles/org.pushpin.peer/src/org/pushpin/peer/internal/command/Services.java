// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import org.pushpin.export.Exporter;
import org.pushpin.export.Importer;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.Home;
import org.pushpin.search.Search;

/** What an open profile offers to commands. */
public record Services(Repo repo, Home home, DocumentFactory factory, ContentRegistry registry, Exporter exporter, Importer importer, Search search) {}
