// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;

/** Finds the links in a document. Costs what the document is large. */
public final class LinkCrawler {

    /** How a link to a blob begins. */
    public static final String BLOB = "pushpin-blob:/";

    private static final int BLOB_HEX = 2 * BlobId.LENGTH;

    /** The most links that are followed out of one document. */
    public static final int MAX_LINKS = 20_000;

    private final Doc document;
    private final Set<String> found = new LinkedHashSet<>();

    private LinkCrawler(Doc document) {
        this.document = document;
    }

    /** Document and blob links in canonical form, in the order in which they stand. */
    public static Set<String> crawl(Doc document) {
        LinkCrawler crawler = new LinkCrawler(document);
        crawler.crawlAll();
        return crawler.found;
    }

    private void crawlAll() {
        Deque<ObjectValue> todo = new ArrayDeque<>();
        todo.add(new ObjectValue(ObjectId.ROOT, ObjectType.MAP));
        while (!todo.isEmpty() && found.size() < MAX_LINKS) {
            ObjectValue object = todo.poll();
            switch (object.type()) {
                case MAP, TABLE -> document.keys(object.id())
                        .forEach(key -> document.getAll(object.id(), key).forEach(value -> visit(value, todo)));
                case LIST -> {
                    for (int i = 0; i < document.length(object.id()); i++) {
                        document.getAll(object.id(), i).forEach(value -> visit(value, todo));
                    }
                }
                case TEXT -> text(document.text(object.id()));
            }
        }
    }

    private void visit(Value value, Deque<ObjectValue> todo) {
        if (value instanceof ObjectValue object) {
            todo.add(object);
        } else if (value instanceof Scalar.Str string) {
            text(string.value());
        }
    }

    private void text(String text) {
        if (text.contains(DocumentUrl.SCHEME)) {
            DocumentUrl.find(text).forEach(url -> found.add(url.toString()));
        }
        for (int at = text.indexOf(BLOB); at >= 0; at = text.indexOf(BLOB, at + 1)) {
            int end = at + BLOB.length() + BLOB_HEX;
            if (end <= text.length() && blob(text.substring(at, end)) != null) {
                found.add(text.substring(at, end));
            }
        }
    }

    /** The blob that a link names; null if it names none. */
    static BlobId blob(String link) {
        try {
            return link.startsWith(BLOB) ? BlobId.parse(link.substring(BLOB.length())) : null;
        } catch (FormatException e) {
            return null;
        }
    }
}
