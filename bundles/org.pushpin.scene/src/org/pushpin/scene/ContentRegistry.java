// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.List;
import java.util.Optional;

import org.pushpin.content.ContentType;
import org.pushpin.content.Renderer;
import org.pushpin.repo.Subscription;

/**
 * The card types and renderers that are installed and started now: an OSGi service that follows the whiteboard of
 * {@link ContentType} and {@link Renderer} services as bundles come and go. Any thread; every answer is a snapshot.
 */
public interface ContentRegistry {

    /** All types, sorted by name. */
    List<ContentType> types();

    Optional<ContentType> type(String name);

    /** The renderer of a type for a context; one that names no context serves them all, after those that do. */
    Optional<Renderer> renderer(String type, String context);

    /** Is called, on the thread that registers services, after types or renderers came or went. */
    Subscription subscribe(Runnable changed);
}
