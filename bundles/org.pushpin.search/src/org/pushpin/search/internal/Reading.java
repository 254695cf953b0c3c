// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pushpin.content.Fields;
import org.pushpin.content.Summary;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DurableDocument;
import org.pushpin.search.IndexEntry;
import org.pushpin.search.IndexedDocument;
import org.pushpin.search.IndexedDocument.Link;
import org.pushpin.search.internal.Plugins.Plugin;

/** Makes of a document what is indexed of it. One thread at a time. Cost: linear in the document and its changes. */
final class Reading {

    private static final int MOST_LINKS = 20_000;
    private static final int MOST_AUTHORS = 256;
    private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

    private final Plugins plugins;
    private final Summaries summaries;

    Reading(Plugins plugins, Summaries summaries) {
        this.plugins = plugins;
        this.summaries = summaries;
    }

    IndexedDocument read(DocumentId id, DurableDocument durable, List<String> types) throws InterruptedException {
        Facts facts = Facts.of(durable);
        List<IndexEntry> entries = new ArrayList<>();
        for (String type : types) {
            entries.add(entry(type, durable.document(), facts));
        }
        return new IndexedDocument(id, durable.fingerprint(), links(id, durable.document()), entries);
    }

    private IndexEntry entry(String type, Doc document, Facts facts) throws InterruptedException {
        Optional<Plugin> plugin = plugins.find(type);
        Optional<Summary> summary = Optional.empty();
        String maker = "";
        if (plugin.isPresent()) {
            Summaries.Answer answer = summaries.ask(plugin.get(), document);
            summary = answer.summary();
            maker = answer.answered() ? plugin.get().version() : "";
        }
        Summary said = summary.orElseGet(() -> new Summary(guessedTitle(document), strings(document)));
        return new IndexEntry(type, maker, Summary.oneLine(Redaction.of(said.title())), Redaction.of(names(document)),
                Redaction.of(said.text()), facts.authors, facts.created, facts.changed);
    }

    private static String guessedTitle(Doc document) {
        Fields root = Fields.root(document);
        return Stream.of("title", "name", "text").map(root::string).filter(text -> !text.isBlank()).findFirst().orElse("")
                .strip().lines().findFirst().orElse("");
    }

    private static String strings(Doc document) {
        StringBuilder all = new StringBuilder();
        DocumentStrings.visit(document, string -> {
            all.append(string, 0, Math.min(string.length(), IndexEntry.TEXT_LIMIT)).append('\n');
            return all.length() < IndexEntry.TEXT_LIMIT;
        });
        return all.toString();
    }

    private static String names(Doc document) {
        Fields root = Fields.root(document);
        return Stream.of("name", "mediaType").map(root::string).filter(text -> !text.isBlank()).map(Summary::oneLine)
                .collect(Collectors.joining("\n"));
    }

    private static Set<Link> links(DocumentId id, Doc document) {
        Set<Link> links = new LinkedHashSet<>();
        DocumentStrings.visit(document, string -> {
            if (string.contains(DocumentUrl.SCHEME)) {
                DocumentUrl.find(string).stream().filter(url -> !url.id().equals(id))
                        .forEach(url -> links.add(new Link(url.id(), url.contentType())));
            }
            return links.size() < MOST_LINKS;
        });
        return links;
    }

    /** What a document's history says, whatever its type. */
    private record Facts(Set<DeviceId> authors, Instant created, Instant changed) {

        static Facts of(DurableDocument durable) {
            Set<ActorId> actors = new HashSet<>();
            long first = LATEST;
            long last = 0;
            for (Change change : durable.document().changes()) {
                long time = Math.clamp(change.time(), 0, LATEST);
                last = Math.max(last, time);
                first = time == 0 ? first : Math.min(first, time);
                actors.add(change.actor());
            }
            Set<DeviceId> authors = new HashSet<>();
            durable.devices().forEach((actor, device) -> {
                if (actors.contains(actor) && authors.size() < MOST_AUTHORS) {
                    authors.add(device);
                }
            });
            return new Facts(authors, Instant.ofEpochSecond(Math.min(first, last)), Instant.ofEpochSecond(last));
        }
    }
}
