// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;
import org.pushpin.search.SearchIndexFactory;

/** The embedded index as a service: one SQLite database per profile. */
@Component(service = SearchIndexFactory.class)
public final class SqliteSearchFactory implements SearchIndexFactory {

    private static final Logger LOG = System.getLogger(SqliteSearchFactory.class.getName());

    /** Made by the framework, or by a test. */
    @Activate
    public SqliteSearchFactory() {}

    @Override
    public SearchIndex open(Path profile) throws SearchException {
        try {
            return SqliteIndex.open(new IndexFile(profile));
        } catch (SearchException failure) {
            if (!failure.isDamage()) {
                throw failure;
            }
            LOG.log(Level.INFO, "the search index is damaged or of another version, and is made anew");
            discard(profile);
            return SqliteIndex.open(new IndexFile(profile));
        }
    }

    @Override
    public void discard(Path profile) throws SearchException {
        new IndexFile(profile).delete();
    }
}
