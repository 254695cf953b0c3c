// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.pushpin.repo.Subscription;

/** Who wants to be told. A listener that throws is reported and costs nobody else anything. Any thread. */
public final class Listeners<T> {

    private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

    private final List<Consumer<T>> all = new CopyOnWriteArrayList<>();

    /** Adds a listener until the subscription is closed. */
    public Subscription add(Consumer<T> listener) {
        Consumer<T> own = listener::accept;
        all.add(own);
        return () -> all.remove(own);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Tells everybody, on this thread. */
    public void tell(T news) {
        for (Consumer<T> listener : all) {
            try {
                listener.accept(news);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a listener failed", e);
            }
        }
    }
}
