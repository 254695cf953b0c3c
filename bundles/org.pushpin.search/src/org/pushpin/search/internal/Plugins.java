// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.pushpin.content.ContentType;

/** The card types that are here now. Of two that serve one type the higher ranking wins, then the one that came first. Any thread. */
final class Plugins {

    private final List<Plugin> all = new CopyOnWriteArrayList<>();
    private volatile Consumer<Plugin> listener = plugin -> { };

    /**
     * A card type.
     *
     * @param version what makes its entries other than those of an earlier one: its bundle and that bundle's version
     */
    record Plugin(String contentType, ContentType service, String version, int ranking) {}

    void add(Plugin plugin) {
        all.add(plugin);
        listener.accept(plugin);
    }

    void remove(ContentType service) {
        all.removeIf(plugin -> plugin.service() == service);
    }

    Optional<Plugin> find(String contentType) {
        return all.stream().filter(plugin -> plugin.contentType().equals(contentType))
                .reduce((first, later) -> later.ranking() > first.ranking() ? later : first);
    }

    List<Plugin> all() {
        return List.copyOf(all);
    }

    /** Who is told of those that come; one at most. */
    void listen(Consumer<Plugin> told) {
        listener = told;
    }
}
