// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pushpin.content.ContentType;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.Profile;
import org.pushpin.repo.Repo;
import org.pushpin.repo.Subscription;
import org.pushpin.search.Query;
import org.pushpin.search.Search;
import org.pushpin.search.SearchIndexFactory;
import org.pushpin.search.SearchProgress;
import org.pushpin.search.SearchResult;
import org.pushpin.search.internal.Plugins.Plugin;

/** Search as a service while a profile is open; immediate, because documents are indexed before anybody searches. */
@Component(service = Search.class, immediate = true)
public final class SearchComponent implements Search {

    private final Plugins plugins = new Plugins();
    private final ProfileSearch search;

    @Activate
    public SearchComponent(@Reference Profile profile, @Reference Repo repo, @Reference SearchIndexFactory factory) {
        search = new ProfileSearch(repo, profile.directory(), factory, plugins);
    }

    @Reference(service = ContentType.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addType(ContentType type, ServiceReference<ContentType> reference) {
        Bundle bundle = reference.getBundle();
        String version = bundle == null ? "" : bundle.getSymbolicName() + " " + bundle.getVersion();
        int ranking = reference.getProperty("service.ranking") instanceof Integer given ? given : 0;
        for (String name : names(reference.getProperty(ContentType.CONTENT_TYPE))) {
            plugins.add(new Plugin(name, type, version, ranking));
        }
    }

    void removeType(ContentType type) {
        plugins.remove(type);
    }

    private static List<String> names(Object property) {
        return switch (property) {
            case String name -> List.of(name);
            case String[] several -> List.of(several);
            case null, default -> List.of();
        };
    }

    @Override
    public CompletionStage<List<SearchResult>> search(Query query) {
        return search.search(query);
    }

    @Override
    public CompletionStage<List<SearchResult>> linking(DocumentId document, int limit) {
        return search.linking(document, limit);
    }

    @Override
    public SearchProgress progress() {
        return search.progress();
    }

    @Override
    public Subscription subscribe(Consumer<SearchProgress> listener) {
        return search.subscribe(listener);
    }

    @Override
    public CompletionStage<Void> settle() {
        return search.settle();
    }

    @Override
    public void rebuild() {
        search.rebuild();
    }

    @Deactivate
    void close() {
        search.close();
    }
}
