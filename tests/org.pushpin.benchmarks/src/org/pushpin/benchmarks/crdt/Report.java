// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What an engine's process says, and which rows it is asked for. See the package for the lines. */
public final class Report {
    private final PrintStream out;
    private final Set<String> rows;
    private final Set<String> skip;

    /** @param rows those that are asked for */
    public Report(PrintStream out, List<String> rows, Set<String> skip) {
        this.out = out;
        this.rows = Set.copyOf(rows);
        this.skip = skip;
    }

    public boolean wants(String row) {
        return !skip.contains(row) && rows.contains(row);
    }

    /** Whether a process before this one was asked for the row. */
    boolean wasTried(String row) {
        return skip.contains(row);
    }

    /** Measures a row if it is wanted, and says so if it cannot be. */
    void time(String row, Supplier<Meter.Sample> measure) {
        if (wants(row)) {
            begin(row);
            try {
                print(row, measure.get());
            } catch (RuntimeException e) {
                out.println("fail\t" + row + "\t" + e.toString().lines().findFirst().orElse("").replace('\t', ' '));
                out.flush();
            }
        }
    }

    void begin(String row) {
        out.println("begin\t" + row);
        out.flush();
    }

    public void print(String row, Meter.Sample sample) {
        print(row, sample.median(), sample.best(), sample.count());
    }

    public void print(String row, double median, double best, int count) {
        out.println("row\t" + row + "\t" + median + "\t" + best + "\t" + count);
        out.flush();
    }

    void bytes(String row, long bytes) {
        print(row, bytes, bytes, 1);
    }

    void check(String what, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            out.println("check\t" + what + "\t" + HexFormat.of().formatHex(hash, 0, 12));
            out.flush();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
