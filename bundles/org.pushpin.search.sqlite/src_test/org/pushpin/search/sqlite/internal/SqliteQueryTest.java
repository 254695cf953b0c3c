// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import org.pushpin.search.SearchIndexFactory;
import org.pushpin.testkit.search.QueryConformance;

final class SqliteQueryTest extends QueryConformance {

    @Override
    protected SearchIndexFactory factory() {
        return new SqliteSearchFactory();
    }
}
