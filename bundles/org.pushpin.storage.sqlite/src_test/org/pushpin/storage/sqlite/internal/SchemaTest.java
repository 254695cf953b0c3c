// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.DocumentId;
import org.pushpin.storage.Storage;
import org.pushpin.storage.Write;
import org.pushpin.testkit.Samples;

final class SchemaTest {

    @TempDir
    Path profile;

    private final Samples samples = new Samples(8);

    @Test
    void profileOfTheFirstVersionIsBroughtToThePresentOne() throws Exception {
        DocumentId document = samples.document();
        try (Storage storage = SqliteStorage.open(profile)) {
            storage.commit(List.of(new Write.Document(document, samples.secret()), new Write.Links(document, Set.of("pushpin:/a"))));
        }
        inDatabase("DROP INDEX link_dst", "PRAGMA user_version = 1");

        try (Storage storage = SqliteStorage.open(profile)) {
            assertEquals(List.of(document), storage.linking("pushpin:/", 1));
        }
        inDatabase("SELECT count(*) FROM link INDEXED BY link_dst");
        SqliteStorage.open(profile).close();
    }

    @Test
    void whatLinksHereIsLookedUpInAnIndex() throws Exception {
        SqliteStorage.open(profile).close();

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + profile.resolve("profile.db"));
                Statement statement = connection.createStatement()) {
            String plan = statement.executeQuery("EXPLAIN QUERY PLAN SELECT docid, dst, link.sum AS sum FROM link JOIN doc ON doc.id = link.src"
                    + " WHERE dst >= 'a' AND dst < 'b' ORDER BY doc.id").getString("detail");
            assertEquals("SEARCH link USING INDEX link_dst (dst>? AND dst<?)", plan);
        }
    }

    private void inDatabase(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + profile.resolve("profile.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
