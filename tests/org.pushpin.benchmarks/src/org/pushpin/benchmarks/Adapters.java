// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks;

import java.lang.reflect.Method;

import org.pushpin.network.Transport;
import org.pushpin.repo.Profile;
import org.pushpin.repo.Repo;
import org.pushpin.search.Search;
import org.pushpin.search.SearchIndexFactory;
import org.pushpin.storage.StorageFactory;

/** What the products get as services from bundles whose classes nobody may name; here by their names, without a framework. */
public final class Adapters {
    private Adapters() {
    }

    public static StorageFactory storage() throws ReflectiveOperationException {
        return (StorageFactory) made("org.pushpin.storage.sqlite.internal.SqliteStorageFactory");
    }

    /** Its threads are daemons. */
    public static Transport tcp() throws ReflectiveOperationException {
        return (Transport) made("org.pushpin.transport.tcp.internal.TcpTransportService");
    }

    /** The index of what the documents hold, brought up to date beside. Ends with {@link #close}. */
    public static Search search(Profile profile, Repo repo) throws ReflectiveOperationException {
        return (Search) Class.forName("org.pushpin.search.internal.SearchComponent")
                .getConstructor(Profile.class, Repo.class, SearchIndexFactory.class)
                .newInstance(profile, repo, made("org.pushpin.search.sqlite.internal.SqliteSearchFactory"));
    }

    public static void close(Search search) throws ReflectiveOperationException {
        Method close = search.getClass().getDeclaredMethod("close");
        close.setAccessible(true);
        close.invoke(search);
    }

    private static Object made(String name) throws ReflectiveOperationException {
        return Class.forName(name).getConstructor().newInstance();
    }
}
