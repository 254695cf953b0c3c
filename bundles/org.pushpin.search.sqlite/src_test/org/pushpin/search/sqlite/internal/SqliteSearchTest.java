// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import org.pushpin.search.SearchIndexFactory;
import org.pushpin.testkit.search.SearchConformance;

final class SqliteSearchTest extends SearchConformance {

    @Override
    protected SearchIndexFactory factory() {
        return new SqliteSearchFactory();
    }
}
