// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.Repo;
import org.pushpin.repo.Subscription;
import org.pushpin.search.Query;
import org.pushpin.search.Search;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;
import org.pushpin.search.SearchIndexFactory;
import org.pushpin.search.SearchProgress;
import org.pushpin.search.SearchResult;
import org.pushpin.search.internal.Plugins.Plugin;

/** Search in a profile, put together from its parts: one thread indexes, one answers. Any thread. */
final class ProfileSearch implements Search, AutoCloseable {

    private static final Logger LOG = System.getLogger(ProfileSearch.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final IndexHolder holder;
    private final Finder finder;
    private final Plugins plugins;
    private final Summaries summaries = new Summaries(PATIENCE);
    private final Worker worker;
    private final Subscription watching;
    private final ExecutorService answers = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("search").factory());

    ProfileSearch(Repo repo, Path profile, SearchIndexFactory factory, Plugins plugins) {
        this.plugins = plugins;
        holder = new IndexHolder(factory, profile);
        finder = new Finder(repo);
        Indexer indexer = new Indexer(repo, plugins, new Reading(plugins, summaries), System::nanoTime);
        worker = new Worker(indexer, holder, PAUSE);
        plugins.listen(plugin -> arrived(indexer, plugin));
        watching = repo.watch(event -> {
            indexer.happened(event);
            worker.wake();
        });
        worker.start();
    }

    private void arrived(Indexer indexer, Plugin plugin) {
        indexer.arrived(plugin);
        worker.wake();
    }

    /** Asks the index. */
    @FunctionalInterface
    private interface Question {
        List<SearchResult> of(SearchIndex index) throws SearchException;
    }

    @Override
    public CompletionStage<List<SearchResult>> search(Query query) {
        return ask(index -> finder.find(index, query));
    }

    @Override
    public CompletionStage<List<SearchResult>> linking(DocumentId document, int limit) {
        return ask(index -> finder.linking(index, document, limit));
    }

    private CompletionStage<List<SearchResult>> ask(Question question) {
        var answer = new CompletableFuture<List<SearchResult>>();
        try {
            answers.execute(() -> answer(question, answer));
        } catch (RejectedExecutionException closed) {
            answer.completeExceptionally(new SearchException("The profile is closed.", false, closed));
        }
        return answer;
    }

    private void answer(Question question, CompletableFuture<List<SearchResult>> answer) {
        if (answer.isDone()) {
            return;
        }
        SearchIndex index = null;
        try {
            index = holder.get();
            answer.complete(question.of(index));
        } catch (SearchException e) {
            if (e.isDamage()) {
                discard(index, e);
            }
            answer.completeExceptionally(e);
        } catch (RuntimeException e) { // the top of this thread; who asked must get an answer
            answer.completeExceptionally(e);
        }
    }

    private void discard(SearchIndex broken, SearchException why) {
        LOG.log(Level.WARNING, "{0} It is made anew.", why.getMessage());
        try {
            holder.discard(broken);
        } catch (SearchException e) {
            LOG.log(Level.WARNING, e.getMessage());
        }
        worker.wake();
    }

    @Override
    public SearchProgress progress() {
        return worker.progress();
    }

    @Override
    public Subscription subscribe(Consumer<SearchProgress> listener) {
        return worker.subscribe(listener);
    }

    @Override
    public CompletionStage<Void> settle() {
        return worker.settle();
    }

    @Override
    public void rebuild() {
        worker.rebuild();
    }

    @Override
    public void close() {
        plugins.listen(plugin -> { });
        watching.close();
        worker.close();
        summaries.close();
        answers.shutdown();
        holder.close();
    }
}
