// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.pushpin.benchmarks.Adapters;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.repo.DurableDocument;
import org.pushpin.repo.Profile;
import org.pushpin.repo.Repo;
import org.pushpin.repo.Subscription;
import org.pushpin.search.Query;
import org.pushpin.search.Search;

/**
 * Indexing, listing titles and searching, on the real indexer and index, for 1,000, 10,000 and 100,000 documents or those numbers
 * that are given: {@code SearchBenchmark [N…]}. The repo is made up, so the time to read documents from a store is not in it.
 * Outside of a framework, the parts are made by name.
 */
public final class SearchBenchmark {

    private static final int WARM = 200;
    private static final int QUERIES = 1_000;
    private static final int FEWER = 100;
    private static final int MANY = 20_000;

    private final Corpus corpus;
    private final Path profile;

    private SearchBenchmark(int size) throws IOException {
        corpus = new Corpus(size);
        profile = Files.createTempDirectory("search-benchmark");
    }

    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length == 0 ? new int[] {1_000, 10_000, 100_000} : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        new SearchBenchmark(500).run(false);
        for (int size : sizes) {
            new SearchBenchmark(size).run(true);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private void run(boolean tell) throws Exception {
        try {
            Search search = open();
            long started = System.nanoTime();
            long cpu = cpu();
            search.settle().toCompletableFuture().get();
            long wall = System.nanoTime() - started;
            if (tell) {
                say("%n%d documents", corpus.size());
                say("  indexing           %8.3f ms a document (%.1f s; %.1f s of CPU)", wall / 1e6 / corpus.size(), wall / 1e9, (cpu() - cpu) / 1e9);
                say("  index              %8.1f MiB, %d bytes a document", bytes() / 1048576.0, bytes() / corpus.size());
            }
            measure(search, tell);
            Adapters.close(search);
            restart(tell);
        } finally {
            delete();
        }
    }

    private void measure(Search search, boolean tell) throws Exception {
        int queries = corpus.size() > MANY ? FEWER : QUERIES;
        time(tell, "all titles", 20, i -> Query.all(), search);
        time(tell, "newest 50", queries, i -> Query.of(""), search);
        Random random = new Random(3);
        time(tell, "a letter", queries, i -> Query.of("btdkmnrslvpg".substring(i % 12, i % 12 + 1)), search);
        time(tell, "two letters", queries, i -> Query.of(Corpus.word(i % 60).substring(0, 2)), search);
        time(tell, "most frequent word", queries, i -> Query.of('"' + Corpus.word(i % 5) + '"'), search);
        time(tell, "a word", queries, i -> Query.of(Corpus.word(Corpus.rank(random))), search);
        time(tell, "two words", queries, i -> Query.of(Corpus.words(random, 2)), search);
        time(tell, "a phrase", queries, i -> Query.of('"' + Corpus.words(random, 2) + '"'), search);
        time(tell, "a word, boards only", queries, i -> Query.of(Corpus.word(Corpus.rank(random))).types("board"), search);
        time(tell, "all of these", 4 * queries, i -> mixed(i, random), search);
    }

    private static Query mixed(int number, Random random) {
        String word = Corpus.word(Corpus.rank(random));
        return switch (number % 4) {
            case 0 -> Query.of(word.substring(0, 1 + random.nextInt(word.length() - 1)));
            case 1 -> Query.of(word);
            case 2 -> Query.of(word + " " + Corpus.words(random, 1));
            default -> Query.of('"' + Corpus.words(random, 2) + '"');
        };
    }

    private static void time(boolean tell, String what, int count, IntFunction<Query> query, Search search) throws Exception {
        int warm = Math.min(WARM, count / 4);
        long[] times = new long[count - warm];
        long[] work = new long[count - warm];
        long results = 0;
        for (int i = 0; i < count; i++) {
            Query asked = query.apply(i);
            Callable<Integer> answer = () -> search.search(asked).toCompletableFuture().get().size();
            long before = answering();
            long started = System.nanoTime();
            results += answer.call();
            if (i >= warm) {
                times[i - warm] = System.nanoTime() - started;
                work[i - warm] = answering() - before;
            }
        }
        if (tell) {
            say("  %-20s %s   CPU %s   %.1f results", what, percentiles(times), percentiles(work), results / (double) count);
        }
    }

    private static String percentiles(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(Locale.ROOT, "p50 %7.2f ms, p99 %7.2f ms, worst %7.2f ms", nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6, nanos[nanos.length - 1] / 1e6);
    }

    /** The CPU time of the thread that answers, which does not depend on what else the machine does. */
    private static long answering() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds()).filter(id -> isNamed(threads.getThreadInfo(id))).map(threads::getThreadCpuTime)
                .max().orElse(0);
    }

    private static boolean isNamed(ThreadInfo thread) {
        return thread != null && thread.getThreadName().equals("search");
    }

    /** Opens the index again and asks for the titles; nothing changed meanwhile. */
    private void restart(boolean tell) throws Exception {
        long started = System.nanoTime();
        Search search = open();
        int titles = search.search(Query.all()).toCompletableFuture().get().size();
        long listed = System.nanoTime() - started;
        search.settle().toCompletableFuture().get();
        if (tell) {
            say("  after a restart    %8.1f ms to %d titles, %.1f ms until nothing is left to index", listed / 1e6, titles,
                    (System.nanoTime() - started) / 1e6);
        }
        Adapters.close(search);
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() : 0;
    }

    private Search open() throws ReflectiveOperationException {
        return Adapters.search(new Profile(profile), repo());
    }

    private Repo repo() {
        Map<DocumentId, Fingerprint> all = new HashMap<>();
        for (int i = 0; i < corpus.size(); i++) {
            all.put(Corpus.id(i), fingerprint(Corpus.id(i)));
        }
        return (Repo) Proxy.newProxyInstance(SearchBenchmark.class.getClassLoader(), new Class<?>[] {Repo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "fingerprints" -> all;
                    case "durable" -> Optional.of(durable((DocumentId) arguments[0]));
                    case "url" -> Optional.of(Corpus.link((DocumentId) arguments[0], (String) arguments[1]));
                    case "watch" -> (Subscription) () -> { };
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Fingerprint fingerprint(DocumentId id) {
        return new Fingerprint(id.key().slice(0, Fingerprint.LENGTH));
    }

    private DurableDocument durable(DocumentId id) {
        Doc document = corpus.document(Corpus.number(id));
        return new DurableDocument(document, fingerprint(id), Map.of());
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(profile)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
