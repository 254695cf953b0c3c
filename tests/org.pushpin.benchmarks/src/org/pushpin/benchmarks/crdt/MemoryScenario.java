// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What one document keeps, alone in its process: by the heap after a full collection, for an engine inside the heap; for one outside,
 * by how much the process's resident memory grew.
 */
final class MemoryScenario<D> {
    private final Engine<D> engine;
    private final Report report;
    private D held;

    MemoryScenario(Engine<D> engine, Report report) {
        this.engine = engine;
        this.report = report;
    }

    void loaded(String row, Path file) {
        measure(row, () -> engine.load(read(file)));
    }

    void deferred(String row, Path file) {
        measure(row, () -> engine.loadDeferred(read(file)));
    }

    void typed(String row, Path file) {
        measure(row, () -> {
            try {
                return engine.editOneByOne(engine.create(), Trace.read(file, 0).edits(), null);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Once to load classes and fill tables that are the engine's and not the document's, then for the record. */
    private void measure(String row, Supplier<D> make) {
        report.time(row, () -> {
            if (engine.isImmutable()) {
                held = make.get();
                held = null;
            }
            long before = size();
            held = make.get();
            long after = size();
            int length = engine.text(held).length();
            if (length == 0) {
                throw new IllegalStateException("no text");
            }
            return new Meter.Sample(after - before, after - before, 1);
        });
    }

    private long size() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return engine.isImmutable() ? ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() : resident();
    }

    private static long resident() {
        String status = new String(read(Path.of("/proc/self/status")), StandardCharsets.UTF_8);
        return status.lines().filter(l -> l.startsWith("VmRSS:")).mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) << 10).sum();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
