// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt.peers;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.pushpin.benchmarks.crdt.Machine;
import org.pushpin.benchmarks.crdt.Report;
import org.pushpin.benchmarks.crdt.Scaling;

/** Has JMH measure the rows of {@link Scaling}, each in a process of its own: {@code ScalingRun QUICK ROWS SKIP}. */
public final class ScalingRun {
    private ScalingRun() {
    }

    public static void main(String[] arguments) throws RunnerException {
        List<String> ids = Arrays.asList(arguments[1].split(","));
        Set<String> skip = arguments.length > 2 ? Set.of(arguments[2].split(",")) : Set.of();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Report report = new Report(out, ids, skip);
        for (Scaling row : Scaling.values()) {
            for (int size : row.sizes()) {
                if (ids.contains(row.id(size)) && report.wants(row.id(size))) {
                    out.println("begin\t" + row.id(size));
                    measure(row, size, Boolean.parseBoolean(arguments[0]), report);
                }
            }
        }
    }

    private static void measure(Scaling row, int size, boolean quick, Report report) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(benchmark(row)).param("size", String.valueOf(size)).forks(1).verbosity(VerboseMode.SILENT).shouldFailOnError(true);
        options.warmupIterations(quick ? 1 : 4).warmupTime(TimeValue.milliseconds(250));
        options.measurementIterations(quick ? 2 : 5).measurementTime(TimeValue.milliseconds(150));
        options.jvmArgs(Stream.concat(Stream.of("-Xmx1g"), Machine.quiet().stream()).toArray(String[]::new));
        for (RunResult result : new Runner(options.build()).run()) {
            Result<?> primary = result.getPrimaryResult();
            report.print(row.id(size), primary.getStatistics().getPercentile(50), primary.getStatistics().getMin(), (int) primary.getSampleCount());
        }
    }

    private static String benchmark(Scaling row) {
        String[] words = row.name().toLowerCase(java.util.Locale.ROOT).split("_");
        StringBuilder method = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            method.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        Class<?> owner = switch (row.kind()) {
            case DOCUMENT -> ScalingBenchmark.class;
            case POINT -> LateInsertBenchmark.class;
            case REGISTER -> RegisterBenchmark.class;
        };
        return owner.getName().replace(".", "\\.") + "\\." + method + "$";
    }
}
