// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.pushpin.content.ContentType;
import org.pushpin.content.Renderer;
import org.pushpin.repo.Subscription;
import org.pushpin.scene.ContentRegistry;

/**
 * The registered types and renderers. Of two that serve the same, the one with the higher ranking wins, then the one
 * that has been here longer. Any thread.
 */
public final class Registry implements ContentRegistry {

    private record Entry<S>(S service, String type, List<String> contexts, int ranking) {

        /** 2 when it is made for the context, 1 when it serves them all, 0 when neither. */
        int fits(String context) {
            return contexts.isEmpty() ? 1 : contexts.contains(context) ? 2 : 0;
        }
    }

    private final List<Entry<ContentType>> types = new CopyOnWriteArrayList<>();
    private final List<Entry<Renderer>> renderers = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param properties the service's; one without the property {@code contentType} is passed over */
    public void addType(ContentType type, Map<String, ?> properties) {
        names(properties.get(ContentType.CONTENT_TYPE))
                .forEach(name -> types.add(new Entry<>(type, name, List.of(), ranking(properties))));
        changed();
    }

    public void addRenderer(Renderer renderer, Map<String, ?> properties) {
        List<String> contexts = names(properties.get(Renderer.CONTEXT));
        names(properties.get(ContentType.CONTENT_TYPE))
                .forEach(name -> renderers.add(new Entry<>(renderer, name, contexts, ranking(properties))));
        changed();
    }

    public void remove(ContentType type) {
        types.removeIf(entry -> entry.service == type);
        changed();
    }

    public void remove(Renderer renderer) {
        renderers.removeIf(entry -> entry.service == renderer);
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private static int ranking(Map<String, ?> properties) {
        return properties.get("service.ranking") instanceof Integer ranking ? ranking : 0;
    }

    private static List<String> names(Object property) {
        List<String> names = new ArrayList<>();
        if (property instanceof String name) names.add(name);
        if (property instanceof String[] several) names.addAll(List.of(several));
        if (property instanceof Iterable<?> several) several.forEach(name -> names.add(String.valueOf(name)));
        return List.copyOf(names);
    }

    @Override
    public List<ContentType> types() {
        Map<String, ContentType> byName = new TreeMap<>();
        for (Entry<ContentType> entry : types) type(entry.type).ifPresent(type -> byName.put(entry.type, type));
        return List.copyOf(byName.values());
    }

    @Override
    public Optional<ContentType> type(String name) {
        return types.stream().filter(entry -> entry.type.equals(name))
                .reduce((a, b) -> b.ranking > a.ranking ? b : a).map(Entry::service);
    }

    @Override
    public Optional<Renderer> renderer(String type, String context) {
        Comparator<Entry<Renderer>> order = Comparator.<Entry<Renderer>>comparingInt(entry -> entry.fits(context))
                .thenComparingInt(Entry::ranking);
        return renderers.stream().filter(entry -> entry.type.equals(type) && entry.fits(context) > 0)
                .reduce((a, b) -> order.compare(b, a) > 0 ? b : a).map(Entry::service);
    }

    @Override
    public Subscription subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }
}
