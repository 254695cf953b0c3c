// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;

import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;
import org.pushpin.search.SearchIndexFactory;

/** The index of a profile: opened when it is first asked for, and after it was thrown away. Any thread. */
final class IndexHolder {

    private static final Logger LOG = System.getLogger(IndexHolder.class.getName());

    private final SearchIndexFactory factory;
    private final Path profile;
    private SearchIndex index;
    private boolean closed;

    IndexHolder(SearchIndexFactory factory, Path profile) {
        this.factory = factory;
        this.profile = profile;
    }

    synchronized SearchIndex get() throws SearchException {
        if (closed) {
            throw new SearchException("The profile is closed.", false, null);
        }
        if (index == null) {
            index = factory.open(profile);
        }
        return index;
    }

    /** Whether this is the index that {@link #get} gives; null stands for none that was opened. */
    synchronized boolean holds(SearchIndex some) {
        return index == some;
    }

    /** Throws an index away, unless that was done already; the next {@link #get} makes another. */
    synchronized void discard(SearchIndex broken) throws SearchException {
        if (broken == index && broken != null) {
            index = null;
            closeQuietly(broken);
            factory.discard(profile);
        }
    }

    private static void closeQuietly(SearchIndex index) {
        try {
            index.close();
        } catch (SearchException e) {
            LOG.log(Level.DEBUG, "an index was not closed well: {0}", e.getMessage());
        }
    }

    synchronized void close() {
        closed = true;
        if (index != null) {
            closeQuietly(index);
            index = null;
        }
    }
}
