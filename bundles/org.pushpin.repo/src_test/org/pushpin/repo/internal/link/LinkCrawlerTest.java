// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;

class LinkCrawlerTest {

    private static final int LINKS = 6;

    private final List<String> links = new ArrayList<>();

    private void links(Random random) {
        for (int i = 0; i < LINKS; i++) {
            byte[] id = new byte[32];
            random.nextBytes(id);
            links.add(i % 2 == 0 ? DocumentUrl.of(new DocumentId(Bytes.of(id)), "text", DocumentSecret.of(Bytes.of(id).slice(0, 16))).toString()
                    : LinkCounts.BLOB + Bytes.of(id).toHex());
        }
    }

    private static Doc edited(Doc doc, int actor, java.util.function.Consumer<Edit> content) {
        Edit edit = doc.edit(ActorId.of(new byte[] {(byte) actor, 1}));
        content.accept(edit);
        return edit.commit(null, Instant.EPOCH).map(Commit::document).orElse(doc);
    }

    private static Doc begun() {
        return edited(Doc.empty(), 9, edit -> {
            edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
            edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
            edit.putObject(ObjectId.ROOT, "map", ObjectType.MAP);
        });
    }

    private static ObjectId child(org.pushpin.crdt.Read read, String key) {
        return ((ObjectValue) read.get(ObjectId.ROOT, key).orElseThrow()).id();
    }

    /** What is kept up to date is what a look at all of it finds. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void keptUpToDateIsTheSameAsLookedAtWhole(int seed) {
        Random random = new Random(seed);
        links(random);
        Doc doc = begun();
        LinkCrawler crawler = new LinkCrawler(doc);
        int most = 0;
        for (int i = 0; i < 150; i++) {
            Doc base = doc;
            Doc one = changed(base, 1, random);
            boolean concurrent = seed % 3 == 0 && random.nextInt(4) == 0;
            doc = concurrent ? one.merge(changed(base, 2, random)) : one;
            crawler.advance(doc);
            Set<String> whole = LinkCrawler.crawl(doc);
            assertEquals(whole, crawler.links(), "step " + i);
            most = Math.max(most, whole.size());
        }
        assertTrue(most > 1, "links were there to be found");
    }

    private Doc changed(Doc doc, int actor, Random random) {
        return edited(doc, actor, edit -> {
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                change(edit, random);
            }
        });
    }

    private void change(Edit edit, Random random) {
        ObjectId text = child(edit, "text");
        ObjectId list = child(edit, "list");
        ObjectId map = child(edit, "map");
        String link = links.get(random.nextInt(LINKS));
        int length = edit.length(text);
        switch (random.nextInt(9)) {
            case 0 -> edit.splice(text, random.nextInt(length + 1), 0, " " + link + " ");
            case 1 -> edit.splice(text, random.nextInt(length + 1), 0, link);
            case 2 -> edit.splice(text, random.nextInt(length + 1), 0, random.nextBoolean() ? " " : "x");
            case 3 -> {
                int from = random.nextInt(length + 1);
                edit.splice(text, from, Math.min(length - from, random.nextInt(60)), "");
            }
            case 4 -> edit.insert(list, random.nextInt(edit.length(list) + 1), new Scalar.Str(link));
            case 5 -> listed(edit, list, random, link);
            case 6 -> edit.put(map, "k" + random.nextInt(4), link);
            case 7 -> nested(edit, map, "k" + random.nextInt(4), random, link);
            default -> {
                String key = "k" + random.nextInt(4);
                if (edit.get(map, key).isPresent()) {
                    edit.delete(map, key);
                }
            }
        }
    }

    private static void listed(Edit edit, ObjectId list, Random random, String link) {
        int length = edit.length(list);
        if (length == 0) {
            edit.put(edit.insertObject(list, 0, ObjectType.MAP), "url", link);
        } else if (random.nextBoolean()) {
            edit.delete(list, random.nextInt(length));
        } else {
            edit.put(list, random.nextInt(length), new Scalar.Str(link));
        }
    }

    private static void nested(Edit edit, ObjectId map, String key, Random random, String link) {
        Value there = edit.get(map, key).orElse(null);
        ObjectId object = there instanceof ObjectValue known ? known.id() : edit.putObject(map, key, ObjectType.MAP);
        edit.put(object, "url" + random.nextInt(2), link);
        if (random.nextInt(3) == 0) {
            edit.splice(edit.putObject(object, "text", ObjectType.TEXT), 0, 0, "see " + link);
        }
    }

    @Test
    void aLinkThatIsCutOrStandsTwiceCounts() {
        links(new Random(1));
        String link = links.get(0);
        Doc doc = edited(begun(), 1, edit -> edit.splice(child(edit, "text"), 0, 0, link + " and " + link));
        LinkCrawler crawler = new LinkCrawler(doc);
        assertEquals(Set.of(link), crawler.links());

        doc = edited(doc, 1, edit -> edit.splice(child(edit, "text"), 3, 1, ""));
        crawler.advance(doc);
        assertEquals(Set.of(link), crawler.links(), "the other one is whole");

        doc = edited(doc, 1, edit -> edit.splice(child(edit, "text"), edit.length(child(edit, "text")) - 3, 0, " "));
        crawler.advance(doc);
        assertFalse(crawler.links().contains(link));
    }

    @Test
    void moreThanTheMostAreLeftAloneAndSaid() {
        Doc doc = edited(begun(), 1, edit -> {
            ObjectId list = child(edit, "list");
            for (int i = 0; i <= LinkCrawler.MAX_LINKS; i++) {
                edit.insert(list, i, new Scalar.Str(LinkCounts.BLOB + String.format("%064x", i)));
            }
        });
        LinkCrawler crawler = new LinkCrawler(doc);
        assertTrue(crawler.isCapped());
        assertEquals(LinkCrawler.MAX_LINKS, crawler.links().size());

        crawler.advance(edited(doc, 1, edit -> edit.delete(child(edit, "list"), 7)));
        assertFalse(crawler.isCapped());
        assertTrue(crawler.links().contains(LinkCounts.BLOB + String.format("%064x", LinkCrawler.MAX_LINKS)));
    }
}
