// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.search.IndexEntry;
import org.pushpin.search.IndexedDocument;
import org.pushpin.search.SearchIndex;

/** An index that followed everything is the same as one that is made of the end of it. */
class RebuildTest {

    private static final long LATER = Duration.ofSeconds(10).toNanos();

    private final Plugins plugins = new Plugins();
    private final Summaries summaries = new Summaries(Duration.ofSeconds(5));
    private long time;

    @AfterEach
    void stop() {
        summaries.close();
    }

    private Indexer indexer(MemoryRepo from) {
        var made = new Indexer(from.service(), plugins, new Reading(plugins, summaries), () -> time++);
        from.service().watch(made::happened);
        plugins.listen(made::arrived);
        return made;
    }

    private void settle(Indexer some, SearchIndex into) throws Exception {
        do {
            time += LATER;
        } while (some.step(into) || some.waiting() > 0);
    }

    @Test
    void rebuildEqualsIncremental() throws Exception {
        for (long seed = 1; seed <= 40; seed++) {
            rebuildEqualsIncremental(new Random(seed));
        }
    }

    private void rebuildEqualsIncremental(Random random) throws Exception {
        MemoryRepo live = new MemoryRepo();
        var incremental = new MemorySearch();
        SearchIndex into = incremental.open(Path.of("nowhere"));
        plugins.all().forEach(plugin -> plugins.remove(plugin.service()));
        Indexer running = indexer(live);
        Map<DocumentId, String> openings = new HashMap<>();
        List<DocumentId> all = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            act(random, live, all, openings);
            time += random.nextLong(LATER / 10);
            if (random.nextInt(3) == 0) {
                running.step(into);
            }
            if (random.nextInt(20) == 0) {
                running = indexer(live);
                openings.forEach(live::open);
            }
        }
        settle(running, into);

        var rebuilt = new MemorySearch();
        Indexer fresh = indexer(live);
        openings.forEach(live::open);
        settle(fresh, rebuilt.open(Path.of("nowhere")));
        assertEquals(named(rebuilt), named(incremental));
    }

    private static Map<DocumentId, Object> named(MemorySearch index) {
        Map<DocumentId, Object> all = new HashMap<>();
        index.documents().forEach((id, document) -> all.put(id, new IndexedDocument(id, document.fingerprint(), document.links(),
                document.entries().stream().sorted(Comparator.comparing(IndexEntry::contentType)).toList())));
        return all;
    }

    private void act(Random random, MemoryRepo live, List<DocumentId> all, Map<DocumentId, String> openings) {
        DocumentId some = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
        String type = List.of("text", "board", "poll").get(random.nextInt(3));
        switch (some == null ? 0 : random.nextInt(8)) {
            case 0, 1 -> all.add(live.create(edit -> {
                edit.put(ObjectId.ROOT, "title", "Title " + random.nextInt(9));
                edit.put(ObjectId.ROOT, "text", "words");
            }));
            case 2, 3 -> live.change(some, edit -> edit.put(ObjectId.ROOT, "link" + random.nextInt(3),
                    MemoryRepo.link(all.get(random.nextInt(all.size())), type).toString()));
            case 4 -> live.change(some, edit -> edit.delete(ObjectId.ROOT, "link" + random.nextInt(3)));
            case 5 -> live.change(some, edit -> edit.put(ObjectId.ROOT, "text", "words " + random.nextInt(9)));
            case 6 -> {
                openings.put(some, type);
                live.open(some, type);
            }
            default -> {
                if (plugins.find(type).isEmpty()) {
                    plugins.add(Types.plugin(type, "1", type + " "));
                }
            }
        }
    }
}
