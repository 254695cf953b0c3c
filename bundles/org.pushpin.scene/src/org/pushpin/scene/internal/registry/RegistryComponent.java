// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pushpin.content.ContentType;
import org.pushpin.content.Renderer;
import org.pushpin.repo.Subscription;
import org.pushpin.scene.ContentRegistry;

/** The whiteboard: follows services of card types as they come and go. */
@Component(service = ContentRegistry.class)
public final class RegistryComponent implements ContentRegistry {

    private final Registry registry = new Registry();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addType(ContentType type, Map<String, Object> properties) {
        registry.addType(type, properties);
    }

    void removeType(ContentType type) {
        registry.remove(type);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRenderer(Renderer renderer, Map<String, Object> properties) {
        registry.addRenderer(renderer, properties);
    }

    void removeRenderer(Renderer renderer) {
        registry.remove(renderer);
    }

    @Override
    public List<ContentType> types() {
        return registry.types();
    }

    @Override
    public Optional<ContentType> type(String name) {
        return registry.type(name);
    }

    @Override
    public Optional<Renderer> renderer(String type, String context) {
        return registry.renderer(type, context);
    }

    @Override
    public Subscription subscribe(Runnable changed) {
        return registry.subscribe(changed);
    }
}
