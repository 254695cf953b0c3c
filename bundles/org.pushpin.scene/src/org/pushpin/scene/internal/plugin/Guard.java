// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.plugin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The boundary to card types: runs their code on a guest thread and waits for it, but not for ever. Code that throws
 * costs its own call; a service that does not come back in time ({@link Patience}) is abandoned, its thread interrupted,
 * and not called again while it is registered. Any thread; a call costs two hand-overs between threads.
 */
public final class Guard implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Guard.class.getName());

    private final Duration limit;
    private final Set<Object> suspended = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final ExecutorService guests;

    public Guard(Duration limit) {
        this.limit = limit;
        guests = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("render-guest-", 0).factory());
    }

    /** One with as much patience, and with guests of its own: what it suspends is not suspended here. */
    public Guard another() {
        return new Guard(limit);
    }

    /** @param service whose code it is, and what is suspended when it does not come back */
    public <T> T call(Object service, String name, Callable<T> code) throws PluginException {
        if (suspended.contains(service)) throw new PluginException(PluginException.Kind.SILENT, null);
        Visit<T> answer = submit(code);
        try {
            T value = answer.answer(new Patience(limit.toNanos()));
            if (value == null) throw new PluginException(PluginException.Kind.FAILED, new NullPointerException(name));
            return value;
        } catch (ExecutionException thrown) {
            LOG.log(Level.WARNING, () -> name + " failed: " + describe(thrown.getCause()));
            throw new PluginException(PluginException.Kind.FAILED, thrown.getCause());
        } catch (TimeoutException late) {
            suspended.add(service);
            answer.cancel(true);
            LOG.log(Level.ERROR, () -> name + " did not answer in " + limit + " and is not asked again");
            throw new PluginException(PluginException.Kind.SILENT, late);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new PluginException(PluginException.Kind.FAILED, stopped);
        }
    }

    /**
     * The same for code that is called on a guest thread already, within the time of the call that it belongs to.
     *
     * @return what the code answers, or {@code otherwise} where it does not
     */
    public <T> T within(Object service, String name, Callable<T> code, T otherwise) {
        if (suspended.contains(service)) return otherwise;
        try {
            T value = code.call();
            return value == null ? otherwise : value;
        } catch (Throwable thrown) { // a plug-in's
            LOG.log(Level.WARNING, () -> name + " failed: " + describe(thrown));
            return otherwise;
        }
    }

    private <T> Visit<T> submit(Callable<T> code) throws PluginException {
        try {
            Visit<T> visit = new Visit<>(code);
            guests.execute(visit);
            return visit;
        } catch (RejectedExecutionException closed) {
            throw new PluginException(PluginException.Kind.FAILED, closed);
        }
    }

    /** Class and place, never the message: it may hold a person's text. */
    private static String describe(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    @Override
    public void close() {
        guests.shutdownNow();
    }
}
