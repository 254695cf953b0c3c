// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * The document engine beside its peers, in one run: {@code releng/bench crdt}.
 *
 * <p>Every engine runs in a process of its own ({@link org.pushpin.benchmarks.crdt.EngineRun} for the Java ones, {@code crdt/node/run.mjs}
 * for those from npm, {@code ScalingRun} for the rows that JMH measures) and prints what it measured line by line:
 *
 * <pre>
 * begin TAB row
 * row   TAB row TAB typical TAB best TAB repetitions        nanoseconds, or bytes
 * check TAB what TAB fingerprint                            must be equal in all engines that print it
 * fail  TAB row TAB why
 * </pre>
 *
 * {@link org.pushpin.benchmarks.crdt.CrdtBenchmark} starts them one after the other, cuts off what takes too long, and prints the table.
 * Nothing in it is a figure measured elsewhere.
 */
package org.pushpin.benchmarks.crdt;
