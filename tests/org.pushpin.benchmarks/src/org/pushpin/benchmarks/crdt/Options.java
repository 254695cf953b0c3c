// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked for on the command line.
 *
 * @param processorTime times work by what it took of the processor and not of the day, for a machine that others keep busy
 * @param only parts of names of rows or engines; none means all
 * @param out where a Markdown table goes; null for nowhere
 * @param home where the compiled benchmark and its peers are
 */
record Options(boolean quick, boolean processorTime, List<String> only, Path out, Path shared, Path home) {
    static final String USAGE = "releng/bench crdt [--quick] [--cpu] [--only NAME]... [--out FILE]";
    /** Of a trace, in a quick run. */
    static final int QUICK_STEPS = 5000;

    static Options parse(String[] arguments) {
        boolean quick = false;
        boolean processorTime = false;
        List<String> only = new ArrayList<>();
        Path out = null;
        for (var rest = Arrays.asList(arguments).iterator(); rest.hasNext();) {
            String option = rest.next();
            if (option.equals("--quick")) {
                quick = true;
            } else if (option.equals("--cpu")) {
                processorTime = true;
            } else if (option.equals("--only") && rest.hasNext()) {
                only.addAll(List.of(rest.next().split(",")));
            } else if (option.equals("--out") && rest.hasNext()) {
                out = Path.of(rest.next());
            } else {
                throw new IllegalArgumentException(USAGE);
            }
        }
        return new Options(quick, processorTime, List.copyOf(only), out, Path.of(System.getProperty("pushpin.shared")), Path.of(System.getProperty("pushpin.bench")));
    }

    int steps() {
        return quick ? QUICK_STEPS : 0;
    }

    Path work() {
        return home.resolve("work");
    }
}
